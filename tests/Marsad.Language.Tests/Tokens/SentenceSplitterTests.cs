using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Tokens;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("عمان (بترا) - قال الوزير إن الطريق مفتوح.", "عمان (بترا) -|قال الوزير إن الطريق مفتوح.")]
    [InlineData("قال الوزير (وهو طبيب) إن الطريق مفتوح.", "قال الوزير (وهو طبيب) إن الطريق مفتوح.")]
    [InlineData("قال الوزير - وهو طبيب - إن الطريق مفتوح.", "قال الوزير - وهو طبيب - إن الطريق مفتوح.")]
    public void A_dateline_is_no_part_of_the_first_sentence(string text, string expected)
    {
        var document = new Document(text);
        Assert.Equal(expected, string.Join('|', document.Sentences.Select(s => text[document.Tokens[s.First].Start..document.Tokens[s.End - 1].End])));
    }
}

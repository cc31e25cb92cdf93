using CsCheck;
using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Names;

public class NameFinderProperties
{
    private static readonly string[] Pieces =
        ["وزارة", "الخارجية", "الأمريكية", "محمد", "بن", "علي", "«", "»", "(", ")", "\"", "و", "في", "لل", "ال", "بلندن", "\n", ".", "2015", "abc", "،", "ه", "ُ", "ـ", "قناة", "رئيس", "\uD83D\uDE00"];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(words => string.Join(' ', words)),
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(words => string.Concat(words)),
        Gen.String[0, 80]);

    [Fact]
    public void Every_mention_lies_inside_the_text() =>
        Texts.Sample(text =>
        {
            foreach (var span in NameFinder.Find(new Document(text)).Names.SelectMany(name => name.Mentions))
                Assert.True(span.Start >= 0 && span.Start < span.End && span.End <= text.Length);
        });

    [Fact]
    public void Every_surface_of_a_name_is_in_the_text_and_is_said_once() =>
        Texts.Sample(text =>
        {
            foreach (var name in NameFinder.Find(new Document(text)).Names)
            {
                string[] surfaces = [name.Canonical, .. name.Variants];
                Assert.All(surfaces, surface => Assert.Contains(surface, text, StringComparison.Ordinal));
                Assert.Equal(surfaces.Length, surfaces.Distinct(StringComparer.Ordinal).Count());
            }
        });

    [Fact]
    public void Mentions_do_not_overlap() =>
        Texts.Sample(text =>
        {
            var mentions = NameFinder.Find(new Document(text)).Mentions;
            for (var i = 1; i < mentions.Count; i++) Assert.True(mentions[i - 1].End <= mentions[i].First);
        });
}

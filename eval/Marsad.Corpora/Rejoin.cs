using Marsad.Language.Names;

namespace Marsad.Corpora;

/// <summary>Writes clitics that a corpus split off back onto their words, as newspapers print them.</summary>
internal static class Rejoin
{
    private const string Waw = "\u0648";
    private const string Feh = "\u0641";
    private const char TehMarbuta = '\u0629';
    private const char Teh = '\u062A';

    // heh; heh-alef; heh-meem; heh-meem-alef; noon-alef: the pronouns that WikiFANE and NewsFANE split off.
    private static readonly HashSet<string> Pronouns = ["\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0646\u0627"];

    public static TaggedSentence Clitics(TaggedSentence sentence)
    {
        var words = new List<string>(sentence.Words.Length);
        var tags = new List<NameTag>(sentence.Words.Length);
        var pending = "";
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            var word = sentence.Words[i];
            var outside = sentence.Tags[i] == NameTag.Outside;
            if (outside && word is Waw or Feh && i + 1 < sentence.Words.Length && char.IsLetter(sentence.Words[i + 1][0]))
                pending = word;
            else if (outside && pending.Length == 0 && Pronouns.Contains(word) && words.Count > 0 && tags[^1] == NameTag.Outside && words[^1].Length > 1 && char.IsLetter(words[^1][^1]))
                words[^1] = Attach(words[^1], word);
            else
            {
                words.Add(pending + word);
                tags.Add(sentence.Tags[i]);
                pending = "";
            }
        }

        return sentence with { Words = [.. words], Tags = [.. tags] };
    }

    private static string Attach(string word, string pronoun) =>
        (word[^1] == TehMarbuta ? word[..^1] + Teh : word) + pronoun;
}

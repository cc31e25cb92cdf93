using Marsad.Language.Names;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Train;

/// <summary>Text as the tagger sees it, for learning vectors: particles cut off and standing before their word, frequent words first.</summary>
internal static class StemStream
{
    public static IEnumerable<string> Of(IEnumerable<string> texts, WordTable words, NameLexicon lexicon)
    {
        foreach (var text in texts)
        {
            var folded = new FoldedText(text);
            foreach (var token in Tokenizer.Tokenize(folded))
            {
                var word = folded.Slice(token.FoldedStart, token.FoldedLength);
                if (token.Kind == TokenKind.Break) yield return "\n";
                else if (token.Kind == TokenKind.Number) yield return "0";
                else if (token.Kind != TokenKind.Word) yield return word.ToString();
                else
                {
                    var (particles, stem) = Cut(word, words, lexicon);
                    if (particles.Length > 0) yield return particles;
                    yield return stem;
                }
            }

            yield return "\n";
        }
    }

    private static (string Particles, string Stem) Cut(ReadOnlySpan<char> word, WordTable words, NameLexicon lexicon)
    {
        Span<char> buffer = stackalloc char[40];
        var count = NameParticles.Count(word, words, lexicon);
        return (count == 0 ? "" : word[..count].ToString() + "+", NameParticles.Unfuse(word[count..], buffer).ToString());
    }
}

using Marsad.Language.Text;
using Marsad.Relating.Spelling;

namespace Marsad.Relating;

/// <summary>A text as the words that search, relating and watching compare: folded, without punctuation, each knowing where it stands.</summary>
internal sealed class ArticleWords
{
    private readonly FoldedText _text;
    private readonly List<(int Start, int Length)> _words = [];

    public ArticleWords(string text)
    {
        _text = new FoldedText(text);
        var folded = _text.Folded;
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsLetterOrDigit(folded[i])) continue;
            var start = i;
            while (i < folded.Length && char.IsLetterOrDigit(folded[i])) i++;
            _words.Add((start, i - start));
        }
    }

    public string Text => _text.Original;

    public int Count => _words.Count;

    /// <summary>The whole folded text, punctuation included.</summary>
    public ReadOnlySpan<char> Folded => _text.Folded;

    /// <summary>One folded word, with what is written together with it.</summary>
    public ReadOnlySpan<char> this[int word] => _text.Slice(_words[word].Start, _words[word].Length);

    public ReadOnlySpan<char> Stem(int word) => LightStem.Of(this[word]);

    /// <summary>The original words from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    public Span Cover(int first, int end) => _text.ToOriginal(_words[first].Start, _words[end - 1].Start + _words[end - 1].Length);
}

using Marsad.Language.Text;
using Marsad.Relating.Spelling;

namespace Marsad.Relating;

/// <summary>A text as the words that search, relating and watching compare: folded, without punctuation, each knowing where it stands.</summary>
internal sealed class ArticleWords
{
    private readonly FoldedText _text;
    private readonly List<(int Start, int Length)> _words = [];
    private readonly (int Start, int Length)[] _stems;

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

        _stems = new (int, int)[_words.Count];
        for (var i = 0; i < _stems.Length; i++)
        {
            var (start, length) = LightStem.In(this[i]);
            _stems[i] = (_words[i].Start + start, length);
        }
    }

    public string Text => _text.Original;

    public int Count => _words.Count;

    /// <summary>The whole folded text, punctuation included.</summary>
    public ReadOnlySpan<char> Folded => _text.Folded;

    /// <summary>One folded word, with what is written together with it.</summary>
    public ReadOnlySpan<char> this[int word] => _text.Slice(_words[word].Start, _words[word].Length);

    public ReadOnlySpan<char> Stem(int word) => _text.Slice(_stems[word].Start, _stems[word].Length);

    /// <summary>The original words from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    public Span Cover(int first, int end) => _text.ToOriginal(_words[first].Start, _words[end - 1].Start + _words[end - 1].Length);

    /// <summary>The words that stand within a span of the text: from the first up to, not including, the second number.</summary>
    public (int First, int End) Within(Span span)
    {
        var first = FirstFrom(span.Start);
        return (first, Math.Max(first, FirstFrom(span.End)));
    }

    /// <summary>The words of a span and up to <paramref name="reach"/> on either side, in its own paragraph.</summary>
    public (int First, int End) Around(Span span, int reach)
    {
        var (first, end) = Within(span);
        var paragraph = Text.AsSpan(0, span.Start).LastIndexOf('\n') + 1;
        var after = Text.IndexOf('\n', span.End);
        var (least, most) = Within(new Span(paragraph, after < 0 ? Text.Length : after));
        return (Math.Max(least, first - reach), Math.Min(most, Math.Max(end, first + 1) + reach));
    }

    /// <summary>The words of each paragraph that has any.</summary>
    public IEnumerable<(int First, int End)> Paragraphs()
    {
        for (var start = 0; start < Text.Length;)
        {
            var end = Text.IndexOf('\n', start);
            if (end < 0) end = Text.Length;
            if (Within(new Span(start, end)) is var words && words.End > words.First) yield return words;
            start = end + 1;
        }
    }

    // The number of the first word at or after a position of the text.
    private int FirstFrom(int position)
    {
        int low = 0, high = _words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Cover(middle, middle + 1).Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

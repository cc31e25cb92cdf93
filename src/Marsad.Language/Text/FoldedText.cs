using System.Globalization;

namespace Marsad.Language.Text;

/// <summary>A text, its folded form, and the way back from any folded position to the words as they were written.</summary>
public sealed class FoldedText
{
    private readonly char[] _folded;
    private readonly int[] _origin;

    public FoldedText(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        Original = original;
        _folded = new char[original.Length];
        _origin = new int[original.Length];
        for (var i = 0; i < original.Length; i++)
        {
            var c = Folding.Fold(original[i]);
            if (c == Folding.Nothing) continue;
            _folded[Length] = c;
            _origin[Length++] = i;
        }
    }

    public string Original { get; }

    /// <summary>The number of folded characters.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<char> Folded => _folded.AsSpan(0, Length);

    /// <summary>The folded characters of a folded range.</summary>
    public ReadOnlySpan<char> Slice(int start, int length) => _folded.AsSpan(start, length);

    /// <summary>The original words of the folded range, with the marks inside and directly after it that folding dropped.</summary>
    public Span ToOriginal(int foldedStart, int foldedEnd)
    {
        var start = foldedStart < Length ? _origin[foldedStart] : Original.Length;
        if (foldedEnd <= foldedStart) return new Span(start, start);
        var end = _origin[foldedEnd - 1] + 1;
        while (end < Original.Length && Folding.Fold(Original[end]) == Folding.Nothing) end++;
        // A vowel mark belongs to its letter; a mark of direction behind the word does not belong to the word.
        while (char.GetUnicodeCategory(Original[end - 1]) == UnicodeCategory.Format) end--;
        return new Span(start, end);
    }
}

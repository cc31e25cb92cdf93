namespace Marsad.Language.Text;

/// <summary>Turns UTF-16 positions of one text into Unicode code point positions and back, as W3C TextPositionSelector counts them.</summary>
/// <remarks>Most Arabic news has no character beyond the Basic Multilingual Plane; then both counts are the same and nothing is stored.</remarks>
public sealed class CodePoints
{
    // The UTF-16 index of the second half of every surrogate pair, ascending; empty for nearly all texts.
    private readonly int[] _lowSurrogates;

    public CodePoints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _lowSurrogates = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF') < 0 ? [] : LowSurrogates(text);
    }

    /// <summary>The number of code points before UTF-16 index <paramref name="index"/>.</summary>
    public int FromUtf16(int index) => index - CountBelow(index);

    /// <summary>The UTF-16 index of code point <paramref name="position"/>.</summary>
    public int ToUtf16(int position)
    {
        var index = position;
        foreach (var low in _lowSurrogates)
        {
            if (low > index) break;
            index++;
        }

        return index;
    }

    private int CountBelow(int index)
    {
        if (_lowSurrogates.Length == 0) return 0;
        var found = Array.BinarySearch(_lowSurrogates, index);
        return found >= 0 ? found : ~found;
    }

    private static int[] LowSurrogates(string text)
    {
        var lows = new List<int>();
        for (var i = 1; i < text.Length; i++)
            if (char.IsSurrogatePair(text[i - 1], text[i])) lows.Add(i);
        return [.. lows];
    }
}

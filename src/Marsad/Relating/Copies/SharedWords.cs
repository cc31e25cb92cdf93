namespace Marsad.Relating.Copies;

/// <summary>Which words of a text stand in another one too, in runs of four or more.</summary>
internal sealed class SharedWords
{
    // A word or two that an editor changed do not end a passage.
    private const int Gap = 2;

    private readonly bool[] _shared;

    private SharedWords(bool[] shared) => _shared = shared;

    public static SharedWords Of(ArticleWords text, ArticleWords other) => Of(text, Sketch.RunsInOrder(other));

    /// <param name="other">The hashes of the other's runs, in any order.</param>
    public static SharedWords Of(ArticleWords text, uint[] other)
    {
        var known = other.ToHashSet();
        var runs = Sketch.RunsInOrder(text);
        var shared = new bool[text.Count];
        for (var i = 0; i < runs.Length; i++)
            if (known.Contains(runs[i])) shared.AsSpan(i, Sketch.RunLength).Fill(true);
        return new SharedWords(shared);
    }

    /// <summary>Of all words; 1 for a text without any.</summary>
    public double Share => _shared.Length == 0 ? 1 : (double)_shared.Count(word => word) / _shared.Length;

    /// <summary>The longest stretch of words of its own that follows a word that is shared: what stands before all of them is another beginning.</summary>
    public int LongestAdded() => LongestOwnFrom(Math.Max(0, Array.IndexOf(_shared, true)));

    /// <summary>The longest stretch of words of its own.</summary>
    public int LongestOwn() => LongestOwnFrom(0);

    private int LongestOwnFrom(int start)
    {
        var (longest, own) = (0, 0);
        for (var i = start; i < _shared.Length; i++)
        {
            own = _shared[i] ? 0 : own + 1;
            longest = Math.Max(longest, own);
        }

        return longest;
    }

    /// <summary>The longest stretch of shared words from one word up to, not including, another.</summary>
    public int LongestUnbroken(int from, int to)
    {
        var (longest, shared) = (0, 0);
        for (var i = from; i < to; i++)
        {
            shared = _shared[i] ? shared + 1 : 0;
            longest = Math.Max(longest, shared);
        }

        return longest;
    }

    /// <summary>The longest passage: from the first word up to, not including, the second number.</summary>
    public (int First, int End) Longest()
    {
        var longest = (First: 0, End: 0);
        for (var i = 0; i < _shared.Length; i++)
        {
            if (!_shared[i]) continue;
            var (first, end) = (i, i + 1);
            for (; i < _shared.Length && i - end <= Gap; i++)
                if (_shared[i]) end = i + 1;
            if (end - first > longest.End - longest.First) longest = (first, end);
            i = end - 1;
        }

        return longest;
    }
}

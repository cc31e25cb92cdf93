namespace Marsad.Language.Names;

/// <summary>Tells whether two folded words are one foreign name as two newsrooms write it: a long vowel more or less, or a neighbouring consonant.</summary>
/// <remarks>
/// Newsrooms write g as qaf, ghain, jeem or kaf, t as teh or tah, v as feh, and short vowels as long ones or not at all. Arabic names themselves differ by just
/// such letters (two of the most common men's names by one waw), so words that are both frequent in news count as different.
/// </remarks>
internal static class Spelling
{
    private const int ShortestVaried = 5;
    private const int ShortestTwice = 7;
    private const int LongestVaried = 24;

    // 8·log2(1 + 64): both this frequent, two spellings are two words.
    private const int Frequent = 48;

    // alef, waw, yeh, heh and hamza on its seats: the letters that spell vowels.
    private const string Vowels = "\u0627\u0648\u064A\u0647\u0621\u0626\u0624";

    // Consonants that stand for one foreign sound.
    private static readonly string[] Neighbours =
    [
        "\u0642\u0643\u063A\u062C", // qaf kaf ghain jeem
        "\u062E\u0643\u0647", // khah kaf heh
        "\u062A\u0637\u062B", // teh tah theh
        "\u0633\u0635\u0632\u062B", // seen sad zain theh
        "\u062F\u0636\u0630", // dal dad thal
        "\u0641\u0628", // feh beh
        "\u0634\u062C\u0633", // sheen jeem seen
        "\u0630\u0632\u0638", // thal zain zah
    ];

    public static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b)) return true;
        if (a.Length < ShortestVaried || b.Length < ShortestVaried || Math.Abs(a.Length - b.Length) > 2) return false;
        if (a.Length > LongestVaried || b.Length > LongestVaried) return false;
        var allowed = Math.Min(a.Length, b.Length) >= ShortestTwice ? 2 : 1;
        return Differences(a, b, allowed) <= allowed && !BothFrequent(a, b);
    }

    private static bool BothFrequent(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        WordTable.Embedded.Find(a).Frequency >= Frequent && WordTable.Embedded.Find(b).Frequency >= Frequent;

    // An edit distance in which only likely differences are cheap; any other costs more than is ever allowed.
    private static int Differences(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int allowed)
    {
        var impossible = allowed + 1;
        Span<int> row = stackalloc int[LongestVaried + 1];
        Span<int> next = stackalloc int[LongestVaried + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j == 0 ? 0 : impossible;
        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = impossible;
            for (var j = 1; j <= b.Length; j++)
            {
                var keep = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : AreNeighbours(a[i - 1], b[j - 1]) ? 1 : impossible);
                var drop = row[j] + Drop(a, i - 1, impossible);
                var add = next[j - 1] + Drop(b, j - 1, impossible);
                next[j] = Math.Min(keep, Math.Min(drop, add));
            }

            next[..(b.Length + 1)].CopyTo(row);
        }

        return row[b.Length];
    }

    // A vowel letter inside the word, or one letter of a double, may be left out.
    private static int Drop(ReadOnlySpan<char> word, int i, int impossible) =>
        i > 0 && (Vowels.Contains(word[i]) || word[i] == word[i - 1]) ? 1 : impossible;

    private static bool AreNeighbours(char a, char b)
    {
        if (Vowels.Contains(a) && Vowels.Contains(b)) return true;
        foreach (var group in Neighbours)
            if (group.Contains(a) && group.Contains(b)) return true;
        return false;
    }
}

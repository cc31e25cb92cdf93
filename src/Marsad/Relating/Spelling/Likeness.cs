using static Marsad.Relating.Spelling.Letter;

namespace Marsad.Relating.Spelling;

/// <summary>How far two folded words are from being two spellings of one foreign name: an edit distance in which what newsrooms vary costs little.</summary>
internal static class Likeness
{
    private const float Vowel = 0.3f;
    private const float SameSound = 0.3f;

    /// <summary>
    /// Whether both may be one name. Words under <paramref name="shortest"/> letters never are: in short Arabic names a vowel tells two
    /// people apart (the patterns of three consonants with one long vowel have four letters).
    /// </summary>
    public static bool IsOneName(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int shortest = 5)
    {
        a = LightStem.WithoutArticle(a);
        b = LightStem.WithoutArticle(b);
        if (a.SequenceEqual(b)) return true;
        return Math.Min(a.Length, b.Length) >= shortest && Distance(a, b) <= Math.Min(0.9f, 0.13f * Math.Max(a.Length, b.Length));
    }

    /// <summary>0 for the same word; 1 for each letter that differs for no known reason.</summary>
    public static float Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<float> row = b.Length < 64 ? stackalloc float[b.Length + 1] : new float[b.Length + 1];
        for (var j = 1; j <= b.Length; j++) row[j] = row[j - 1] + Alone(b, j - 1);
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] += Alone(a, i - 1);
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(diagonal + Instead(a[i - 1], b[j - 1]), Math.Min(row[j] + Alone(a, i - 1), row[j - 1] + Alone(b, j - 1)));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[b.Length];
    }

    private static float Instead(char a, char b)
    {
        if (a == b) return 0;
        if (IsVowel(a) && IsVowel(b)) return Vowel;
        return Skeleton.Sound(a) == Skeleton.Sound(b) ? SameSound : 1;
    }

    // A vowel, or the first half of a sound that is written with two letters: dal before jeem, teh before sheen.
    private static float Alone(ReadOnlySpan<char> word, int i)
    {
        var next = i + 1 < word.Length ? word[i + 1] : default;
        return IsVowel(word[i]) || (word[i] == Dal && next == Jeem) || (word[i] == Teh && next == Sheen) ? Vowel : 1;
    }

    private static bool IsVowel(char letter) => letter is Alef or Waw or Yeh or Heh or Hamza or WawHamza or YehHamza;
}

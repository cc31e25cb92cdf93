namespace Marsad.Language.Text;

/// <summary>Arabic letters and marks that rules name, by their Unicode names, as <see cref="Folding"/> leaves them.</summary>
internal static class Letters
{
    public const char Fathatan = '\u064B';
    public const char Alef = '\u0627';
    public const char Beh = '\u0628';
    public const char Teh = '\u062A';
    /// <summary>As it is written; folding makes heh of it.</summary>
    public const char TehMarbuta = '\u0629';
    public const char Dal = '\u062F';
    public const char Feh = '\u0641';
    public const char Kaf = '\u0643';
    public const char Lam = '\u0644';
    public const char Meem = '\u0645';
    public const char Noon = '\u0646';
    public const char Heh = '\u0647';
    public const char Waw = '\u0648';
    public const char Reh = '\u0631';
    public const char Seen = '\u0633';
    public const char Yeh = '\u064A';
    public const char Hamza = '\u0621';
    public const char HamzaOnWaw = '\u0624';
    public const char HamzaOnYeh = '\u0626';

    /// <summary>The Arabic comma.</summary>
    public const char Comma = '\u060C';

    /// <summary>The Arabic percent sign.</summary>
    public const char Percent = '\u066A';

    /// <summary>The left-pointing double angle quotation mark, which opens a quotation in Arabic.</summary>
    public const char OpeningQuote = '\u00AB';

    /// <summary>The right-pointing double angle quotation mark, which closes a quotation in Arabic.</summary>
    public const char ClosingQuote = '\u00BB';

    /// <summary>A folded word carries the article, after no more than a conjunction and a preposition.</summary>
    public static bool HasArticle(ReadOnlySpan<char> word)
    {
        if (word.Length > 4 && word[0] is Waw or Feh) word = word[1..];
        if (word is [Lam, Lam, ..]) return true;
        if (word.Length > 4 && word[0] is Beh or Kaf) word = word[1..];
        return word is [Alef, Lam, _, ..];
    }
}

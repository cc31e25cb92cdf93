namespace Marsad.Language.Text;

/// <summary>
/// The one folding that names, language data and search share: letters that newsrooms write in more than one way become one letter,
/// marks that carry no difference in news are dropped.
/// </summary>
/// <remarks>
/// Alef with hamza or madda becomes alef, alef maqsura becomes yeh, teh marbuta becomes heh, Persian kaf, yeh and gaf become their Arabic
/// neighbours, Arabic-Indic digits become ASCII digits, Latin letters lower case; diacritics, tatweel, zero-width and bidi marks vanish.
/// Hamza on waw or yeh stays: it tells words apart more often than it varies.
/// </remarks>
public static class Folding
{
    /// <summary>What <see cref="Fold(char)"/> answers for a character that vanishes.</summary>
    public const char Nothing = '\0';

    private static readonly char[] Arabic = BuildArabic();

    /// <summary>Folds one UTF-16 unit; <see cref="Nothing"/> where it vanishes.</summary>
    public static char Fold(char c)
    {
        if (c < '\u0080') return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        if (c is >= '\u0600' and <= '\u06FF') return Arabic[c - '\u0600'];
        return FoldOther(c);
    }

    /// <summary>Folds a whole text. Lengths differ where marks vanish; use <see cref="FoldedText"/> where positions must map back.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var buffer = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        return new string(buffer[..Fold(text, buffer)]);
    }

    /// <summary>Folds into <paramref name="target"/>, which must be as long as <paramref name="text"/>; returns the length written.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        foreach (var c in text)
        {
            var folded = Fold(c);
            if (folded != Nothing) target[length++] = folded;
        }

        return length;
    }

    private static char FoldOther(char c) => c switch
    {
        >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\uFEFF' or '\u00AD' => Nothing,
        '\u00A0' or '\u202F' or '\u2009' or '\u3000' => ' ',
        >= '\u00C0' and <= '\u024F' => char.ToLowerInvariant(c),
        _ => c,
    };

    private static char[] BuildArabic()
    {
        var table = new char[0x100];
        for (var i = 0; i < table.Length; i++) table[i] = (char)(0x0600 + i);
        foreach (var alef in "\u0622\u0623\u0625\u0671") table[alef - 0x0600] = '\u0627';
        table[0x49] = '\u064A'; // alef maqsura
        table[0x29] = '\u0647'; // teh marbuta
        table[0xCC] = '\u064A'; // Farsi yeh
        table[0xA9] = '\u0643'; // keheh
        table[0xAF] = '\u0643'; // gaf
        table[0x7E] = '\u0628'; // peh
        for (var mark = 0x10; mark <= 0x1A; mark++) table[mark] = Nothing;
        for (var mark = 0x4B; mark <= 0x5F; mark++) table[mark] = Nothing;
        table[0x40] = Nothing; // tatweel
        table[0x70] = Nothing; // superscript alef
        table[0x1C] = Nothing; // Arabic letter mark
        for (var digit = 0; digit <= 9; digit++)
        {
            table[0x60 + digit] = (char)('0' + digit);
            table[0xF0 + digit] = (char)('0' + digit);
        }

        return table;
    }
}

using System.Text;

namespace Marsad.Language.Tests.Fuzz;

/// <summary>Makes texts that no newsroom wrote out of ones that some did: cut, doubled, spliced, stuffed with what is likely to hurt.</summary>
internal sealed class Mutator(IReadOnlyList<string> seeds, Random random)
{
    private const int Longest = 60_000;
    private const int MostEdits = 12;

    // Quotation marks, cues, number words, half characters, marks that fold to nothing.
    private static readonly string[] Scraps =
    [
        "\"", "«", "»", "“", "”", "'", "(", ")", ":", "،", ".", "؛", "؟", "-", "–", "/", "%", "٪", "$", "\n", "\n\n", "\r\n", "\t", "\u00A0", "\u200F", "\u200B", "\uFEFF", "\u0640", "\u064B", "\u0651",
        "\uD83D", "\uDE00", "\uD83D\uDE00", "\0", "\uFFFF", "ﷲ", "ﻻ", "ٱ", "١٢", "٢٬٥٠٠", "1.000.000", "000ر30", "1e308", "99999999999999999999999999999", "12:60", "31/2/2015", "5-7", "0",
        " و ", " قال ", " وأضاف ", " مضيفا أن ", " بحسب ", " وفقا ل", " نقلا عن ", " على حد قوله ", " إن ", " أن ", " ملايين ", " ألف ", " مليار ", " ونصف ", " مئة ", " بين ", " إلى ", " نحو ", " أمس ",
        " الأحد ", " يناير ", " رمضان ", " عام ", " الساعة ", " قبل ", " وزارة ", " الرئيس ", " محمد بن ", " أبو ", " عبد ", " الذي ", "لل", "وال", "فبال", "ـ", "ه", "ة", "ى",
    ];

    public string Next()
    {
        var text = new StringBuilder(Seed());
        for (var edits = random.Next(MostEdits); edits >= 0; edits--) Edit(text);
        return text.Length > Longest ? text.ToString(0, Longest) : text.ToString();
    }

    private string Seed() => seeds[random.Next(seeds.Count)];

    private void Edit(StringBuilder text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(3) == 0 ? random.Next(400) : random.Next(12), text.Length - at);
        switch (random.Next(9))
        {
            case 0: text.Remove(at, length); break;
            case 1: text.Insert(at, text.ToString(at, length)); break;
            case 2: text.Insert(random.Next(text.Length + 1), text.ToString(at, length)); break;
            case 3: text.Insert(at, Part(Seed())); break;
            case 4: text.Length = at; break;
            case 5: Repeat(text, at, random.Next(2) == 0 ? Scrap() : text.ToString(at, length)); break;
            case 6: Overwrite(text, at, length); break;
            default: text.Insert(at, Scrap()); break;
        }
    }

    private string Scrap() => Scraps[random.Next(Scraps.Length)];

    private string Part(string other)
    {
        var start = random.Next(other.Length + 1);
        return other.Substring(start, Math.Min(random.Next(600), other.Length - start));
    }

    private void Repeat(StringBuilder text, int at, string piece)
    {
        var times = random.Next(20) == 0 ? random.Next(5000) : random.Next(30);
        if (piece.Length > 0) text.Insert(at, piece, Math.Min(times, Longest / piece.Length));
    }

    // A run of characters becomes one character, another case of itself, or any.
    private void Overwrite(StringBuilder text, int at, int length)
    {
        var with = random.Next(3) switch { 0 => ' ', 1 => (char)random.Next(0x0600, 0x0700), _ => (char)random.Next(char.MaxValue + 1) };
        for (var i = at; i < at + length; i++) text[i] = random.Next(4) == 0 ? text[i] : with;
    }
}

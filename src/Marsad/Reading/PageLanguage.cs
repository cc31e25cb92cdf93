namespace Marsad.Reading;

/// <summary>Tells the languages that share the Arabic script apart, by letters that only one of them writes; for other scripts it asks the page.</summary>
internal static class PageLanguage
{
    /// <summary>Letters looked at: a few paragraphs tell.</summary>
    private const int Window = 6000;

    /// <summary>A letter of another language is a borrowed name or a typing habit up to this share of the letters.</summary>
    private const double Habit = 0.004;

    /// <summary>The BCP 47 language of a text; null where nothing tells.</summary>
    /// <param name="declared">What the page declares, used for scripts that many languages share.</param>
    public static string? Of(string text, string? declared)
    {
        var counts = new Counts();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, Window))) counts.Add(c);
        if (counts.Arabic * 2 > counts.Letters) return counts.OfArabicScript(Habit);
        if (counts.Letters == 0) return null;
        return Declared(declared) is { } own && !IsArabicScript(own) ? own : counts.OfOtherScript();
    }

    /// <summary>Where the page declares another language than its letters are in.</summary>
    public static Choice? Choice(string? found, string? declared) =>
        found is null || declared is null || Declared(declared) is not { } own || own == found ? null : new Choice("language", "letters", "the letters of the text are those of another language than the page declares", [$"lang: {declared}"]);

    private static bool IsArabicScript(string language) => language is "ar" or "fa" or "ur" or "ckb" or "ps" or "ku";

    private static string? Declared(string? declared)
    {
        if (declared is null) return null;
        var end = declared.IndexOfAny(['-', '_', ',', ' ']);
        var language = (end < 0 ? declared : declared[..end]).Trim().ToLowerInvariant();
        return language.Length is 2 or 3 && language.All(char.IsAsciiLetterLower) ? language : null;
    }

    private struct Counts
    {
        // Letters by Unicode name. Persian: PEH, TCHEH, JEH, GAF, with FARSI YEH and KEHEH. Urdu adds TTEH, DDAL, RREH, NOON GHUNNA, YEH BARREE,
        // HEH GOAL, HEH DOACHASHMEE. Sorani adds REH and LAM WITH SMALL V, YEH and OE, and writes AE for a. Arabic alone has TEH MARBUTA in running text.
        private int _persian, _farsiYeh, _urdu, _sorani, _tehMarbuta, _arabicYeh;

        public int Letters { get; private set; }

        public int Arabic { get; private set; }

        private int _latin, _cyrillic, _han, _kana, _hangul, _hebrew, _greek;

        public void Add(char c)
        {
            if (!char.IsLetter(c)) return;
            Letters++;
            if (c is >= '\u0620' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFEFC') AddArabic(c);
            else if (c < '\u0250') _latin++;
            else if (c is >= '\u0400' and <= '\u04FF') _cyrillic++;
            else if (c is >= '\u4E00' and <= '\u9FFF') _han++;
            else if (c is >= '\u3040' and <= '\u30FF') _kana++;
            else if (c is >= '\uAC00' and <= '\uD7AF') _hangul++;
            else if (c is >= '\u0590' and <= '\u05FF') _hebrew++;
            else if (c is >= '\u0370' and <= '\u03FF') _greek++;
        }

        public readonly string OfArabicScript(double habit)
        {
            var least = Math.Max(2, Arabic * habit);
            if (_sorani > least * 2 && _sorani > _urdu) return "ckb";
            if (_urdu > least) return "ur";
            return _persian + _farsiYeh > least && _persian + _farsiYeh > _tehMarbuta && _farsiYeh >= _arabicYeh ? "fa" : "ar";
        }

        public readonly string? OfOtherScript()
        {
            if (_kana > 0 && _kana * 4 > _han) return "ja";
            if (_hangul * 2 > Letters) return "ko";
            if (_han * 2 > Letters) return "zh";
            if (_hebrew * 2 > Letters) return "he";
            return _greek * 2 > Letters ? "el" : _cyrillic * 2 > Letters ? "ru" : null;
        }

        private void AddArabic(char c)
        {
            Arabic++;
            switch (c)
            {
                case '\u0679' or '\u0688' or '\u0691' or '\u06BA' or '\u06D2' or '\u06C1' or '\u06BE': _urdu++; break;
                case '\u0695' or '\u06B5' or '\u06CE' or '\u06C6' or '\u06D5': _sorani++; break;
                case '\u067E' or '\u0686' or '\u0698' or '\u06AF' or '\u06A9': _persian++; break;
                case '\u06CC': _farsiYeh++; break;
                case '\u0629': _tehMarbuta++; break;
                case '\u064A': _arabicYeh++; break;
            }
        }
    }
}

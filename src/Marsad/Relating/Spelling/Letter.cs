namespace Marsad.Relating.Spelling;

/// <summary>The letters that spelling varies by, after folding (see <see cref="Marsad.Language.Text.Folding"/>), by their Unicode names.</summary>
internal static class Letter
{
    public const char Hamza = '\u0621';
    public const char WawHamza = '\u0624';
    public const char YehHamza = '\u0626';
    public const char Alef = '\u0627';
    public const char Beh = '\u0628';
    public const char Teh = '\u062A';
    public const char Theh = '\u062B';
    public const char Jeem = '\u062C';
    public const char Hah = '\u062D';
    public const char Khah = '\u062E';
    public const char Dal = '\u062F';
    public const char Thal = '\u0630';
    public const char Zain = '\u0632';
    public const char Seen = '\u0633';
    public const char Sheen = '\u0634';
    public const char Sad = '\u0635';
    public const char Dad = '\u0636';
    public const char Tah = '\u0637';
    public const char Zah = '\u0638';
    public const char Ghain = '\u063A';
    public const char Feh = '\u0641';
    public const char Qaf = '\u0642';
    public const char Kaf = '\u0643';
    public const char Lam = '\u0644';
    public const char Meem = '\u0645';
    public const char Noon = '\u0646';
    public const char Heh = '\u0647';
    public const char Waw = '\u0648';
    public const char Yeh = '\u064A';
    public const char Tcheh = '\u0686';
    public const char Veh = '\u06A4';
}

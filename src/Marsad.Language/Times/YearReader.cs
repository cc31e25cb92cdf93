using Marsad.Language.Figures;
using Marsad.Language.Text;

namespace Marsad.Language.Times;

/// <summary>Reads a year that stands as four digits alone: "since 2011", "the elections of 2014", "(2017)".</summary>
internal static class YearReader
{
    public static string? Read(TimeScan scan, int token, out int end)
    {
        end = token + 1;
        if (!scan.IsNumber(token) || scan.Folded(token).Length != 4) return null;
        var year = scan.Digits(token);
        // "the elections of 1436 AH"; a school year "1436 / 1437 AH" is two.
        if (!scan.Is(token - 1, '/') && !scan.Is(token - 1, '-') && DateReader.IsYear(year, true) && scan.Kind(token + 1) == TimeKind.Era && scan.Code(token + 1) == "h")
        {
            end = token + 2;
            return Hijri.Year(year)?.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
        }

        if (year is < 1900 or > 2050) return null;
        return IsBracketed(scan, token) || FollowsTitle(scan, token) || FollowsYear(scan, token) || (FollowsWord(scan, token) && !CountsSomething(scan, token)) ? scan.Folded(token).ToString() : null;
    }

    private static bool IsBracketed(TimeScan scan, int token) => scan.Is(token - 1, '(') && scan.Is(token + 1, ')');

    // 'the film "X" 1997'
    private static bool FollowsTitle(TimeScan scan, int token) =>
        (scan.Is(token - 1, Letters.ClosingQuote) || scan.Is(token - 1, '"') && scan.IsWord(token - 2)) && scan.IsWord(token + 1) && !CountsSomething(scan, token) && !scan.Document.Touches(token);

    // "between the years 1992 and 1995"
    private static bool FollowsYear(TimeScan scan, int token) =>
        scan.Is(token - 1, Letters.Waw) && scan.IsNumber(token - 2) && scan.Digits(token - 2) is >= 1900 and <= 2050 && !CountsSomething(scan, token);

    // A preposition, or a noun that the year tells apart; a number that says how many has a noun behind it.
    private static bool FollowsWord(TimeScan scan, int token) => scan.IsWord(token - 1) && (scan.Kind(token - 1) == TimeKind.At || FigureWords.TakesYear(scan.Folded(token - 1)));

    private static bool CountsSomething(TimeScan scan, int token) =>
        scan.IsWord(token + 1) && (FigureWords.IsCounted(scan.Folded(token + 1)) || NumberPiece.At(scan.Document, token + 1) is { Kind: NumberKind.Scale or NumberKind.ScaleAccusative or NumberKind.ScalePlural });
}

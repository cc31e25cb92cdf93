using System.Text;

namespace Marsad.Cli.Output;

/// <summary>
/// Keeps Arabic in its cell: a terminal that orders text by the Unicode bidirectional algorithm takes a whole line for one paragraph, and would let the
/// columns of a table change places. Each line is therefore declared left to right, and each Arabic cell isolated (UAX #9, LRM, FSI, PDI).
/// </summary>
/// <remarks>The terminal itself joins and orders the letters; doing it here as well would turn them round twice.</remarks>
internal static class Isolates
{
    private const char LeftToRightMark = '\u200E';
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';
    private const char CellBorder = '\u2502';

    public static string Around(string line) =>
        line.Any(IsArabic) ? LeftToRightMark + string.Join(CellBorder, line.Split(CellBorder).Select(Cell)) : line;

    /// <summary>Words from outside amid a line of ours; as they are where the output is no terminal.</summary>
    public static string Of(string words) => Console.IsOutputRedirected ? words : Cell(words);

    private static string Cell(string cell)
    {
        if (!cell.Any(IsArabic)) return cell;
        var start = cell.Length - cell.TrimStart().Length;
        var end = cell.TrimEnd().Length;
        return new StringBuilder(cell).Insert(end, PopDirectionalIsolate).Insert(start, FirstStrongIsolate).ToString();
    }

    private static bool IsArabic(char c) => c is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F';
}

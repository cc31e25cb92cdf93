using Marsad.Language.Data;
using Marsad.Language.Names;

namespace Marsad.Language.Times;

/// <summary>Keeps dates that are names out: 26 July Street, the April 6 Movement, the 14 March forces.</summary>
internal static class NameGuard
{
    private const int OftenFirst = 4;
    private static readonly Lexicon<bool> Heads = Lexicon<bool>.Load("datedheads.tsv", _ => true);

    public static bool IsName(TimeScan scan, int token) =>
        IsFamily(scan, token) || (scan.IsNumber(token) || scan.Kind(token) == TimeKind.Weekday) && scan.IsWord(token - 1) && Heads.TryFind(scan.Folded(token - 1), out _, out _);

    // "Muhammad al-Khamis": a family called after a day, behind a given name.
    private static bool IsFamily(TimeScan scan, int token) =>
        scan.Kind(token) == TimeKind.Weekday && !scan.IsCut(token) && scan.IsWord(token + 1) && IsGivenName(scan, token - 1) && !IsGivenName(scan, token - 2); // "François Hollande, on Friday" has his names

    private static bool IsGivenName(TimeScan scan, int token) => scan.IsWord(token) && WordTable.Embedded.Find(scan.Folded(token)) is var name && (name.Lists & WordLists.CommonPerson) != 0 && name.First >= OftenFirst;
}

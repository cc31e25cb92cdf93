using Marsad.Language.Data;

namespace Marsad.Language.Times;

/// <summary>Keeps dates that are names out: 26 July Street, the April 6 Movement, the 14 March forces.</summary>
internal static class NameGuard
{
    private static readonly Lexicon<bool> Heads = Lexicon<bool>.Load("datedheads.tsv", _ => true);

    public static bool IsName(TimeScan scan, int token) =>
        (scan.IsNumber(token) || scan.Kind(token) == TimeKind.Weekday) && scan.IsWord(token - 1) && Heads.TryFind(scan.Folded(token - 1), out _, out _);
}

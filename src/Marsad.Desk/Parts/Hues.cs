using Marsad.Store.Queries;

namespace Marsad.Desk.Parts;

/// <summary>Gives each party of a situation a hue that stays the same while others come and go.</summary>
internal static class Hues
{
    // Eight hues that stay apart for colour-blind eyes (Okabe and Ito, 2008), darkened or lightened to AA in desk.css.
    private const int Count = 8;

    public static string Of(PartyRow party, IReadOnlyList<PartyRow> parties) => Of(party.Name, parties);

    /// <summary>The eight who say most have one each, by who spoke first, which later news does not change; "hue-none" for all others.</summary>
    public static string Of(string? name, IReadOnlyList<PartyRow> parties)
    {
        var most = parties.OrderByDescending(p => p.Statements).Take(Count);
        var rank = most.OrderBy(p => p.FirstAt, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name).ToList().IndexOf(name ?? "");
        return rank < 0 ? "hue-none" : $"hue-{rank}";
    }
}

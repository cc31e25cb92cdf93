using System.Globalization;
using Marsad.Language;
using Marsad.Language.Text;

namespace Marsad.Records.Corrections;

/// <summary>The fields of an item that a person can set, as words: names as in the data contract, values as it writes them, null for unknown.</summary>
public static class ItemFields
{
    /// <summary>Words of a statement's cue: kept so that a statement can be made again, not for people to set.</summary>
    internal const string Cue = "cue";

    private static readonly Dictionary<ItemKind, string[]> Settable = new()
    {
        [ItemKind.Statement] = ["speaker", "role", "via", "addressee", "kind", "type"],
        [ItemKind.Name] = ["name", "type"],
        [ItemKind.Figure] = ["low", "high", "bound", "category", "of"],
        [ItemKind.Time] = ["value"],
        [ItemKind.Event] = ["type", "actor", "recipient", "place", "time", "status"],
    };

    private static readonly Dictionary<(ItemKind, string), string[]> Closed = new()
    {
        [(ItemKind.Statement, "kind")] = [.. Enum.GetValues<StatementKind>().Select(Terms.Of)],
        [(ItemKind.Statement, "type")] = [.. Enum.GetValues<StatementType>().Select(Terms.Of)],
        [(ItemKind.Name, "type")] = [.. Enum.GetValues<NameType>().Select(Terms.Of)],
        [(ItemKind.Figure, "bound")] = [.. Enum.GetValues<Bound>().Select(Terms.Of)],
        [(ItemKind.Figure, "category")] = [.. Enum.GetValues<FigureCategory>().Select(Terms.Of)],
        [(ItemKind.Event, "status")] = [.. Enum.GetValues<EventStatus>().Select(Terms.Of)],
        [(ItemKind.Event, "type")] =
        [
            "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
        ],
    };

    private static readonly HashSet<(ItemKind, string)> Needed = [(ItemKind.Name, "name"), (ItemKind.Time, "value"), (ItemKind.Figure, "low"), (ItemKind.Figure, "high")];

    /// <summary>The fields of a kind that people can set, in the order to show them.</summary>
    public static IReadOnlyList<string> Of(ItemKind kind) => Settable[kind];

    /// <summary>The words that a field can have; null where it can have any.</summary>
    public static IReadOnlyList<string>? Words(ItemKind kind, string field) => Closed.GetValueOrDefault((kind, field));

    /// <summary>The first field whose value cannot be; null where all can.</summary>
    public static string? Fault(ItemKind kind, IReadOnlyDictionary<string, string?> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Settable[kind].FirstOrDefault(field => !CanBe(kind, field, fields.GetValueOrDefault(field)))
            ?? (kind == ItemKind.Figure && Number(fields["low"]) > Number(fields["high"]) ? "high" : null);
    }

    internal static decimal? Number(string? words) =>
        decimal.TryParse(Folding.Fold(words ?? ""), NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool CanBe(ItemKind kind, string field, string? value)
    {
        if (Words(kind, field) is { } closed) return value is not null && closed.Contains(value);
        if (value is null) return !Needed.Contains((kind, field));
        return kind != ItemKind.Figure || field == "of" || Number(value) is not null;
    }
}

using System.Globalization;
using Marsad.Language;
using Marsad.Language.Text;

namespace Marsad.Records.Corrections;

/// <summary>One item of a record, whatever its kind: the words it stands on, and its fields.</summary>
/// <param name="Id">Within the record; times, which have none there, are counted from "t1".</param>
/// <param name="Anchor">The words that it stands on: a content, a first mention, an amount, an expression, an event's anchor.</param>
public sealed record RecordItem(string Id, ItemKind Kind, Span Anchor, IReadOnlyDictionary<string, string?> Fields)
{
    /// <summary>All items of a record.</summary>
    public static IEnumerable<RecordItem> Of(Record record, string text)
    {
        ArgumentNullException.ThrowIfNull(record);
        foreach (var s in record.Statements) yield return new RecordItem(s.Id, ItemKind.Statement, s.Content, FieldsOf(s, text));
        foreach (var n in record.Names.Where(n => n.Mentions.Count > 0))
            yield return new RecordItem(n.Id, ItemKind.Name, n.Mentions[0], Named(("name", n.Canonical), ("type", Terms.Of(n.Type))));
        foreach (var f in record.Figures) yield return new RecordItem(f.Id, ItemKind.Figure, f.Span, FieldsOf(f));
        for (var i = 0; i < record.Times.Count; i++)
            yield return new RecordItem(string.Create(CultureInfo.InvariantCulture, $"t{i + 1}"), ItemKind.Time, record.Times[i].Span, Named(("value", record.Times[i].Value)));
        foreach (var e in record.Events) yield return new RecordItem(e.Id, ItemKind.Event, e.Anchor, FieldsOf(e));
    }

    private static Dictionary<string, string?> FieldsOf(Statement s, string text) => Named(
        ("speaker", s.Speaker), ("role", s.Role), ("via", s.Via), ("addressee", s.Addressee), ("kind", Terms.Of(s.Kind)), ("type", Terms.Of(s.Type)), (ItemFields.Cue, s.Cue.In(text)));

    private static Dictionary<string, string?> FieldsOf(Figure f) => Named(
        ("low", f.Low.ToString(CultureInfo.InvariantCulture)), ("high", f.High.ToString(CultureInfo.InvariantCulture)), ("bound", Terms.Of(f.Bound)), ("category", Terms.Of(f.Category)), ("of", f.Of));

    private static Dictionary<string, string?> FieldsOf(Event e) => Named(
        ("type", e.Type), ("actor", e.Actor), ("recipient", e.Recipient), ("place", e.Place), ("time", e.Time), ("status", Terms.Of(e.Status)));

    private static Dictionary<string, string?> Named(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in fields) all.Add(name, value);
        return all;
    }
}

using System.Globalization;
using Marsad.Language;
using Marsad.Language.Text;

namespace Marsad.Records.Corrections;

/// <summary>Sets the fields of items, and makes items again that the machine does not find any more.</summary>
internal static class ItemMaking
{
    private const int CueReach = 300;

    public static Record Set(Record record, ItemKind kind, string id, IReadOnlyDictionary<string, string?> fields) => kind switch
    {
        ItemKind.Statement => record with { Statements = [.. record.Statements.Select(s => s.Id == id ? Set(record, s, fields) : s)] },
        ItemKind.Name => record with { Names = [.. record.Names.Select(n => n.Id == id ? Set(n, fields) : n)] },
        ItemKind.Figure => record with { Figures = [.. record.Figures.Select(f => f.Id == id ? Set(f, fields) : f)] },
        ItemKind.Time => record with { Times = [.. record.Times.Select((t, i) => id == TimeId(i) ? t with { Value = fields["value"]! } : t)] },
        _ => record with { Events = [.. record.Events.Select(e => e.Id == id ? Set(e, fields) : e)] },
    };

    /// <summary>The record with one item more, and the item's id.</summary>
    public static (Record Record, string Id) Add(Record record, string text, Correction correction, Span anchor)
    {
        var id = FreeId(record, text, correction.Kind);
        var with = correction.Kind switch
        {
            ItemKind.Statement => record with
            {
                Statements = [.. record.Statements, new Statement(
                id, CueOf(correction, text, anchor), anchor, null, null, null, null, null, null, StatementKind.Indirect, StatementType.Assert, null, 1)]
            },
            ItemKind.Name => record with { Names = [.. record.Names, new Name(id, NameType.Person, anchor.In(text), [], [anchor])] },
            ItemKind.Figure => record with { Figures = [.. record.Figures, new Figure(id, anchor, 0, 0, Bound.Exact, FigureCategory.Other, null, null)] },
            ItemKind.Time => record with { Times = [.. record.Times, new TimeExpression(anchor, "")] },
            _ => record with { Events = [.. record.Events, new Event(id, "", null, [], anchor, null, null, null, null, null, EventStatus.Happened, null, [], 1)] },
        };
        return (Set(with, correction.Kind, id, correction.Fields), id);
    }

    // Who speaks is a name of the article where one is written so; the words that stood for the machine's speaker stand for no other.
    private static Statement Set(Record record, Statement statement, IReadOnlyDictionary<string, string?> fields)
    {
        var speaker = fields.GetValueOrDefault("speaker");
        var isSame = speaker == statement.Speaker;
        return statement with
        {
            Speaker = speaker,
            SpeakerName = isSame ? statement.SpeakerName : record.Names.FirstOrDefault(n => n.Canonical == speaker || n.Variants.Contains(speaker))?.Id,
            SpeakerSpan = isSame ? statement.SpeakerSpan : null,
            Role = fields.GetValueOrDefault("role"),
            Via = fields.GetValueOrDefault("via"),
            Addressee = fields.GetValueOrDefault("addressee"),
            Kind = Terms.ToStatementKind(fields["kind"]!),
            Type = Terms.ToStatementType(fields["type"]!),
            Confidence = 1,
        };
    }

    private static Name Set(Name name, IReadOnlyDictionary<string, string?> fields)
    {
        var canonical = fields["name"]!;
        return name with
        {
            Type = Terms.ToNameType(fields["type"]!),
            Canonical = canonical,
            Variants = canonical == name.Canonical ? name.Variants : [.. name.Variants.Append(name.Canonical).Where(variant => variant != canonical)],
        };
    }

    private static Figure Set(Figure figure, IReadOnlyDictionary<string, string?> fields) => figure with
    {
        Low = ItemFields.Number(fields["low"]) ?? figure.Low,
        High = ItemFields.Number(fields["high"]) ?? figure.High,
        Bound = Terms.ToBound(fields["bound"]!),
        Category = Terms.ToFigureCategory(fields["category"]!),
        Of = fields.GetValueOrDefault("of"),
    };

    private static Event Set(Event happening, IReadOnlyDictionary<string, string?> fields) => happening with
    {
        Type = fields["type"]!,
        Actor = fields.GetValueOrDefault("actor"),
        ActorName = fields.GetValueOrDefault("actor") == happening.Actor ? happening.ActorName : null,
        Recipient = fields.GetValueOrDefault("recipient"),
        Place = fields.GetValueOrDefault("place"),
        Time = fields.GetValueOrDefault("time"),
        Status = Terms.ToEventStatus(fields["status"]!),
        Confidence = 1,
    };

    private static Span CueOf(Correction correction, string text, Span content)
    {
        if (correction.Fields.GetValueOrDefault(ItemFields.Cue) is not { Length: > 0 } cue) return new Span(content.Start, content.Start);
        var from = Math.Max(0, content.Start - CueReach);
        var before = text[from..content.Start].LastIndexOf(cue, StringComparison.Ordinal) is >= 0 and var found ? from + found : -1;
        var at = before >= 0 ? before : text.IndexOf(cue, content.Start, Math.Min(text.Length, content.End + CueReach) - content.Start, StringComparison.Ordinal);
        return at < 0 ? new Span(content.Start, content.Start) : new Span(at, at + cue.Length);
    }

    // Times are told by their place in the list.
    private static string FreeId(Record record, string text, ItemKind kind)
    {
        if (kind == ItemKind.Time) return TimeId(record.Times.Count);
        var letter = kind switch { ItemKind.Statement => 's', ItemKind.Name => 'n', ItemKind.Figure => 'f', _ => 'e' };
        var taken = RecordItem.Of(record, text).Where(item => item.Kind == kind).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"{letter}{i}")).First(id => !taken.Contains(id));
    }

    private static string TimeId(int index) => string.Create(CultureInfo.InvariantCulture, $"t{index + 1}");
}

using Marsad.Language;
using Marsad.Records.Corrections;

namespace Marsad.Desk.Marking;

/// <summary>The marks of an article's record: each item's words, the anchor that leads to them and the note that tells of them.</summary>
internal static class ArticleMarks
{
    /// <summary>Below this a statement is shown as unsure; statements are calibrated, so it reads as "one in three is wrong".</summary>
    public const double Sure = 0.67;

    /// <summary>The marks of all items but those that were rejected.</summary>
    public static IReadOnlyList<Mark> Of(Record record, IReadOnlyDictionary<string, Review> reviews) =>
        [.. All(record).Where(mark => !Is(reviews, mark.Details!["note-".Length..], Decision.Rejected))];

    /// <summary>How a note looks: as the machine's confidence has it, or as a person decided.</summary>
    public static string? Look(IReadOnlyDictionary<string, Review> reviews, string item, double confidence = 1) =>
        reviews.TryGetValue(item, out var review) ? review.Decision.ToString().ToLowerInvariant() : confidence < Sure ? "unsure" : null;

    private static bool Is(IReadOnlyDictionary<string, Review> reviews, string item, Decision decision) => reviews.TryGetValue(item, out var review) && review.Decision == decision;

    private static List<Mark> All(Record record) =>
    [
        .. record.Statements.Select(s => new Mark(MarkKind.Statement, s.Id, "note-" + s.Id, s.Content, s.Confidence < Sure)),
        .. record.Events.Select(e => new Mark(MarkKind.Event, e.Id, "note-" + e.Id, e.Anchor, e.Confidence < Sure)),
        .. record.Figures.Select(f => new Mark(MarkKind.Figure, f.Id, "note-" + f.Id, f.Span)),
        .. record.Times.Select((t, i) => new Mark(MarkKind.Time, TimeAnchor(i), "note-" + TimeAnchor(i), t.Span)),
        .. record.Names.SelectMany(n => n.Mentions.Select((m, i) => new Mark(MarkKind.Name, NameAnchor(n, i), "note-" + n.Id, m))),
    ];

    /// <summary>Times have no ids in the record: they are counted from one.</summary>
    public static string TimeAnchor(int index) => $"t{index + 1}";

    /// <summary>The first mention carries the name's own id, so that "#n3" leads to it.</summary>
    public static string NameAnchor(Name name, int mention) => mention == 0 ? name.Id : $"{name.Id}.{mention + 1}";
}

using Marsad.Language;
using Marsad.Language.Text;

namespace Marsad.Records.Corrections;

/// <summary>What the machine read of an article, with what people decided on it.</summary>
/// <param name="Shown">Every item, rejected ones among them, as people left them.</param>
/// <param name="Reviews">The decisions by the item's id; an item that nobody decided on has none.</param>
/// <param name="Adrift">Decisions whose words are not in the text any more. They are kept, and hold again should the words come back.</param>
public sealed record ReviewedRecord(ArticleRecord Shown, IReadOnlyDictionary<string, Review> Reviews, IReadOnlyList<Correction> Adrift)
{
    // Half of all the words that either has: a new analyzer may draw a content's border elsewhere.
    private const double SameItem = 0.5;

    /// <summary>What holds: everything but what was rejected.</summary>
    public ArticleRecord Holds { get; } = Shown with { Record = Without(Shown.Record, [.. Reviews.Where(r => r.Value.Decision == Decision.Rejected).Select(r => r.Key)]) };

    /// <summary>The decisions by the item's id in what holds: times are counted there without the rejected ones.</summary>
    public IReadOnlyDictionary<string, Review> ReviewsOfHeld { get; } = Renumbered(Reviews, Shown.Record.Times.Count);

    /// <summary>Lays decisions over a record.</summary>
    /// <param name="corrections">Those that were not undone, in the order they were made: of two on one item the later holds.</param>
    public static ReviewedRecord Of(ArticleRecord machine, IReadOnlyList<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(corrections);
        var text = machine.Article.Text;
        var record = machine.Record;
        var reviews = new Dictionary<string, Review>(StringComparer.Ordinal);
        var adrift = new List<Correction>();
        foreach (var correction in corrections)
        {
            if (AnchorOf(correction, text) is not { } anchor)
            {
                adrift.Add(correction);
                continue;
            }

            var id = Find(record, text, correction.Kind, anchor);
            if (id is null && correction.Decision == Decision.Rejected) continue;
            (record, id) = id is null ? ItemMaking.Add(record, text, correction, anchor) : (Set(record, correction, id), id);
            reviews[id] = new Review(correction.Id, correction.Decision, correction.Who, correction.At);
        }

        return new ReviewedRecord(machine with { Record = record }, reviews, adrift);
    }

    private static Record Set(Record record, Correction correction, string id) =>
        correction.Decision == Decision.Rejected ? record : ItemMaking.Set(record, correction.Kind, id, correction.Fields);

    // Where it stood; else, in an edited text, where the same words stand nearest to that.
    private static Span? AnchorOf(Correction correction, string text)
    {
        var points = new CodePoints(text);
        var start = correction.Start <= points.FromUtf16(text.Length) ? points.ToUtf16(correction.Start) : text.Length;
        var at = StandsAt(text, start, correction.Quote) ? start : Nearest(text, correction.Quote, start);
        return at < 0 ? null : new Span(at, at + correction.Quote.Length);
    }

    private static bool StandsAt(string text, int at, string words) => string.CompareOrdinal(text, at, words, 0, words.Length) == 0 && at + words.Length <= text.Length;

    private static int Nearest(string text, string words, int to)
    {
        var nearest = -1;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0 && words.Length > 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if (nearest < 0 || Math.Abs(at - to) < Math.Abs(nearest - to)) nearest = at;
        return nearest;
    }

    private static string? Find(Record record, string text, ItemKind kind, Span anchor) => RecordItem.Of(record, text)
        .Where(item => item.Kind == kind)
        .Select(item => (item.Id, Share: kind == ItemKind.Name ? Mentioned(record, item.Id, anchor) : Shared(item.Anchor, anchor)))
        .Where(item => item.Share >= SameItem).OrderByDescending(item => item.Share).Select(item => item.Id).FirstOrDefault();

    private static double Mentioned(Record record, string name, Span anchor) => record.Names.First(n => n.Id == name).Mentions.Max(mention => Shared(mention, anchor));

    private static double Shared(Span one, Span other)
    {
        var both = Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);
        return both <= 0 ? 0 : (double)both / (Math.Max(one.End, other.End) - Math.Min(one.Start, other.Start));
    }

    private static Dictionary<string, Review> Renumbered(IReadOnlyDictionary<string, Review> reviews, int times)
    {
        bool IsHeld(string id) => !reviews.TryGetValue(id, out var review) || review.Decision != Decision.Rejected;
        var all = Enumerable.Range(1, times).Select(i => $"t{i}").ToList();
        var held = all.Where(IsHeld).Select((id, i) => (Was: id, Is: $"t{i + 1}")).ToDictionary(time => time.Was, time => time.Is, StringComparer.Ordinal);
        return reviews.Where(r => IsHeld(r.Key)).ToDictionary(r => held.GetValueOrDefault(r.Key, r.Key), r => r.Value, StringComparer.Ordinal);
    }

    // What pointed to a rejected item points to nothing.
    private static Record Without(Record record, HashSet<string> rejected)
    {
        if (rejected.Count == 0) return record;
        string? Kept(string? id) => id is null || rejected.Contains(id) ? null : id;
        return record with
        {
            Names = [.. record.Names.Where(n => !rejected.Contains(n.Id))],
            Statements = [.. record.Statements.Where(s => !rejected.Contains(s.Id)).Select(s => s with { SpeakerName = Kept(s.SpeakerName), Within = Kept(s.Within) })],
            Figures = [.. record.Figures.Where(f => !rejected.Contains(f.Id)).Select(f => f with { Statement = Kept(f.Statement) })],
            Times = [.. record.Times.Where((_, i) => !rejected.Contains($"t{i + 1}"))],
            Places = [.. record.Places.Where(p => !rejected.Contains(p.Name))],
            Events = [.. record.Events.Where(e => !rejected.Contains(e.Id)).Select(e => e with
            {
                ActorName = Kept(e.ActorName), Statement = Kept(e.Statement), Figures = [.. e.Figures.Where(f => !rejected.Contains(f))],
            })],
        };
    }
}

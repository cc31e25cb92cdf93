using Marsad.Desk.Marking;
using Marsad.Store.Queries;

namespace Marsad.Desk.Pages;

/// <summary>What was told on one day, by the calendar of the outlets.</summary>
public sealed record TimelineDay(DateOnly Date, IReadOnlyList<TimelineStory> Stories);

/// <summary>What one day brought of a story, as one line of the timeline.</summary>
/// <param name="First">The article that had it first that day.</param>
/// <param name="Others">How many other articles tell it in their own words.</param>
/// <param name="Copies">How many articles carry a text that another has.</param>
/// <param name="Said">One statement of it, a sure one that says much; null if nobody is quoted.</param>
public sealed record TimelineStory(ArticleRow First, int Others, int Copies, StatementRow? Said);

/// <summary>A party and the latest of what it said.</summary>
public sealed record Voice(PartyRow Party, IReadOnlyList<StatementRow> Statements);

/// <summary>Folds articles into the days of their stories, so that a long story shows on every day that it goes on.</summary>
internal static class Timeline
{
    public static IReadOnlyList<TimelineDay> Of(IEnumerable<ArticleRow> articles, IEnumerable<StatementRow> statements, int most)
    {
        var said = statements.ToLookup(s => s.ArticleId);
        return [.. articles.GroupBy(a => (Story: a.StoryId ?? -a.Id, a.Time.Day))
            .Select(story => Fold([.. story.OrderBy(a => a.Instant).ThenBy(a => a.Id)], said))
            .OrderByDescending(s => s.First.Instant).Take(most)
            .GroupBy(s => s.First.Time.Day).OrderByDescending(day => day.Key)
            .Select(day => new TimelineDay(day.Key, [.. day]))];
    }

    private static TimelineStory Fold(IReadOnlyList<ArticleRow> story, ILookup<long, StatementRow> said)
    {
        var first = story.FirstOrDefault(a => a.CopyOf is null) ?? story[0];
        var own = story.Count(a => a.CopyOf is null);
        return new TimelineStory(first, Math.Max(0, own - 1), story.Count - Math.Max(1, own), said[first.Id].OrderByDescending(s => s.Confidence >= ArticleMarks.Sure).ThenByDescending(s => s.Content.Length).FirstOrDefault());
    }
}

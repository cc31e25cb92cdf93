using Marsad.Desk.Marking;
using Marsad.Desk.Reports;
using Marsad.Store.Queries;
using Microsoft.Data.Sqlite;

namespace Marsad.Desk.Pages;

/// <summary>What was told on one day, by the calendar of the outlets.</summary>
public sealed record TimelineDay(DateOnly Date, IReadOnlyList<TimelineStory> Stories);

/// <summary>What one day brought of a story, as one line of the timeline.</summary>
/// <param name="First">The article that had it first that day.</param>
/// <param name="Others">How many other articles tell it in their own words.</param>
/// <param name="Copies">How many articles carry a text that another has.</param>
/// <param name="Said">One statement of it, a sure one that says much; null if nobody is quoted.</param>
public sealed record TimelineStory(ArticleRow First, int Others, int Copies, StatementRow? Said);

/// <summary>A party and the latest of what it said, by kind of act.</summary>
public sealed record Voice(PartyRow Party, IReadOnlyList<ReportGroup> Groups);

/// <summary>Folds articles into the days of their stories, so that a long story shows on every day that it goes on.</summary>
internal static class Timeline
{
    /// <summary>The latest lines of a situation: found among its latest articles by what says where in time they are, then read whole.</summary>
    /// <param name="isSaid">Whether each shows a statement.</param>
    public static IReadOnlyList<TimelineDay> Of(SqliteConnection store, long situation, int most, bool isSaid)
    {
        var stories = store.ArticlesInTime(situation, PageSizes.Situation).GroupBy(a => (Story: a.StoryId ?? -a.Id, a.Time.Day))
            .Select(story => Fold([.. story.OrderBy(a => a.Instant).ThenBy(a => a.Id)])).OrderByDescending(s => s.First.Instant).Take(most).ToList();
        var firsts = stories.Select(story => story.First.Id).ToList();
        var rows = store.ArticlesBy(firsts).ToDictionary(row => row.Id);
        var said = (isSaid ? store.StatementsOfArticles(firsts) : []).ToLookup(s => s.ArticleId);
        return [.. stories.Select(story => story with { First = rows[story.First.Id], Said = Tellingest(said[story.First.Id]) })
            .GroupBy(s => s.First.Time.Day).OrderByDescending(day => day.Key).Select(day => new TimelineDay(day.Key, [.. day]))];
    }

    private static TimelineStory Fold(IReadOnlyList<ArticleRow> story)
    {
        var first = story.FirstOrDefault(a => a.CopyOf is null) ?? story[0];
        var own = story.Count(a => a.CopyOf is null);
        return new TimelineStory(first, Math.Max(0, own - 1), story.Count - Math.Max(1, own), null);
    }

    private static StatementRow? Tellingest(IEnumerable<StatementRow> said) => said.OrderByDescending(s => s.Confidence >= ArticleMarks.Sure).ThenByDescending(s => s.Content.Length).FirstOrDefault();
}

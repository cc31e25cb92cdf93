using Marsad.Desk.Pages;
using Marsad.Store.Queries;
using Microsoft.Data.Sqlite;

namespace Marsad.Desk.Reports;

/// <summary>A situation to hand over: what its parties said, its figures, its stories; everything cites a numbered source.</summary>
/// <param name="Parties">Those who speak most, with what they said by kind of act.</param>
/// <param name="Sources">Articles in the order they are first cited; the first is [1].</param>
public sealed record Report(
    SituationRow Situation, IReadOnlyList<ReportParty> Parties, IReadOnlyList<SeriesShown> Series, IReadOnlyList<ReportStory> Stories, IReadOnlyList<ArticleRow> Sources)
{
    private const int MostParties = 25;
    private const int MostStatements = 400;
    private const int MostArticles = 2000;

    /// <summary>The number under which an article is cited.</summary>
    public int Cite(long article) => Numbers[article];

    private Dictionary<long, int> Numbers { get; } = Sources.Select((source, i) => (source.Id, Number: i + 1)).ToDictionary(cited => cited.Id, cited => cited.Number);

    /// <summary>Puts a situation's report together from one state of the store.</summary>
    public static Report Of(SqliteConnection store, SituationRow situation)
    {
        var said = store.StatementsOfSituation(situation.Id, null, null, MostStatements).Reverse().ToLookup(s => s.Entity ?? s.Speaker);
        var parties = store.Parties(situation.Id, MostParties).Select(party => new ReportParty(party.Name, ReportGroup.Apart([.. said[party.Name]]))).Where(party => party.Groups.Count > 0).ToList();
        var series = SituationPages.SeriesOf(store, situation.Id);
        var articles = store.ArticlesOfSituation(situation.Id, MostArticles).Where(article => article.CopyOf is null).OrderBy(article => article.PublishedAt, StringComparer.Ordinal).ToList();
        var stories = articles.GroupBy(article => article.StoryId).Select(story => new ReportStory(story.First().Headline, [.. story])).ToList();
        var known = articles.ToDictionary(article => article.Id);
        var cited = parties.SelectMany(party => party.Groups).SelectMany(group => group.Statements).Select(s => s.ArticleId)
            .Concat(series.SelectMany(s => s.Figures).Select(f => f.ArticleId)).Concat(articles.Select(a => a.Id));
        return new Report(situation, parties, series, stories, [.. cited.Distinct().Select(id => known.GetValueOrDefault(id) ?? store.Article(id)!)]);
    }
}

/// <summary>What one party said.</summary>
public sealed record ReportParty(string Name, IReadOnlyList<ReportGroup> Groups);

/// <summary>Statements of one kind.</summary>
/// <param name="Name">"calls", "denials", "accusations" or "other".</param>
public sealed record ReportGroup(string Name, IReadOnlyList<StatementRow> Statements)
{
    private const string Other = "other";

    // In the order in which they are shown; the rest of the acts are "other".
    private static readonly (string Group, string[] Acts)[] Groups = [("calls", ["call", "demand"]), ("denials", ["deny"]), ("accusations", ["accuse", "condemn", "warn", "threaten"])];

    /// <summary>The group of an act, such as "deny".</summary>
    public static string Of(string act) => Groups.FirstOrDefault(group => group.Acts.Contains(act)).Group ?? Other;

    /// <summary>Calls, denials and accusations apart from the rest; those that there are.</summary>
    public static IReadOnlyList<ReportGroup> Apart(IReadOnlyCollection<StatementRow> statements)
    {
        var said = statements.ToLookup(statement => Of(statement.Type));
        return [.. Groups.Select(group => group.Group).Append(Other).Where(said.Contains).Select(group => new ReportGroup(group, [.. said[group]]))];
    }
}

/// <summary>Articles on one happening, the first published first.</summary>
public sealed record ReportStory(string Title, IReadOnlyList<ArticleRow> Articles);

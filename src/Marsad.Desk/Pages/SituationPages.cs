using Marsad.Language;
using Marsad.Records;
using Marsad.Relating.Figures;
using Marsad.Store.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Marsad.Desk.Pages;

/// <summary>What the pages of a situation show.</summary>
internal static class SituationPages
{
    private const int Voices = 6;
    private const int EachVoice = 3;

    // A quotation of a word or two says little by itself; it comes after those that do.
    private const int ShortQuote = 25;

    // What a chart over time says something about, the gravest first; the rest is shown as tables only.
    private static readonly FigureCategory[] Gravest =
    [
        FigureCategory.Killed, FigureCategory.Injured, FigureCategory.Casualties, FigureCategory.Detained, FigureCategory.Missing,
        FigureCategory.Displaced, FigureCategory.Forces, FigureCategory.Participants,
    ];

    public static IResult? Overview(Asked asked) => asked.Desk.Store.Read(store =>
    {
        if (store.Situation(asked.Route("slug"), SituationQueries.Latest) is not { } situation) return null;
        var statements = store.StatementsOfSituation(situation.Id, null, null, PageSizes.Situation);
        var parties = store.Parties(situation.Id, PageSizes.Parties, SituationQueries.Latest);
        return PageResult.Of<SituationPage>(
            asked.Reader,
            ("Situation", situation),
            ("Days", Timeline.Of(store.ArticlesOfSituation(situation.Id, PageSizes.Situation), statements, PageSizes.Timeline)),
            ("Parties", parties),
            ("Voices", VoicesOf(parties, statements)),
            ("Watches", asked.Desk.Watches),
            ("Alerts", store.Alerts(situation.Id, 5)),
            ("Figures", Charted(store, situation.Id)));
    });

    public static IResult? Days(Asked asked) => asked.Desk.Store.Read(store =>
        store.Situation(asked.Route("slug"), SituationQueries.Latest) is not { } situation ? null : PageResult.Of<SituationTimelinePage>(
            asked.Reader,
            ("Situation", situation),
            ("Days", Timeline.Of(store.ArticlesOfSituation(situation.Id, PageSizes.Situation), [], PageSizes.WholeTimeline))));

    public static IResult? Statements(Asked asked) => asked.Desk.Store.Read(store =>
    {
        if (store.Situation(asked.Route("slug"), SituationQueries.Latest) is not { } situation) return null;
        var (party, act) = (asked.Query("party"), asked.Query("act"));
        var statements = store.StatementsOfSituation(situation.Id, party, act, PageSizes.Statements + 1, (asked.Number - 1) * PageSizes.Statements);
        return PageResult.Of<SituationStatementsPage>(
            asked.Reader,
            ("Situation", situation),
            ("Parties", store.Parties(situation.Id, 200, SituationQueries.Latest)),
            ("Party", party),
            ("Act", act),
            ("Number", asked.Number),
            ("More", statements.Count > PageSizes.Statements),
            ("Statements", statements.Take(PageSizes.Statements).ToList()));
    });

    public static IResult? Figures(Asked asked) => asked.Desk.Store.Read(store =>
        store.Situation(asked.Route("slug"), SituationQueries.Latest) is not { } situation ? null : PageResult.Of<SituationFiguresPage>(
            asked.Reader, ("Situation", situation), ("Category", asked.Query("category")), ("Series", SeriesOf(store, situation.Id, SituationQueries.Latest))));

    private static IReadOnlyList<Voice> VoicesOf(IReadOnlyList<PartyRow> parties, IReadOnlyList<StatementRow> statements)
    {
        var said = statements.ToLookup(s => s.Entity ?? s.Speaker);
        return [.. parties.Select(p => new Voice(p, [.. said[p.Name].OrderBy(s => s.Content.Length < ShortQuote).Take(EachVoice)])).Where(v => v.Statements.Count > 0).Take(Voices)];
    }

    // Figures of one quantity together, the gravest kinds first, those with the most claims before the others of their kind.
    internal static IReadOnlyList<SeriesShown> SeriesOf(SqliteConnection store, long situation, int latest = int.MaxValue)
    {
        var rows = store.FiguresOfSituation(situation, PageSizes.Figures, latest).ToDictionary(row => row.Id);
        return
        [
            .. store.SeriesOfSituation(situation, latest)
                .Select(series => (Series: series, Figures: series.Claims.Where(claim => rows.ContainsKey(claim.Claim.Id)).ToList()))
                .Where(found => found.Figures.Count > 0)
                .OrderBy(found => Rank(found.Series.Category)).ThenBy(found => found.Series.Category, StringComparer.Ordinal).ThenByDescending(found => found.Figures.Count)
                .Select(found => new SeriesShown(
                    found.Series.Category, found.Series.Of, found.Series.Place, [.. found.Figures.Select(claim => rows[claim.Claim.Id])], found.Figures.ToDictionary(claim => claim.Claim.Id))),
        ];
    }

    // What a chart says something about: the longest series of each grave kind.
    private static IReadOnlyList<SeriesShown> Charted(SqliteConnection store, long situation) =>
        [.. SeriesOf(store, situation, SituationQueries.Latest).Where(series => Rank(series.Category) < Gravest.Length && series.Figures.Count > 1).DistinctBy(series => series.Category)];

    private static int Rank(string category)
    {
        var rank = Array.FindIndex(Gravest, g => Terms.Of(g) == category);
        return rank < 0 ? Gravest.Length : rank;
    }
}

/// <summary>Figures on one quantity as a page shows them.</summary>
/// <param name="Of">What is counted, as the first claim wrote it; null if not said.</param>
/// <param name="Figures">In the order they were published.</param>
/// <param name="Marks">What each is to those before it, by the figure's row.</param>
public sealed record SeriesShown(string Category, string? Of, string? Place, IReadOnlyList<FigureRow> Figures, IReadOnlyDictionary<long, MarkedClaim> Marks);

using Marsad.Desk.Reports;
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
    private const int EachAct = 2;

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
        if (store.Situation(asked.Route("slug")) is not { } situation) return null;
        var parties = store.Parties(situation.Id, PageSizes.Parties);
        return PageResult.Of<SituationPage>(
            asked.Reader,
            ("Situation", situation),
            ("Days", Timeline.Of(store, situation.Id, PageSizes.Timeline, isSaid: true)),
            ("Parties", parties),
            ("Voices", VoicesOf(store, situation.Id, parties)),
            ("Watches", asked.Desk.Watches),
            ("Alerts", store.Alerts(situation.Id, 5)),
            ("Charted", Charted(store, situation.Id)));
    });

    public static IResult? Days(Asked asked) => asked.Desk.Store.Read(store =>
        store.Situation(asked.Route("slug")) is not { } situation ? null : PageResult.Of<SituationTimelinePage>(
            asked.Reader,
            ("Situation", situation),
            ("Days", Timeline.Of(store, situation.Id, PageSizes.WholeTimeline, isSaid: false))));

    public static IResult? Statements(Asked asked) => asked.Desk.Store.Read(store =>
    {
        if (store.Situation(asked.Route("slug")) is not { } situation) return null;
        var (party, act) = (asked.Query("party"), asked.Query("act"));
        var statements = store.StatementsOfSituation(situation.Id, party, act, PageSizes.Statements + 1, (asked.Number - 1) * PageSizes.Statements);
        return PageResult.Of<SituationStatementsPage>(
            asked.Reader,
            ("Situation", situation),
            ("Parties", store.Parties(situation.Id, 200)),
            ("Party", party),
            ("Act", act),
            ("Number", asked.Number),
            ("More", statements.Count > PageSizes.Statements),
            ("Statements", statements.Take(PageSizes.Statements).ToList()));
    });

    public static IResult? Figures(Asked asked) => asked.Desk.Store.Read(store =>
        store.Situation(asked.Route("slug")) is not { } situation ? null : PageResult.Of<SituationFiguresPage>(
            asked.Reader, ("Situation", situation), ("Category", asked.Query("category")), ("Series", SeriesOf(store, situation.Id, SituationQueries.Latest))));

    // Of the latest statements first which, then those few whole.
    private static IReadOnlyList<Voice> VoicesOf(SqliteConnection store, long situation, IReadOnlyList<PartyRow> parties)
    {
        var said = store.SaidLast(situation, PageSizes.Situation).ToLookup(s => s.Party);
        var chosen = parties.Where(p => said.Contains(p.Name)).Take(Voices).Select(p => (Party: p, Ids: Chosen(said[p.Name]))).ToList();
        var rows = store.StatementsBy(chosen.SelectMany(voice => voice.Ids)).ToDictionary(row => row.Id);
        return [.. chosen.Select(voice => new Voice(voice.Party, ReportGroup.Apart([.. voice.Ids.Select(id => rows[id])])))];
    }

    // The latest of each kind of act, so that a denial does not get lost among a hundred announcements.
    private static List<long> Chosen(IEnumerable<(long Id, string Party, string Type, long Length)> said) =>
        [.. said.GroupBy(s => ReportGroup.Of(s.Type)).SelectMany(group => group.OrderBy(s => s.Length < ShortQuote).Take(EachAct)).Select(s => s.Id)];

    // Figures of one quantity together, the gravest kinds first, of a kind people at large before any group of them, then those with the most claims.
    internal static IReadOnlyList<SeriesShown> SeriesOf(SqliteConnection store, long situation, int latest = int.MaxValue)
    {
        var rows = store.FiguresOfSituation(situation, PageSizes.Figures, latest).ToDictionary(row => row.Id);
        return
        [
            .. store.SeriesOfSituation(situation, latest)
                .Select(series => (Series: series, Figures: series.Claims.Where(claim => rows.ContainsKey(claim.Claim.Id)).ToList()))
                .Where(found => found.Figures.Count > 0)
                .OrderBy(found => Rank(found.Series.Category)).ThenBy(found => found.Series.Category, StringComparer.Ordinal)
                .ThenByDescending(found => found.Series.Of is null && found.Figures.Count > 1).ThenByDescending(found => found.Figures.Count)
                .Select(found => new SeriesShown(
                    found.Series.Category, found.Series.Of, found.Series.Place, [.. found.Figures.Select(claim => rows[claim.Claim.Id])], found.Figures.ToDictionary(claim => claim.Claim.Id))),
        ];
    }

    // What a chart says something about: the longest series of the gravest kind that has one, of people at large if there is one.
    private static SeriesShown? Charted(SqliteConnection store, long situation)
    {
        var series = store.SeriesOfSituation(situation, PageSizes.Situation, [.. Gravest.Select(category => Terms.Of(category))]).Where(found => found.Claims.Count > 1)
            .OrderBy(found => Rank(found.Category)).ThenByDescending(found => found.Of is null).ThenByDescending(found => found.Claims.Count).FirstOrDefault();
        return series is null ? null : new SeriesShown(series.Category, series.Of, series.Place, store.FiguresBy(series.Claims.Select(claim => claim.Claim.Id)), series.Claims.ToDictionary(claim => claim.Claim.Id));
    }

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

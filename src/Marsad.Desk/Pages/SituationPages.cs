using Marsad.Language;
using Marsad.Records;
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
        if (store.Situation(asked.Route("slug")) is not { } situation) return null;
        var statements = store.StatementsOfSituation(situation.Id, null, null, PageSizes.Situation);
        var parties = store.Parties(situation.Id, PageSizes.Parties);
        return PageResult.Of<SituationPage>(
            asked.Reader,
            ("Situation", situation),
            ("Days", Timeline.Of(store.ArticlesOfSituation(situation.Id, PageSizes.Situation), statements, PageSizes.Timeline)),
            ("Parties", parties),
            ("Voices", VoicesOf(parties, statements)),
            ("Watches", asked.Desk.Watches),
            ("Alerts", store.Alerts(situation.Id, 5)),
            ("Figures", FiguresOf(store, situation, charted: true)));
    });

    public static IResult? Days(Asked asked) => asked.Desk.Store.Read(store =>
        store.Situation(asked.Route("slug")) is not { } situation ? null : PageResult.Of<SituationTimelinePage>(
            asked.Reader,
            ("Situation", situation),
            ("Days", Timeline.Of(store.ArticlesOfSituation(situation.Id, PageSizes.Situation), [], PageSizes.WholeTimeline))));

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
            asked.Reader, ("Situation", situation), ("Category", asked.Query("category")), ("Figures", FiguresOf(store, situation, charted: false))));

    private static IReadOnlyList<Voice> VoicesOf(IReadOnlyList<PartyRow> parties, IReadOnlyList<StatementRow> statements)
    {
        var said = statements.ToLookup(s => s.Entity ?? s.Speaker);
        return [.. parties.Select(p => new Voice(p, [.. said[p.Name].OrderBy(s => s.Content.Length < ShortQuote).Take(EachVoice)])).Where(v => v.Statements.Count > 0).Take(Voices)];
    }

    private static IReadOnlyList<KeyValuePair<string, IReadOnlyList<FigureRow>>> FiguresOf(SqliteConnection store, SituationRow situation, bool charted) =>
    [
        .. store.FiguresOfSituation(situation.Id, PageSizes.Figures)
            .GroupBy(f => f.Category)
            .Where(g => !charted || (Rank(g.Key) < Gravest.Length && g.Count() > 1))
            .OrderBy(g => Rank(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create<string, IReadOnlyList<FigureRow>>(g.Key, [.. g])),
    ];

    private static int Rank(string category)
    {
        var rank = Array.FindIndex(Gravest, g => Terms.Of(g) == category);
        return rank < 0 ? Gravest.Length : rank;
    }
}

using System.Globalization;
using Marsad.Desk.Marking;
using Marsad.Language.Text;
using Marsad.Records;
using Marsad.Store.Queries;
using Marsad.Store.Search;
using Microsoft.AspNetCore.Http;

namespace Marsad.Desk.Pages;

/// <summary>What the pages for reading show: home, articles, stories, search.</summary>
internal static class ReadingPages
{
    private const int Latest = 12;
    private const int InStory = 12;

    public static IResult Home(Asked asked) => asked.Desk.Store.Read(store => PageResult.Of<HomePage>(
        asked.Reader,
        ("Situations", store.Situations()),
        ("Latest", store.LatestArticles(Latest)),
        ("Watches", asked.Desk.Watches),
        ("Alerts", store.Alerts(null, 6)),
        ("Waiting", store.CountWaiting())));

    public static IResult Articles(Asked asked) => asked.Desk.Store.Read(store => PageResult.Of<ArticlesPage>(
        asked.Reader,
        ("Articles", store.LatestArticles(PageSizes.Articles, (asked.Number - 1) * PageSizes.Articles)),
        ("Total", store.CountArticles()),
        ("Number", asked.Number)));

    public static IResult? Article(Asked asked) => asked.Desk.Store.Read(store =>
    {
        if (store.Article(asked.Id) is not { } row || store.ReviewedOf(row.Id) is not { } reviewed) return null;
        return PageResult.Of<ArticlePage>(
            asked.Reader,
            ("Row", row),
            ("Reviewed", reviewed),
            ("Decisions", store.DecisionsOn(row.Id)),
            ("History", store.HistoryOf(row)),
            ("Versions", store.VersionsOf(row.Id)),
            ("Evidence", EvidenceOf(asked, reviewed.Shown.Article.Text)),
            ("Who", ReviewPages.WhoIs(asked.Http)),
            ("Token", ReviewPages.TokenOf(asked.Http)));
    });

    public static IResult? Changes(Asked asked) => asked.Desk.Store.Read(store =>
    {
        if (store.Article(asked.Id) is not { } row) return null;
        var versions = store.VersionsOf(row.Id);
        var earlier = versions.FirstOrDefault(v => v.Version < row.Version);
        if (earlier is null || store.RecordOf(row.Id) is not { } now || store.RecordOf(earlier.Id) is not { } then) return null;
        var (before, after) = (RecordJson.Read(then).Article, RecordJson.Read(now).Article);
        return PageResult.Of<ChangesPage>(
            asked.Reader,
            ("Row", row),
            ("Earlier", earlier),
            ("Title", Difference.OfWords(before.Title ?? "", after.Title ?? "")),
            ("Paragraphs", Difference.OfParagraphs(before.Text, after.Text)));
    });

    public static IResult? Story(Asked asked) => asked.Desk.Store.Read(store =>
    {
        if (store.Story(asked.Id) is not { } story) return null;
        var articles = store.ArticlesOfStory(story.Id);
        return PageResult.Of<StoryPage>(
            asked.Reader,
            ("Story", story),
            ("Articles", articles),
            ("Places", store.PlacesOfStory(story.Id, InStory)),
            ("Parties", store.PartiesOfStory(story.Id, InStory)),
            ("Changes", articles.Where(article => article.Kin == "update").ToDictionary(article => article.Id, article => store.ChangesOf(article.Id))),
            ("Credited", articles.Where(article => article.Copies > 0).ToDictionary(article => article.Id, article => store.CreditOf(article.Id))));
    });

    public static IResult Search(Asked asked)
    {
        var query = asked.Query("q")?.Trim() ?? "";
        if (query.Length > 400) query = query[..400];
        var order = Enum.TryParse<SearchOrder>(asked.Query("sort"), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : SearchOrder.Best;
        return asked.Desk.Store.Read(store =>
        {
            if (SearchQuery.Read(store, query, out var fault) is not { } words) return PageResult.Of<SearchPage>(asked.Reader, ("Query", query), ("Fault", fault));
            var found = store.FindArticles(words, PageSizes.Found + 1, (asked.Number - 1) * PageSizes.Found, order);
            return PageResult.Of<SearchPage>(
                asked.Reader,
                ("Query", query),
                ("Words", words),
                ("Order", order),
                ("Articles", found.Take(PageSizes.Found).ToList()),
                ("More", found.Count > PageSizes.Found),
                ("Number", asked.Number),
                ("Facets", store.FacetsOf(words)),
                ("Names", asked.Number == 1 ? store.Suggest(query, 6) : []),
                ("Statements", asked.Number == 1 ? store.FindStatements(words, PageSizes.Found, 0, order) : []));
        });
    }

    // An alert's evidence is any stretch of the text, so it comes with the link, in code points.
    private static Span? EvidenceOf(Asked asked, string text)
    {
        if (!int.TryParse(asked.Query("from"), NumberStyles.None, CultureInfo.InvariantCulture, out var from)) return null;
        if (!int.TryParse(asked.Query("to"), NumberStyles.None, CultureInfo.InvariantCulture, out var to)) return null;
        var points = new CodePoints(text);
        return from < to && to <= points.FromUtf16(text.Length) ? new Span(points.ToUtf16(from), points.ToUtf16(to)) : null;
    }
}

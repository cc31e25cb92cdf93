using Marsad.Flow.Exports;
using Marsad.Store.Queries;
using Marsad.Store.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;

namespace Marsad.Desk.Api;

/// <summary>The record over HTTP. It only reads; lists are paged with limit and offset and say nothing that the desk does not show.</summary>
internal static class ApiRoutes
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Record");
        api.MapGet("/articles", Articles).WithSummary("Current articles, newest first, copies folded. limit (at most 500), offset.");
        api.MapGet("/articles/{id}", Article).WithSummary("One article and its record, as the data contract says it. The id is the desk's number or the record's own id.")
            .Produces<object>(200, "application/json").Produces(404);
        api.MapGet("/articles/{id}/annotations", Annotations).WithSummary("Every item of an article's record as W3C Web Annotations (JSON-LD), pointing to its words in the text and on the captured page.")
            .Produces<object>(200, "application/ld+json").Produces(404);
        api.MapGet("/articles/{id}/copies", Copies).WithSummary("Who had an article's text first, which agencies are credited, and its copies, updates and quotations, each with its kind and what differs.")
            .Produces<ApiHistory>().Produces(404);
        api.MapGet("/statements", Statements).WithSummary("Statements, newest first, those of copies folded. situation, speaker, type, limit, offset.");
        api.MapGet("/search", Search).WithSummary("Articles and statements that match q, however their names are spelt (docs/search.md). sort (best, newest, oldest), limit, offset. 400 says what is wrong with q, and where.");
        api.MapGet("/suggest", Suggest).WithSummary("Names of persons, bodies and places that begin as q ends. limit.");
        api.MapGet("/entities/{id}", Entity).WithSummary("A person, body or place known across articles: its forms, roles over time, statements and stories.");
        api.MapGet("/stories/{id}", Story).WithSummary("The articles on one happening: its title and span of time, the places named, who speaks, and its articles; copies say what they are folded under.");
        api.MapGet("/situations", Situations).WithSummary("The situations that are followed, with their counts.");
        api.MapGet("/situations/{slug}", Situation).WithSummary("One situation: its parties, figures in order of publication, and articles.");
        api.MapGet("/alerts", Alerts).WithSummary("Alerts with watch, reason and evidence, newest first. situation, limit, offset.");
        api.MapGet("/sources", Sources).WithSummary("Followed sources and how their last poll went.");
        api.MapGet("/parked", Parked).WithSummary("Pages set aside, with room, trouble code and detail. limit, offset.");
    }

    private static IEnumerable<ApiArticle> Articles(DeskParts desk, int limit = 50, int offset = 0) =>
        desk.Store.Read(store => store.LatestArticles(Limit(limit), Offset(offset))).Select(ApiArticle.Of);

    private static IResult Annotations(DeskParts desk, string id) => desk.Store.Read(store =>
        RowOf(store, id) is { } row && store.ReviewedOf(row.Id) is { } reviewed
            ? Results.Bytes(ArticleEvidence.Annotations(desk.Archive, reviewed, row.Digest), "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"; charset=utf-8")
            : Results.NotFound());

    private static ArticleRow? RowOf(SqliteConnection store, string id) =>
        long.TryParse(id, System.Globalization.CultureInfo.InvariantCulture, out var number) ? store.Article(number) : store.ArticleByKey(id);

    private static IResult Article(DeskParts desk, string id) => desk.Store.Read(store =>
    {
        var row = RowOf(store, id);
        return row is not null && store.RecordOf(row.Id) is { } record ? Results.Bytes(record, "application/json; charset=utf-8") : Results.NotFound();
    });

    private static IResult Copies(DeskParts desk, string id) =>
        desk.Store.Read(store => RowOf(store, id) is { } row ? Results.Ok(ApiHistory.Of(store.HistoryOf(row))) : Results.NotFound());

    private static IEnumerable<ApiStatement> Statements(DeskParts desk, string? situation = null, string? speaker = null, string? type = null, int limit = 50, int offset = 0) =>
        desk.Store.Read(store => situation is null
            ? store.Statements(speaker, type, Limit(limit), Offset(offset))
            : store.Situation(situation) is { } found ? store.StatementsOfSituation(found.Id, speaker, type, Limit(limit), Offset(offset)) : []).Select(ApiStatement.Of);

    private static Results<Ok<ApiFound>, ProblemHttpResult> Search(DeskParts desk, string q, SearchOrder sort = SearchOrder.Best, int limit = 20, int offset = 0) =>
        desk.Store.Read<Results<Ok<ApiFound>, ProblemHttpResult>>(store =>
        {
            var words = SearchQuery.Read(store, q, out var fault);
            if (fault is not null) return Wrong(fault);
            return TypedResults.Ok(words is null ? new ApiFound([], [], [], null) : new ApiFound(
                [.. store.FindArticles(words, Limit(limit), Offset(offset), sort).Select(hit => ApiArticle.Of(hit.Article))],
                [.. store.FindStatements(words, Limit(limit), Offset(offset), sort).Select(ApiStatement.Of)],
                words.OtherSpellings,
                store.FacetsOf(words)));
        });

    private static ProblemHttpResult Wrong(SearchFault fault) => TypedResults.Problem(
        statusCode: 400, title: "The query cannot be read.", detail: fault.Kind.ToString(),
        extensions: new Dictionary<string, object?> { ["at"] = fault.At, ["length"] = fault.Length, ["words"] = fault.Words });

    private static IEnumerable<Suggestion> Suggest(DeskParts desk, string q, int limit = 8) => desk.Store.Read(store => store.Suggest(q, Math.Min(Limit(limit), 50)));

    private static Results<Ok<ApiEntity>, NotFound> Entity(DeskParts desk, long id) => desk.Store.Read<Results<Ok<ApiEntity>, NotFound>>(store =>
        store.Entity(id) is not { } entity ? TypedResults.NotFound() : TypedResults.Ok(new ApiEntity(
            entity.Id, entity.Type, entity.Name, entity.Articles, store.FormsOf(entity.Id), store.RolesOf(entity.Id),
            [.. store.StatementsOfEntity(entity.Id, Most).Select(ApiStatement.Of)], store.StoriesOf(entity.Id, Most))));

    private static Results<Ok<ApiStory>, NotFound> Story(DeskParts desk, long id) => desk.Store.Read<Results<Ok<ApiStory>, NotFound>>(store =>
        store.Story(id) is not { } story ? TypedResults.NotFound() : TypedResults.Ok(new ApiStory(
            story.Id, story.Title, story.FirstAt, story.LastAt, store.PlacesOfStory(story.Id, Most),
            [.. store.PartiesOfStory(story.Id, Most).Select(ApiParty.Of)], [.. store.ArticlesOfStory(story.Id).Select(ApiArticle.Of)])));

    private static IEnumerable<ApiSituation> Situations(DeskParts desk) => desk.Store.Read(store => store.Situations()).Select(ApiSituation.Of);

    private static Results<Ok<ApiDossier>, NotFound> Situation(DeskParts desk, string slug) => desk.Store.Read<Results<Ok<ApiDossier>, NotFound>>(store =>
        store.Situation(slug) is not { } situation ? TypedResults.NotFound() : TypedResults.Ok(new ApiDossier(
            ApiSituation.Of(situation),
            [.. store.Parties(situation.Id, Most).Select(ApiParty.Of)],
            [.. store.FiguresOfSituation(situation.Id, Most).Select(ApiFigure.From)],
            [.. store.ArticlesOfSituation(situation.Id, Most).Select(ApiArticle.Of)])));

    private static IEnumerable<ApiAlert> Alerts(DeskParts desk, string? situation = null, int limit = 50, int offset = 0) =>
        desk.Store.Read(store => situation is not null && store.Situation(situation) is null
            ? [] : store.Alerts(situation is null ? null : store.Situation(situation)!.Id, Limit(limit), Offset(offset))).Select(ApiAlert.Of);

    private static IEnumerable<ApiSource> Sources(DeskParts desk) => desk.Store.Read(store => store.Sources()).Select(ApiSource.Of);

    private static IEnumerable<ApiParked> Parked(DeskParts desk, int limit = 50, int offset = 0) =>
        desk.Store.Read(store => store.ParkedPages(Limit(limit), Offset(offset))).Select(ApiParked.Of);

    private static int Limit(int asked) => Math.Clamp(asked, 1, Most);

    private static int Offset(int asked) => Math.Max(asked, 0);
}

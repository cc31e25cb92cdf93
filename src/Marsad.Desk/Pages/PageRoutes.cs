using System.Globalization;
using Marsad.Desk.Readers;
using Marsad.Flow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marsad.Desk.Pages;

/// <summary>Which address shows which page. Every page exists under /ar and /en, and is a link that can be shared.</summary>
internal static class PageRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext http) => Results.Redirect("/" + ReaderChoices.LanguageFor(http.Request))).ExcludeFromDescription();
        foreach (var language in (string[])["ar", "en"]) MapIn(app.MapGroup("/" + language).ExcludeFromDescription(), language);
    }

    private static void MapIn(RouteGroupBuilder pages, string language)
    {
        pages.AddEndpointFilter(async (call, next) => ReaderChoices.Keep(call.HttpContext) is { } clean ? Results.Redirect(clean) : await next(call));
        Show(pages, "", language, ReadingPages.Home);
        Show(pages, "/situations/new", language, SituationForms.New);
        Show(pages, "/situations/{slug}", language, SituationPages.Overview);
        Show(pages, "/situations/{slug}/edit", language, SituationForms.Edit);
        Show(pages, "/situations/{slug}/timeline", language, SituationPages.Days);
        Show(pages, "/situations/{slug}/statements", language, SituationPages.Statements);
        Show(pages, "/situations/{slug}/figures", language, SituationPages.Figures);
        Show(pages, "/articles", language, ReadingPages.Articles);
        Show(pages, "/articles/{id:long}", language, ReadingPages.Article);
        Show(pages, "/articles/{id:long}/changes", language, ReadingPages.Changes);
        Show(pages, "/articles/{id:long}/items/{item}", language, ReviewPages.Item);
        Show(pages, "/entities/{id:long}", language, EntityPages.Entity);
        Show(pages, "/stories/{id:long}", language, ReadingPages.Story);
        Show(pages, "/search", language, ReadingPages.Search);
        Show(pages, "/alerts", language, StationPages.Alerts);
        Show(pages, "/sources", language, SourcePages.All);
        Show(pages, "/sources/{id:long}", language, SourcePages.One);
        Show(pages, "/parked", language, StationPages.Parked);
        Show(pages, "/captures/{digest}", language, StationPages.Capture);
        Show(pages, "/api", language, StationPages.Api);
        pages.MapPost("/articles/{id:long}/review", (HttpContext http, DeskParts desk, long id) => ReviewPages.Decide(http, desk, language, id));
        pages.MapPost("/articles/{id:long}/items/{item}", (HttpContext http, DeskParts desk, long id, string item) => ReviewPages.Correct(http, desk, language, id, item));
        pages.MapGet("/situations/{slug}/report.{format}", (HttpContext http, DeskParts desk, string slug, string format) => SituationForms.Export(http, desk, language, slug, format));
        pages.MapPost("/situations/new", (HttpContext http, DeskParts desk) => SituationForms.Save(http, desk, language));
        pages.MapPost("/entities/{id:long}", (HttpContext http, DeskParts desk, long id) => EntityPages.Decide(http, desk, language, id));
        pages.MapPost("/sources/find", (HttpContext http, DeskParts desk) => SourcePages.Find(http, desk, language));
        pages.MapGet("/sources/subscriptions.opml", (DeskParts desk) => Results.File(SourceLists.Write(desk.Store.Sources.All()), "text/x-opml", "subscriptions.opml"));
        pages.MapPost("/sources/import", (HttpContext http, DeskParts desk) => SourcePages.Import(http, desk, language));
        pages.MapPost("/sources", (HttpContext http, DeskParts desk) => SourcePages.Follow(http, desk, language));
        pages.MapPost("/sources/{id:long}", (HttpContext http, DeskParts desk, long id) => SourcePages.Change(http, desk, language, id));
        pages.MapPost("/parked/{id:long}/again", (HttpContext http, DeskParts desk, long id) => StationPages.TryAgain(http, desk, language, id));
    }

    private static void Show(RouteGroupBuilder pages, string path, string language, Func<Asked, IResult?> page) =>
        pages.MapGet(path, (HttpContext http, DeskParts desk) =>
            page(new Asked(http, desk, ReaderChoices.Of(http, language, desk.Store.Clock))) ?? Faults.Missing(http));
}

/// <summary>A page that was asked for: by whom, and with which route and query values.</summary>
internal sealed record Asked(HttpContext Http, DeskParts Desk, Reader Reader)
{
    public long Id => long.Parse(Route("id"), CultureInfo.InvariantCulture);

    /// <summary>The page of a list, counted from one.</summary>
    public int Number => int.TryParse(Query("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000 ? number : 1;

    public string Route(string name) => Http.Request.RouteValues[name] as string ?? "";

    /// <summary>A query value; null where it is not given or empty.</summary>
    public string? Query(string name) => Http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;
}

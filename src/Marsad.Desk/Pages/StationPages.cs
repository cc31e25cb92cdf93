using Marsad.Archive;
using Marsad.Flow.Exports;
using Marsad.Store.Queries;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Marsad.Desk.Pages;

/// <summary>What the pages about the station show: alerts, sources, parked pages, captures, the API.</summary>
internal static class StationPages
{
    public static IResult Alerts(Asked asked) => asked.Desk.Store.Read(store =>
    {
        var situation = asked.Query("situation") is { } slug ? store.Situation(slug) : null;
        var alerts = store.Alerts(situation?.Id, PageSizes.Alerts + 1, (asked.Number - 1) * PageSizes.Alerts);
        return PageResult.Of<AlertsPage>(
            asked.Reader, ("Situation", situation?.Slug), ("Watches", asked.Desk.Watches), ("Alerts", alerts.Take(PageSizes.Alerts).ToList()), ("More", alerts.Count > PageSizes.Alerts), ("Number", asked.Number));
    });

    public static IResult Parked(Asked asked) => asked.Desk.Store.Read(store => PageResult.Of<ParkedPage>(
        asked.Reader,
        ("Parked", store.ParkedPages(PageSizes.Parked, (asked.Number - 1) * PageSizes.Parked)),
        ("Total", store.CountParked()),
        ("Number", asked.Number),
        ("Token", asked.Http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(asked.Http))));

    /// <summary>Puts a parked page back on the work list; the collector takes it from there.</summary>
    public static async Task<IResult> TryAgain(HttpContext http, DeskParts desk, string language, long id)
    {
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)) return Results.BadRequest();
        if (!desk.Store.PutBack(id)) desk.Walk?.Retry(id, desk.Archive.Read);
        return Results.Redirect($"/{language}/parked");
    }

    public static IResult? Capture(Asked asked)
    {
        if (!Digest.TryParse(asked.Route("digest"), out var digest)) return null;
        var capture = asked.Desk.Store.Read(store => store.Capture(digest.ToString()));
        var evidence = ArticleEvidence.Of(asked.Desk.Archive, digest.ToString(), capture?.FinalUrl);
        if ((capture ?? HandedIn(asked, evidence)) is not { } shown) return null;
        return PageResult.Of<CapturePage>(
            asked.Reader, ("Capture", shown), ("Kept", asked.Desk.Archive.Holds(digest)), ("Evidence", evidence),
            ("Again", asked.Desk.Archive.CapturesOf(digest).Where(other => other.Entry != evidence?.Entry).ToList()), ("Standing", evidence is null ? null : asked.Desk.Archive.StandingOf(evidence.Entry)));
    }

    // A file or a page of somebody's archive has no row of its own among what was fetched.
    private static CaptureRow? HandedIn(Asked asked, Evidence? evidence) => evidence is null ? null : new CaptureRow
    {
        Digest = evidence.Digest.ToString(),
        Url = evidence.Url.AbsoluteUri,
        FinalUrl = evidence.FinalUrl.AbsoluteUri,
        CapturedAt = Store.Instant.ToText(evidence.CapturedAt),
        Status = 200,
        ContentType = evidence.ContentType,
        Length = asked.Desk.Archive.TryRead(evidence.Digest, out var body) is null ? body.Length : 0,
    };

    public static IResult Api(Asked asked) => PageResult.Of<ApiPage>(
        asked.Reader, ("Endpoints", Marsad.Desk.Api.ApiDescription.EndpointsOf(asked.Http.RequestServices.GetRequiredService<EndpointDataSource>())));
}

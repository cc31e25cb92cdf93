using Marsad.Desk.Pages;
using Marsad.Desk.Readers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marsad.Desk;

/// <summary>When a page cannot be made: says what happened, what was kept and what to try, in the reader's language.</summary>
internal static partial class Faults
{
    public static async Task Answer(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
            if (http.Response is { StatusCode: 404, HasStarted: false } && http.GetEndpoint() is null) await Say(http, "missing", 404);
        }
        catch (Exception fault) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            Log(http.RequestServices.GetRequiredService<ILogger<DeskParts>>(), http.Request.Path.Value ?? "", http.TraceIdentifier, fault);
            await Say(http, "broken", 500);
        }
    }

    /// <summary>The page for what is not here.</summary>
    public static IResult Missing(HttpContext http) => Page(http, "missing", 404);

    private static Task Say(HttpContext http, string kind, int status)
    {
        http.Response.StatusCode = status;
        if (http.Request.Path.StartsWithSegments("/api")) return Results.Problem(statusCode: status).ExecuteAsync(http);
        return Page(http, kind, status).ExecuteAsync(http);
    }

    private static IResult Page(HttpContext http, string kind, int status)
    {
        var language = http.Request.Path.StartsWithSegments("/en") ? "en" : http.Request.Path.StartsWithSegments("/ar") ? "ar" : ReaderChoices.LanguageFor(http.Request);
        var clock = http.RequestServices.GetRequiredService<DeskParts>().Store.Clock;
        return PageResult.Of<FaultPage>(ReaderChoices.Of(http, language, clock), status, ("Kind", kind), ("Trace", kind == "broken" ? http.TraceIdentifier : null));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The desk could not answer {Path} ({Trace})")]
    private static partial void Log(ILogger logger, string path, string trace, Exception fault);
}

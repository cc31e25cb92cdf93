using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Marsad.Archive;
using Marsad.Desk.Api;
using Marsad.Desk.Pages;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Marsad.Desk;

/// <summary>Puts the desk and the HTTP API into a web application.</summary>
public static class DeskApplication
{
    /// <param name="services">Of the application that the desk is part of.</param>
    /// <param name="store">The store that the desk reads.</param>
    /// <param name="archive">Where the bytes of captures are.</param>
    /// <param name="walk">Tries parked pages again; null where nothing is walked.</param>
    /// <param name="watches">For their titles; a watch that is not among them is called by its name.</param>
    /// <param name="probe">Finds what to follow of a site; null where nothing is fetched.</param>
    public static IServiceCollection AddDesk(this IServiceCollection services, StationStore store, CaptureArchive archive, PageWalk? walk = null, IReadOnlyList<Watch>? watches = null, SourceProbe? probe = null)
    {
        services.AddSingleton(new DeskParts(store, archive, walk, watches ?? [], probe));
        services.AddRazorComponents();
        // Arabic stays Arabic in the page: as numeric references it would be four times as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        // Keys that live as long as the process: the only thing they sign is the form that tries a parked page again.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "marsad.form";
            form.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddOpenApi(ApiDescription.Describe);
        return services;
    }

    /// <summary>Maps every page, the API and the assets.</summary>
    public static WebApplication MapDesk(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(SecurityHeaders.Add);
        app.Use(Faults.Answer);
        app.MapGet("/assets/{**name}", DeskAssets.Serve).ExcludeFromDescription();
        app.MapGet("/favicon.ico", () => Results.Redirect(DeskAssets.Address("icon.svg"))).ExcludeFromDescription();
        PageRoutes.Map(app);
        CaptureRoutes.Map(app);
        ApiRoutes.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json");
        return app;
    }
}

using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;

namespace Marsad.Desk.Api;

/// <summary>One address of the API and what it answers with.</summary>
public sealed record ApiEndpoint(string Address, string Summary);

/// <summary>What the API says of itself, to programs and to people.</summary>
internal static class ApiDescription
{
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Marsad";
        document.Info.Description = "Who said what, where, when and how many, each with the words it stands on. Offsets count Unicode code points of an article's text.";
        document.Info.Version = typeof(ApiDescription).Assembly.GetName().Version?.ToString(3) ?? "0";
        return Task.CompletedTask;
    });

    /// <summary>Every address under /api, in order.</summary>
    public static IReadOnlyList<ApiEndpoint> EndpointsOf(EndpointDataSource endpoints) =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)
            .Select(e => new ApiEndpoint(e.RoutePattern.RawText!, e.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? ""))
            .OrderBy(e => e.Address, StringComparer.Ordinal),
    ];
}

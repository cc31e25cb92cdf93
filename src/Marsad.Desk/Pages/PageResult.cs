using Marsad.Desk.Readers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Marsad.Desk.Pages;

/// <summary>Answers with a page, made whole on the server.</summary>
internal static class PageResult
{
    public static IResult Of<TPage>(Reader reader, params (string Name, object? Value)[] shown)
        where TPage : DeskPage => Of<TPage>(reader, 200, shown);

    public static IResult Of<TPage>(Reader reader, int status, params (string Name, object? Value)[] shown)
        where TPage : DeskPage
    {
        var parameters = shown.ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal);
        parameters[nameof(DeskPage.Reader)] = reader;
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }
}

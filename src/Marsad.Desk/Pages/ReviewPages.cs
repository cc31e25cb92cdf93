using System.Globalization;
using Marsad.Desk.Readers;
using Marsad.Records.Corrections;
using Marsad.Store.Queries;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Marsad.Desk.Pages;

/// <summary>What people decide on items of a record: confirm, reject and undo with one click, correct on a page of its own.</summary>
internal static class ReviewPages
{
    private const string Who = "who";
    private const int LongestName = 60;

    /// <summary>The name that this reader gave last; "" until then.</summary>
    public static string WhoIs(HttpContext http) => http.Request.Cookies[Who] ?? "";

    public static AntiforgeryTokenSet TokenOf(HttpContext http) => http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);

    public static IResult? Item(Asked asked) => asked.Desk.Store.Read(store =>
        store.Article(asked.Id) is { } row && store.ReviewedOf(row.Id) is { } reviewed && Find(reviewed, asked.Route("item")) is { } item
            ? ItemPage(asked.Reader, asked.Http, row, reviewed, item, item.Fields, null, 200) : null);

    /// <summary>A decision by one button: its name says which, its value on what.</summary>
    public static async Task<IResult> Decide(HttpContext http, DeskParts desk, string language, long id)
    {
        if (await FormOf(http) is not { } form || NameIn(form) is not { } who) return Results.BadRequest();
        Keep(http, who);
        var item = form["confirm"].ToString() is { Length: > 0 } confirmed ? confirmed : form["reject"].ToString();
        if (item.Length > 0) desk.Store.Corrections.Decide(id, item, form.ContainsKey("confirm") ? Decision.Confirmed : Decision.Rejected, who);
        else if (long.TryParse(form["undo"], NumberStyles.None, CultureInfo.InvariantCulture, out var correction)) desk.Store.Corrections.Undo(correction, who);
        return Results.Redirect($"/{language}/articles/{id}{(item.Length > 0 ? "#note-" + Uri.EscapeDataString(item) : "#decisions")}");
    }

    public static async Task<IResult> Correct(HttpContext http, DeskParts desk, string language, long id, string item)
    {
        if (await FormOf(http) is not { } form || NameIn(form) is not { } who) return Results.BadRequest();
        Keep(http, who);
        var fields = form.Where(field => field.Key.StartsWith("field.", StringComparison.Ordinal))
            .ToDictionary(field => field.Key["field.".Length..], field => field.Value.ToString() is { Length: > 0 } value ? value : null, StringComparer.Ordinal);
        if (desk.Store.Corrections.Decide(id, item, Decision.Corrected, who, fields)) return Results.Redirect($"/{language}/articles/{id}#note-{Uri.EscapeDataString(item)}");
        return Refused(http, desk, language, id, item, fields) ?? Faults.Missing(http);
    }

    // What was typed stands in the form again, with the field that cannot be so.
    private static IResult? Refused(HttpContext http, DeskParts desk, string language, long id, string item, Dictionary<string, string?> fields) => desk.Store.Read(store =>
        store.Article(id) is { } row && store.ReviewedOf(row.Id) is { } reviewed && Find(reviewed, item) is { } target
            ? ItemPage(ReaderChoices.Of(http, language, desk.Store.Clock), http, row, reviewed, target, fields, ItemFields.Fault(target.Kind, fields), 422) : null);

    private static RecordItem? Find(ReviewedRecord reviewed, string item) =>
        RecordItem.Of(reviewed.Shown.Record, reviewed.Shown.Article.Text).FirstOrDefault(i => i.Id == item);

    private static IResult ItemPage(
        Reader reader, HttpContext http, ArticleRow row, ReviewedRecord reviewed, RecordItem item, IReadOnlyDictionary<string, string?> fields, string? fault, int status) =>
        PageResult.Of<CorrectionPage>(
            reader, status, ("Row", row), ("Item", item), ("Text", reviewed.Shown.Article.Text), ("Fields", fields), ("Fault", fault), ("Who", WhoIs(http)), ("Token", TokenOf(http)));

    public static async Task<IFormCollection?> FormOf(HttpContext http) =>
        http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) ? await http.Request.ReadFormAsync() : null;

    public static string? NameIn(IFormCollection form) => form[Who].ToString().Trim() is { Length: > 0 and <= LongestName } who ? who : null;

    public static void Keep(HttpContext http, string who) => http.Response.Cookies.Append(
        Who, who, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), IsEssential = true });
}

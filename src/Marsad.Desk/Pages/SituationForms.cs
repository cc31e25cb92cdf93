using System.Globalization;
using System.Text.Json;
using Marsad.Desk.Readers;
using Marsad.Desk.Reports;
using Marsad.Language.Text;
using Marsad.Store;
using Marsad.Store.Queries;
using Microsoft.AspNetCore.Http;

namespace Marsad.Desk.Pages;

/// <summary>Follows situations from the desk, and hands out their reports.</summary>
internal static class SituationForms
{
    public static IResult New(Asked asked) => Form(asked.Reader, asked.Http, null, 200, "", "", "", null, null);

    public static IResult? Edit(Asked asked) => asked.Desk.Store.Read(store => store.Situation(asked.Route("slug")) is not { } situation ? null : Form(
        asked.Reader, asked.Http, situation.Slug, 200, situation.TitleAr, situation.TitleEn, string.Join('\n', JsonSerializer.Deserialize<string[]>(situation.Terms)!), situation.FromDay, situation.ToDay));

    public static async Task<IResult> Save(HttpContext http, DeskParts desk, string language)
    {
        if (await ReviewPages.FormOf(http) is not { } form) return Results.BadRequest();
        string Said(string name) => form[name].ToString().Trim();
        var terms = Said("terms").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(term => term.Any(char.IsLetterOrDigit)).Distinct().ToList();
        var (title, from, to) = (Said("title-ar"), DayOf(Said("from")), DayOf(Said("to")));
        if (title.Length == 0 || terms.Count == 0 || from > to)
            return Form(ReaderChoices.Of(http, language, desk.Store.Clock), http, Said("slug"), 422, title, Said("title-en"), Said("terms"), Said("from"), Said("to"));
        var english = Said("title-en") is { Length: > 0 } given ? given : title;
        var slug = Situation.IsSlug(Said("slug")) ? Said("slug") : desk.Store.Read(store => Free(store, english));
        desk.Store.Situations.Follow(new Situation(slug, title, english, terms, from, to));
        return Results.Redirect($"/{language}/situations/{slug}");
    }

    /// <summary>A situation's report or data as a file.</summary>
    public static async Task<IResult> Export(HttpContext http, DeskParts desk, string language, string slug, string format)
    {
        if (!RecordExport.Formats.Contains(format)) return Faults.Missing(http);
        // A situation may have any number of articles: into a file, which goes with the answer.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        http.Response.RegisterForDisposeAsync(file);
        if (!await RecordExport.Write(desk.Store, ExportChoice.OfSituation(slug), format, language, file)) return Faults.Missing(http);
        file.Position = 0;
        return Results.Stream(file, RecordExport.ContentType(format), fileDownloadName: $"{slug}.{format}");
    }

    private static DateOnly? DayOf(string words) =>
        DateOnly.TryParseExact(Folding.Fold(words), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // From the Latin letters of a title; where it has none, numbered.
    private static string Free(Microsoft.Data.Sqlite.SqliteConnection store, string title)
    {
        var letters = new string([.. title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-');
        while (letters.Contains("--", StringComparison.Ordinal)) letters = letters.Replace("--", "-", StringComparison.Ordinal);
        var name = letters.Length is > 0 and <= 60 ? letters : "situation";
        return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 && letters.Length > 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{i}")).First(slug => store.Situation(slug) is null);
    }

    private static IResult Form(Reader reader, HttpContext http, string? slug, int status, string titleAr, string titleEn, string terms, string? from, string? to) =>
        PageResult.Of<SituationFormPage>(
            reader, status, ("Slug", slug), ("TitleAr", titleAr), ("TitleEn", titleEn), ("Terms", terms), ("From", from), ("To", to), ("Faulty", status != 200), ("Token", ReviewPages.TokenOf(http)));
}

using Microsoft.AspNetCore.Http;

namespace Marsad.Desk.Readers;

/// <summary>What a reader has chosen, kept in cookies, and what is taken from Accept-Language until then.</summary>
internal static class ReaderChoices
{
    private static readonly string[] Names = ["theme", "digits", "months"];

    public static Reader Of(HttpContext http, string language, TimeProvider clock)
    {
        var region = RegionOf(http.Request);
        return new Reader(
            language == "ar" ? Words.Arabic : Words.English,
            DigitsOf(http.Request.Cookies["digits"], language, region),
            Months.Countries.FirstOrDefault(c => c == http.Request.Cookies["months"]) ?? Months.CountryLike(region),
            ThemeOf(http.Request.Cookies["theme"]),
            clock.GetUtcNow(),
            PathWithoutLanguage(http.Request.Path),
            http.Request.QueryString.Value ?? "");
    }

    /// <summary>A choice comes as a link ("?theme=dark"), so it works without JavaScript; it is kept, and the reader is sent back to the clean address.</summary>
    public static string? Keep(HttpContext http)
    {
        var query = http.Request.Query;
        if (!Names.Any(query.ContainsKey)) return null;
        foreach (var name in Names.Where(query.ContainsKey))
            http.Response.Cookies.Append(name, query[name].ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), IsEssential = true });
        var rest = query.Where(p => !Names.Contains(p.Key)).SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value));
        return http.Request.Path + QueryString.Create(rest);
    }

    /// <summary>The language a reader meets first: Arabic, unless the browser asks for English and not for Arabic before it.</summary>
    public static string LanguageFor(HttpRequest request)
    {
        foreach (var asked in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            if (asked.Value.StartsWith("ar", StringComparison.OrdinalIgnoreCase)) return "ar";
            if (asked.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return "en";
        }

        return "ar";
    }

    private static string RegionOf(HttpRequest request)
    {
        var first = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value ?? "").FirstOrDefault(l => l.StartsWith("ar-", StringComparison.OrdinalIgnoreCase));
        return first is null ? "" : first[3..].ToUpperInvariant();
    }

    // The default numbering system of CLDR 46 for these countries is "arab"; the Maghreb, Libya and the Emirates write Latin digits.
    private static DigitShape DigitsOf(string? chosen, string language, string region) => chosen switch
    {
        "arabic" => DigitShape.Arabic,
        "latin" => DigitShape.Latin,
        _ => language == "ar" && region is "EG" or "SA" or "IQ" or "SY" or "LB" or "JO" or "PS" or "KW" or "QA" or "BH" or "OM" or "YE" or "SD" ? DigitShape.Arabic : DigitShape.Latin,
    };

    private static Theme ThemeOf(string? chosen) => chosen switch { "light" => Theme.Light, "dark" => Theme.Dark, _ => Theme.Auto };

    private static string PathWithoutLanguage(PathString path)
    {
        var text = path.Value ?? "/";
        return text.Length > 3 ? text[3..] : "";
    }
}

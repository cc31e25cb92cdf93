using Marsad.Desk.Readers;
using Marsad.Feeds;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Store.Queries;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Marsad.Desk.Pages;

/// <summary>The sources: how they fare, and forms that find, follow, change and remove them. All work without JavaScript.</summary>
internal static class SourcePages
{
    private const int LongestName = 200, LargestList = 4 << 20;

    // A person waits in front of the page; a site that is slower is followed by the collector all the same.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static IResult All(Asked asked) => PageResult.Of<SourcesPage>(
        asked.Reader, ("Sources", asked.Desk.Store.Read(store => store.Sources())), ("CanFind", asked.Desk.Probe is not null), ("Token", ReviewPages.TokenOf(asked.Http)));

    public static IResult? One(Asked asked) => asked.Desk.Store.Read(store => store.Source(asked.Id) is { } source
        ? PageResult.Of<SourcePage>(asked.Reader, ("Source", source), ("Events", store.SourceEvents(source.Id)), ("Token", ReviewPages.TokenOf(asked.Http))) : null);

    /// <summary>Asks a site what can be followed of it and shows it; follows nothing yet.</summary>
    public static async Task<IResult> Find(HttpContext http, DeskParts desk, string language)
    {
        if (await FormOf(http) is not { } form || desk.Probe is not { } probe || PageAddress.Resolve(form["url"], null) is not { } url) return Results.BadRequest();
        using var enough = new CancellationTokenSource(Patience, desk.Store.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, http.RequestAborted);
        var result = await FindAsync(probe, url, enough.Token, either.Token);
        return PageResult.Of<SourceFoundPage>(ReaderChoices.Of(http, language, desk.Store.Clock), ("Asked", url.AbsoluteUri), ("Result", result), ("Token", ReviewPages.TokenOf(http)));
    }

    public static async Task<IResult> Follow(HttpContext http, DeskParts desk, string language)
    {
        // Only addresses of the web: a file of this machine is followed by whoever may use its command line.
        if (await FormOf(http) is not { } form || PageAddress.Resolve(form["address"], null) is not { } address || ChangeIn(form) is not { Outlet: { } outlet } said) return Results.BadRequest();
        if (!Enum.TryParse<SourceKind>(form["kind"], ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Results.BadRequest();
        var (id, _) = desk.Store.Sources.Add(new NewSource(address, outlet, said.Language, said.Country) { Kind = kind, Trust = said.Trust ?? SourceTrust.Usual });
        return Results.Redirect($"/{language}/sources/{id}");
    }

    /// <summary>Follows every feed of an OPML file; one that is followed already keeps its history.</summary>
    public static async Task<IResult> Import(HttpContext http, DeskParts desk, string language)
    {
        if (await FormOf(http) is not { } form || form.Files.GetFile("list") is not { Length: <= LargestList } file) return Results.BadRequest();
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, http.RequestAborted);
        var (sources, trouble) = SourceLists.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        var added = sources.Count(source => desk.Store.Sources.Add(source).IsNew);
        return PageResult.Of<SourcesPage>(ReaderChoices.Of(http, language, desk.Store.Clock),
            ("Sources", desk.Store.Read(store => store.Sources())), ("CanFind", desk.Probe is not null), ("Token", ReviewPages.TokenOf(http)), ("Added", added), ("Trouble", trouble));
    }

    public static async Task<IResult> Change(HttpContext http, DeskParts desk, string language, long id)
    {
        if (await FormOf(http) is not { } form) return Results.BadRequest();
        var sources = desk.Store.Sources;
        var act = form["act"].ToString();
        if (act == "save" && ChangeIn(form) is null) return Results.BadRequest();
        var done = act switch
        {
            "check" => sources.PollNow(id),
            "pause" => sources.Pause(id, true),
            "resume" => sources.Pause(id, false),
            "remove" => sources.Remove(id),
            "save" => sources.Change(id, ChangeIn(form)!),
            _ => false,
        };
        return !done ? Faults.Missing(http) : Results.Redirect(act == "remove" ? $"/{language}/sources" : $"/{language}/sources/{id}");
    }

    private static async Task<ProbeResult> FindAsync(SourceProbe probe, Uri url, CancellationToken enough, CancellationToken either)
    {
        try
        {
            return await probe.FindAsync(url, either);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return new ProbeResult.NotFound(new Trouble("FT005", $"{url.Host} was not looked through within {Patience.TotalSeconds} s"));
        }
    }

    /// <summary>Null where what was typed cannot be.</summary>
    private static SourceChange? ChangeIn(IFormCollection form)
    {
        string? Typed(string name) => form[name].ToString().Trim() is { Length: > 0 } value ? value : null;
        var (outlet, country, language) = (Typed("outlet"), Typed("country"), Typed("language"));
        if (outlet is null or { Length: > LongestName } || country is not (null or { Length: 2 }) || language?.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') == false) return null;
        if (!Enum.TryParse<SourceTrust>(form["trust"], ignoreCase: true, out var trust) || !Enum.IsDefined(trust)) return null;
        return new SourceChange(outlet, language, country?.ToUpperInvariant(), trust);
    }

    private static async Task<IFormCollection?> FormOf(HttpContext http) =>
        http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) ? await http.Request.ReadFormAsync() : null;
}

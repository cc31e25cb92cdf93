using System.CommandLine;
using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Reading;
using Marsad.Store;

namespace Marsad.Cli.Commands;

/// <summary>`marsad source add`: finds what to follow of a site and follows it.</summary>
internal static class SourceAdd
{
    public static Command Create()
    {
        var url = new Argument<string>("URL") { Description = "A page of the site: its feed is found. Or a feed (RSS, Atom, JSON Feed), a sitemap, a list of addresses on the web or in a file." };
        var outlet = new Option<string?>("--outlet") { Description = "The outlet's name, as people know it. Default: what the feed calls itself." };
        var language = new Option<string?>("--language") { Description = "The language of its pages, such as ar. Default: what the feed says." };
        var country = new Option<string?>("--country") { Description = "The outlet's country, such as KZ." };
        var trust = new Option<SourceTrust>("--trust") { Description = "How far the outlet is trusted: high, usual or low.", DefaultValueFactory = _ => SourceTrust.Usual };
        var page = new Option<bool>("--page") { Description = "Follow the page itself, by its links to articles, though the site may have a feed." };
        var blind = new Option<bool>("--unchecked") { Description = "Take the address as it is, without asking it; --outlet must be given." };
        var (data, hosts, contact) = (DataOption.Create(), HostOption.Create(), ContactOption.Create());
        var command = new Command("add", """
            Follows a site: finds its feed, else its sitemap, else reads the page for its links; shows what it found and how a page of it reads. It is polled as soon as
            `marsad serve` runs; one that runs already notices by itself.

            Examples:
              marsad source add https://news.example/
              marsad source add https://news.example/rss.xml --outlet "News Example" --language ar --trust low
              marsad source add https://news.example/politics --page
              marsad source add addresses.txt --outlet "Pages named by hand"
            """) { url, outlet, language, country, trust, page, blind, data, hosts, contact };
        command.SetAction(async (parsed, stop) =>
        {
            if (AddressOf(parsed.GetRequiredValue(url)) is not { } address) return SourceCommand.Refuse($"{parsed.GetRequiredValue(url)} is no web address and no file; write https://…");
            var wish = new Wish(address, parsed.GetValue(outlet), parsed.GetValue(language), parsed.GetValue(country), parsed.GetValue(trust), parsed.GetValue(page) ? SourceKind.Page : null);
            var where = parsed.GetRequiredValue(data);
            if (!parsed.GetValue(blind)) return await AddFoundAsync(wish, where, new FetchOptions { Hosts = HostOption.Value(parsed, hosts), Contact = parsed.GetValue(contact) }, stop);
            return wish.Outlet is null ? SourceCommand.Refuse("--unchecked needs --outlet NAME") : Follow(where, wish.Source(address, wish.Kind ?? SourceKind.Feed, wish.Outlet, null));
        });
        return command;
    }

    /// <summary>What was found at an address, in words.</summary>
    public static void Show(ProbeResult.Found found)
    {
        var reading = found.Reading;
        Console.WriteLine($"{Place(found.Address)}: {reading.Kind}, {reading.Title ?? "without a name"}, {reading.Entries.Count} entries");
        foreach (var trouble in reading.Troubles) Console.WriteLine($"  {trouble.Detail} ({trouble.Code})");
        foreach (var entry in reading.Entries.Take(3)) Console.WriteLine($"  · {entry.Title ?? entry.Link.AbsoluteUri}");
        Console.WriteLine(found switch
        {
            { Sample: PageReading.Read { Article: var article } } => $"  the newest page reads: {article.Title ?? "(no title)"} · {article.Text.Length} letters",
            { Sample: PageReading.NotAnArticle { Reason: var reason } } => $"  the newest page does not read: {reason.Detail} ({reason.Code})",
            { Reading.Kind: FeedKind.SitemapIndex } => "  its entries are sitemaps; the newest are read at each poll",
            _ => "  it names no page at present",
        });
        foreach (var other in found.Others.Take(10)) Console.WriteLine($"  the site also names {other}");
    }

    private static string Place(Uri address) => address.IsFile ? address.LocalPath : address.AbsoluteUri;

    private static Uri? AddressOf(string text)
    {
        if (InputUrls.IsUrl(text, out var url)) return url;
        return File.Exists(text) ? new Uri(Path.GetFullPath(text)) : null;
    }

    private static async Task<int> AddFoundAsync(Wish wish, string data, FetchOptions fetch, CancellationToken stop)
    {
        using var probe = new SourceProbe(fetch, TimeProvider.System);
        var result = wish.Kind is not null || wish.Address.IsFile
            ? await probe.CheckAsync(new Source(0, wish.Address, "", null) { Kind = wish.Kind ?? SourceKind.List }, stop)
            : await probe.FindAsync(wish.Address, stop);
        if (result is not ProbeResult.Found found)
            return SourceCommand.Refuse($"nothing to follow at {Place(wish.Address)}, and nothing that it names; with --unchecked it is followed all the same", (result as ProbeResult.NotFound)?.Trouble);
        Show(found);
        var name = wish.Outlet ?? found.Reading.Title ?? (found.Address.IsFile ? Path.GetFileName(found.Address.LocalPath) : found.Address.Host);
        return Follow(data, wish.Source(found.Address, found.Kind, name, found.Reading.Language));
    }

    private static int Follow(string data, NewSource source)
    {
        using var store = SourceCommand.Open(data);
        var (id, isNew) = store.Sources.Add(source);
        Console.WriteLine(isNew ? $"Source {id} is followed: {source.Outlet}, {Place(source.FeedUrl)}" : $"Source {id} was followed already; its name was taken over: {source.Outlet}, {Place(source.FeedUrl)}");
        return 0;
    }

    /// <summary>What the person said of the source; null where the site is to say it.</summary>
    private sealed record Wish(Uri Address, string? Outlet, string? Language, string? Country, SourceTrust Trust, SourceKind? Kind)
    {
        public NewSource Source(Uri address, SourceKind kind, string outlet, string? language) => new(address, outlet, Language ?? language, Country) { Kind = kind, Trust = Trust };
    }
}

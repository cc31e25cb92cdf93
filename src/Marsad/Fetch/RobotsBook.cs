using System.Text;

namespace Marsad.Fetch;

/// <summary>The robots.txt of each host that was asked, kept for a day (RFC 9309 §2.4), or for ten minutes where it could not be had.</summary>
/// <param name="ask">Asks for a robots.txt, past this book.</param>
internal sealed class RobotsBook(Func<FetchRequest, CancellationToken, Task<FetchOutcome>> ask, TimeProvider clock)
{
    public const string Product = "marsad";
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Shortly = TimeSpan.FromMinutes(10);

    // A feed may name pages of any number of hosts: beyond this many characters of rules, the pages that would be asked for anew soonest go first.
    private const long MostWeight = 8 << 20;
    private const int WeightOfNone = 200;

    private readonly Dictionary<string, Page> _pages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _turn = new();
    private long _weight;

    /// <summary>How many hosts' pages are held.</summary>
    public int Count
    {
        get
        {
            lock (_turn) return _pages.Count;
        }
    }

    /// <summary>Why the URL may not be asked, or null where it may; and the time that the host wants between two requests, null if it does not say.</summary>
    public async Task<(FetchOutcome.Failed? No, TimeSpan? Delay)> AskAsync(Uri url, CancellationToken stop)
    {
        var page = await PageOf(url, stop);
        if (page.Rules is not { } rules) return (page.Failure, null);
        return (rules.Allows(url) ? null : FetchTrouble.Disallowed(url), rules.Delay);
    }

    /// <summary>The sitemaps that the host's robots.txt names; empty where it names none or cannot be had.</summary>
    public async Task<IReadOnlyList<string>> SitemapsAsync(Uri url, CancellationToken stop) => (await PageOf(url, stop)).Rules?.Sitemaps ?? [];

    private async Task<Page> PageOf(Uri url, CancellationToken stop)
    {
        var site = url.GetLeftPart(UriPartial.Authority);
        lock (_turn)
            if (_pages.TryGetValue(site, out var known) && clock.GetUtcNow() < known.Until) return known;
        var outcome = await ask(new FetchRequest(new Uri(url, "/robots.txt"), RobotsRules.Largest), stop);
        var page = Read(outcome, url);
        lock (_turn) Keep(site, page);
        return page;
    }

    private void Keep(string site, Page page)
    {
        if (_pages.TryGetValue(site, out var old)) _weight -= old.Weight;
        _pages[site] = page;
        _weight += page.Weight;
        if (_weight <= MostWeight) return;
        // Down to half, so that it is not done at every page.
        foreach (var (other, known) in _pages.Where(p => p.Key != site).OrderBy(p => p.Value.Until).ToList())
        {
            if (_weight <= MostWeight / 2) break;
            _pages.Remove(other);
            _weight -= known.Weight;
        }
    }

    private Page Read(FetchOutcome outcome, Uri url)
    {
        var now = clock.GetUtcNow();
        return outcome switch
        {
            FetchOutcome.Fetched { Capture.Body: var body } => new Page(RobotsRules.Parse(Encoding.UTF8.GetString(body.Span), Product), null, now + Day),
            // §2.3.1.3: a host that answers 400–499 has no rules. §2.3.1.4: one that fails otherwise disallows everything for now.
            FetchOutcome.Failed { Trouble.Code: "FT013" or "FT014" or "FT015" or "FT006" or "FT007" } => new Page(RobotsRules.AllowAll, null, now + Day),
            FetchOutcome.Failed failed => new Page(null, Why(failed, url), now + Shortly),
            _ => new Page(RobotsRules.AllowAll, null, now + Shortly),
        };
    }

    // Where no host answered at all, that is the trouble, whatever was asked of it.
    private static FetchOutcome.Failed Why(FetchOutcome.Failed failed, Uri url) =>
        failed.Trouble.Code is "FT001" or "FT002" or "FT003" or "FT004" or "FT005" or "FT012" ? failed : FetchTrouble.RobotsUnreachable(url, failed.Trouble);

    private sealed record Page(RobotsRules? Rules, FetchOutcome.Failed? Failure, DateTimeOffset Until)
    {
        public long Weight { get; } = WeightOfNone + (Rules?.Weight ?? 0);
    }
}

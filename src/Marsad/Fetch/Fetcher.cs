using System.Net;
using Polly;
using Polly.Retry;

namespace Marsad.Fetch;

/// <summary>
/// Asks hosts for pages and feeds: politely (robots.txt, one request at a time and a gap, conditional, no more often than the host wants), safely (public
/// addresses only, bounded in size, time and redirects), and telling how it ended as a value. Safe to use from any thread.
/// </summary>
internal sealed class Fetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpExchange _exchange;
    private readonly HostQueue _hosts;
    private readonly RobotsBook _robots;
    private readonly ResiliencePipeline<FetchOutcome> _again;

    /// <param name="heardRules">Given each robots.txt that came; null where nobody keeps them.</param>
    public Fetcher(FetchOptions options, TimeProvider clock, Action<Capture>? heardRules = null)
    {
        _options = options;
        _clock = clock;
        _exchange = new HttpExchange(options, clock);
        _hosts = new HostQueue(clock);
        _robots = new RobotsBook((request, stop) => AskForRules(request, heardRules, stop), clock);
        _again = Again(options, clock);
    }

    /// <exception cref="OperationCanceledException">Only if <paramref name="stop"/> was.</exception>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken stop) =>
        await _again.ExecuteAsync(async token => await Follow(request, Permit(token), token), stop);

    /// <summary>The sitemaps that the robots.txt of a site names.</summary>
    public async Task<IReadOnlyList<Uri>> SitemapsAsync(Uri site, CancellationToken stop) =>
        [.. (await _robots.SitemapsAsync(site, stop)).Select(said => Uri.TryCreate(site, said, out var url) && IsWeb(url) ? url : null).OfType<Uri>().Distinct()];

    public void Dispose() => _exchange.Dispose();

    // What fails in passing is tried again at once, here; what goes on failing is for the collector, which comes back in minutes or hours.
    private static ResiliencePipeline<FetchOutcome> Again(FetchOptions options, TimeProvider clock)
    {
        if (options.Retries == 0) return ResiliencePipeline<FetchOutcome>.Empty;
        var retry = new RetryStrategyOptions<FetchOutcome>
        {
            MaxRetryAttempts = options.Retries,
            Delay = options.RetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            // A host that is down, that answers 404, or that asks for peace is not helped by a second request within seconds.
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is FetchOutcome.Failed { Trouble.Code: "FT003" or "FT009" or "FT016" }),
        };
        return new ResiliencePipelineBuilder<FetchOutcome> { TimeProvider = clock }.AddRetry(retry).Build();
    }

    private async Task<FetchOutcome> AskForRules(FetchRequest request, Action<Capture>? heard, CancellationToken stop)
    {
        var outcome = await Follow(request, _ => Task.FromResult<FetchOutcome.Failed?>(null), stop);
        if (outcome is FetchOutcome.Fetched { Capture: var rules }) heard?.Invoke(rules);
        return outcome;
    }

    private Func<Hop, Task<FetchOutcome.Failed?>> Permit(CancellationToken stop) => async hop =>
    {
        var (no, delay) = await _robots.AskAsync(hop.Url, stop);
        hop.Gap = Longer(_options.Gap, delay);
        return no;
    };

    private TimeSpan Longer(TimeSpan gap, TimeSpan? asked)
    {
        if (asked is not { } delay || delay <= gap) return gap;
        return delay < _options.LongestGap ? delay : _options.LongestGap;
    }

    private async Task<FetchOutcome> Follow(FetchRequest request, Func<Hop, Task<FetchOutcome.Failed?>> permit, CancellationToken stop)
    {
        var hop = new Hop(request.Url, _options.Gap);
        Uri? movedTo = null;
        var lasting = true;
        var wire = new List<WireExchange>();
        for (var redirects = 0; redirects <= _options.MostRedirects; redirects++)
        {
            if (!IsWeb(hop.Url)) return FetchTrouble.NoWebAddress(hop.Url);
            if (await permit(hop) is { } no) return no;
            if (_hosts.Held(hop.Url.Host) is var held && held > TimeSpan.Zero) return FetchTrouble.Wait(hop.Url.Host, held);
            var answer = await Ask(request, hop, stop);
            if (answer.Outcome is not null) return Finish(answer.Outcome, movedTo, wire);
            if (answer.Location is null || !IsWeb(answer.Location)) return FetchTrouble.BadRedirect(answer.Location?.ToString());
            if (answer.Wire is { } redirect) wire.Add(redirect);
            lasting &= answer.Status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            movedTo = lasting ? answer.Location : movedTo;
            hop = new Hop(answer.Location, _options.Gap);
        }

        return FetchTrouble.TooManyRedirects(_options.MostRedirects);
    }

    private async Task<HttpAnswer> Ask(FetchRequest request, Hop hop, CancellationToken stop)
    {
        using var turn = await _hosts.EnterAsync(hop.Url.Host, stop);
        // The answer to the request before may have asked for peace while this one waited for its turn.
        if (_hosts.Held(hop.Url.Host) is var held && held > TimeSpan.Zero) return new HttpAnswer(FetchTrouble.Wait(hop.Url.Host, held));
        turn.Gap = hop.Gap;
        var answer = await _exchange.AskAsync(request, hop.Url, stop);
        if (answer.Outcome is FetchOutcome.Failed { RetryAfter: { } time }) _hosts.Hold(hop.Url.Host, time);
        return answer;
    }

    private static FetchOutcome Finish(FetchOutcome outcome, Uri? movedTo, IReadOnlyList<WireExchange> redirects) => outcome switch
    {
        FetchOutcome.Fetched { Capture: var capture } fetched => fetched with { MovedTo = movedTo, Capture = capture with { Wire = [.. redirects, .. capture.Wire] } },
        FetchOutcome.NotModified same => same with { Wire = [.. redirects, .. same.Wire] },
        _ => outcome,
    };

    private static bool IsWeb(Uri url) => url is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 };

    private sealed class Hop(Uri url, TimeSpan gap)
    {
        public Uri Url { get; } = url;

        public TimeSpan Gap { get; set; } = gap;
    }
}

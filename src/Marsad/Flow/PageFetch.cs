using Marsad.Fetch;
using Marsad.Reading.Links;

namespace Marsad.Flow;

/// <summary>Asks for a page as a browser would: also where it sends browsers on with a meta element (refresh) instead of a status.</summary>
internal sealed class PageFetch(Fetcher fetcher, FetchOptions options)
{
    /// <exception cref="OperationCanceledException">Only if <paramref name="stop"/> was.</exception>
    public async Task<FetchOutcome> AskAsync(FetchRequest request, CancellationToken stop)
    {
        var (next, wire) = (request, new List<WireExchange>());
        for (var redirects = 0; redirects <= options.MostRedirects; redirects++)
        {
            var outcome = await fetcher.FetchAsync(next, stop);
            if (outcome is not FetchOutcome.Fetched { Capture: var capture } fetched) return outcome;
            wire.AddRange(capture.Wire);
            if (HeadLinks.Of(capture.Body.Span, capture.ContentType, capture.FinalUrl).Refresh is not { } target)
                return redirects == 0 ? outcome : fetched with { Capture = capture with { Url = request.Url, Wire = wire }, MovedTo = null };
            next = request with { Url = target };
        }

        return FetchTrouble.TooManyRedirects(options.MostRedirects);
    }
}

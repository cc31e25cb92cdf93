using Marsad.Fetch;

namespace Marsad.Flow;

/// <summary>Fetches the pages that people name by URL, with the same caution and manners as a source's pages.</summary>
public sealed class InputUrls(FetchOptions options, TimeProvider clock) : IDisposable
{
    private readonly Fetcher _fetcher = new(options, clock);

    /// <summary>True for what is meant as a URL and not as a file.</summary>
    public static bool IsUrl(string path, out Uri url)
    {
        url = null!;
        return (path?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) == true || path?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true)
            && Uri.TryCreate(path, UriKind.Absolute, out url!);
    }

    /// <summary>The page at <paramref name="url"/>, or why it did not come.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was.</exception>
    public async Task<InputItem> FetchAsync(Uri url, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(url);
        return await _fetcher.FetchAsync(new FetchRequest(url, options.LargestPage), stop) switch
        {
            FetchOutcome.Fetched { Capture: var capture } =>
                new InputItem.Page(url.ToString(), null, capture.ContentType, capture.Body) { Url = capture.FinalUrl },
            FetchOutcome.Failed failed => new InputItem.Unreadable(url.ToString(), 0, failed.Trouble),
            _ => throw new InvalidOperationException("An unconditional request was answered with \"not modified\"."),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _fetcher.Dispose();
}

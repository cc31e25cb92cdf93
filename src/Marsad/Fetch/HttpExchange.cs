using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace Marsad.Fetch;

/// <summary>One answer: an outcome, or a redirect to follow.</summary>
internal readonly record struct HttpAnswer(FetchOutcome? Outcome, HttpStatusCode Status = default, Uri? Location = null)
{
    /// <summary>A redirect as it was on the wire; what was fetched carries its own.</summary>
    public WireExchange? Wire { get; init; }
}

/// <summary>One request and its answer, bounded in size and time; knows nothing of politeness.</summary>
internal sealed class HttpExchange : IDisposable
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    // What stands under a redirect is a line for people; it is kept with the rest, but not waited for.
    private const int LargestRedirect = 64 << 10;
    private static readonly TimeSpan RedirectPatience = TimeSpan.FromSeconds(5);

    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _client;

    public HttpExchange(FetchOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = new GuardedConnection(options.Hosts, options.Resolve).ConnectAsync,
            PlaintextStreamFilter = WireTap.Filter,
            SslOptions = { CertificateChainPolicy = Trust(options.Roots) },
            AllowAutoRedirect = false,
            // Bodies are unpacked by ContentCoding.
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            // A proxy would resolve names itself, past the address policy.
            UseProxy = false,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            ActivityHeadersPropagator = null,
        });
    }

    private static X509ChainPolicy? Trust(X509Certificate2Collection roots)
    {
        if (roots.Count == 0) return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }

    public async Task<HttpAnswer> AskAsync(FetchRequest request, Uri url, CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stop);
        try
        {
            using var message = Message(request, url);
            var tap = WireTap.Listen(request.Largest);
            using var response = await _client.SendAsync(message, either.Token);
            return await Read(request, url, response, tap, either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new HttpAnswer(FetchTrouble.TimedOut(_options.Timeout));
        }
        catch (Exception fault) when (!stop.IsCancellationRequested && FetchTrouble.Of(fault) is { } failed)
        {
            return new HttpAnswer(failed);
        }
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Message(FetchRequest request, Uri url)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url);
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", ContentCoding.Accepted);
        message.Headers.TryAddWithoutValidation("Accept-Language", "ar, *;q=0.5");
        if (request.Seen?.ETag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.Seen?.LastModified is { } modified) message.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return message;
    }

    private async Task<HttpAnswer> Read(FetchRequest request, Uri url, HttpResponseMessage response, WireTap tap, CancellationToken stop)
    {
        var status = response.StatusCode;
        if (status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            return new HttpAnswer(null, status, Target(url, response)) { Wire = await Redirect(url, response, tap, stop) };
        if (status is HttpStatusCode.NotModified) return new HttpAnswer(new FetchOutcome.NotModified(url, [tap.Heard(url, _clock.GetUtcNow(), true)]));
        if (status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) return new HttpAnswer(FetchTrouble.Wait(url.Host, Wait(response.Headers.RetryAfter)));
        if (!response.IsSuccessStatusCode) return new HttpAnswer(FetchTrouble.Status(status));
        if (await Body(response.Content, request.Largest, stop) is not { } body) return new HttpAnswer(FetchTrouble.TooLarge(request.Largest));
        var now = _clock.GetUtcNow();
        var capture = new Capture(request.Url, url, now, (int)status, Header(response, "Content-Type"), body) { Wire = [tap.Heard(url, now, true)] };
        return new HttpAnswer(new FetchOutcome.Fetched(capture, new Validators(Header(response, "ETag"), Header(response, "Last-Modified"))));
    }

    private async Task<WireExchange> Redirect(Uri url, HttpResponseMessage response, WireTap tap, CancellationToken stop)
    {
        var isWhole = false;
        using var patience = new CancellationTokenSource(RedirectPatience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            isWhole = await Body(response.Content, LargestRedirect, either.Token) is not null;
        }
        catch (Exception odd) when (odd is IOException or InvalidDataException or HttpRequestException || (odd is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // Where it leads is known from its head.
        }

        return tap.Heard(url, _clock.GetUtcNow(), isWhole);
    }

    private static Uri? Target(Uri url, HttpResponseMessage response) =>
        Header(response, "Location") is { } location && Uri.TryCreate(url, location, out var target) ? new UriBuilder(target) { Fragment = "" }.Uri : null;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    // RFC 9110 §10.2.3: seconds or a date. A host that says nothing gets five minutes; one that says a year is asked again tomorrow.
    private TimeSpan Wait(RetryConditionHeaderValue? said)
    {
        var wait = said?.Delta ?? (said?.Date is { } date ? date - _clock.GetUtcNow() : DefaultWait);
        return wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > LongestWait ? LongestWait : wait;
    }

    /// <returns>Null where the body, unpacked, is larger than allowed: a bomb is left as soon as it shows itself.</returns>
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpContent content, int largest, CancellationToken stop)
    {
        await using var stream = ContentCoding.Open(await content.ReadAsStreamAsync(stop), string.Join(',', content.Headers.ContentEncoding));
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var body = new MemoryStream();
            while (await ContentCoding.ReadAsync(stream, buffer, stop) is var read and > 0)
            {
                if (body.Length + read > largest) return null;
                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

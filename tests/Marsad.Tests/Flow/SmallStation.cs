using System.Text;
using Marsad.Archive;
using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Tests.Fetch;
using Marsad.Tests.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Marsad.Tests.Flow;

/// <summary>A collector on a store and archive of its own that follows servers of this machine; its clock is the test's.</summary>
internal sealed class SmallStation : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Fetcher _fetcher;
    private SmallStation(LoopbackServer server, FetchOptions? fetch)
    {
        Server = server;
        Fetch = (fetch ?? new FetchOptions()) with { Hosts = server.Named("manara.example", "m.manara.example", "www.manara.example", "other.example"), Gap = TimeSpan.Zero, Retries = 0 };
        Options = new StationOptions(_directory.Path) { Fetch = Fetch, Collector = new CollectorOptions { Rechecks = [TimeSpan.FromHours(1)] } };
        Store = StationStore.Open(DataDirectory.Database(_directory.Path), Clock);
        Archive = new CaptureArchive(DataDirectory.Archive(_directory.Path), clock: Clock);
        _fetcher = new Fetcher(Fetch, Clock, new SourceEvidence(Archive).KeepRules);
        Collector = new Collector(Store, Archive, _fetcher, new FeedReader(), Note, Options);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2022, 1, 6, 12, 0, 0, TimeSpan.Zero));

    public LoopbackServer Server { get; }

    public FetchOptions Fetch { get; }

    public StationOptions Options { get; }

    public StationStore Store { get; }

    public CaptureArchive Archive { get; }

    public Collector Collector { get; }

    /// <summary>What answers; by path. Anything else is not found.</summary>
    public Dictionary<string, Func<HttpContext, Task>> Answers { get; private set; } = null!;

    public List<(string Path, string Body, CollectedPage Page)> Walked { get; } = [];

    public IEnumerable<string> WalkedPaths => Walked.Select(w => w.Path).Order(StringComparer.Ordinal);

    /// <summary>The paths of what was walked, in order, with a space between.</summary>
    public string WalkedLine => string.Join(' ', WalkedPaths);

    public Source Source => Assert.Single(Store.Sources.All());

    public static async Task<SmallStation> StartAsync(FetchOptions? fetch = null)
    {
        var answers = new Dictionary<string, Func<HttpContext, Task>>();
        var server = await LoopbackServer.StartAsync(context =>
        {
            if (answers.TryGetValue(context.Request.Path + context.Request.QueryString, out var answer) || answers.TryGetValue(context.Request.Path, out answer)) return answer(context);
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        return new SmallStation(server, fetch) { Answers = answers };
    }

    public void Say(string path, string text, Action<HttpResponse>? with = null) => Answers[path] = context =>
    {
        with?.Invoke(context.Response);
        return context.Response.WriteAsync(text);
    };

    public void Fail(string path, int status) => Answers[path] = context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public void Feed(params IEnumerable<string> links) =>
        Say("/feed.xml", "<rss><channel>" + string.Concat(links.Select(link => $"<item><title>headline</title><link>{link}</link></item>")) + "</channel></rss>");

    public long Follow(string path = "/feed.xml", SourceKind kind = SourceKind.Feed) =>
        Store.Sources.Add(new NewSource(new Uri("http://manara.example" + path), "Manara") { Kind = kind }).Id;

    public Task<int> Collect() => Collector.CollectDueAsync(CancellationToken.None);

    public Task<int> Later(TimeSpan time)
    {
        Clock.Advance(time);
        return Collect();
    }

    public IReadOnlyList<(string What, string? Code, string? Detail)> Events() =>
        Store.Read(db => Dapper.SqlMapper.Query<(string, string?, string?)>(db, "SELECT what, code, detail FROM source_event ORDER BY id").ToList());

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        Archive.Dispose();
        Store.Dispose();
        await Server.DisposeAsync();
        _directory.Dispose();
    }

    private WorkState Note(CollectedPage page)
    {
        lock (Walked) Walked.Add((page.Capture.FinalUrl.PathAndQuery, Encoding.UTF8.GetString(page.Capture.Body.Span), page));
        return WorkState.Filed;
    }
}

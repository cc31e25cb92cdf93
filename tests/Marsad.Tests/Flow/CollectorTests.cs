using System.Text;
using Marsad.Archive;
using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Tests.Store;
using Microsoft.Extensions.Time.Testing;

namespace Marsad.Tests.Flow;

public sealed class CollectorTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2022, 1, 6, 12, 0, 0, TimeSpan.Zero));
    private readonly List<(string Path, string Body)> _walked = [];
    private readonly List<IDisposable> _open = [];

    public void Dispose()
    {
        _open.ForEach(o => o.Dispose());
        _directory.Dispose();
    }

    private StationOptions Options(SmallOutlet outlet) => new(_directory.Path)
    {
        Fetch = new FetchOptions { Hosts = outlet.Server.Named(SmallOutlet.Host, "moved.example"), Gap = TimeSpan.Zero, Retries = 0 },
        Collector = new CollectorOptions { Rechecks = [TimeSpan.FromHours(1), TimeSpan.FromHours(6)], MostAttempts = 3, LongestBackoff = TimeSpan.FromMinutes(30) },
    };

    private T Opened<T>(T opened) where T : IDisposable
    {
        _open.Add(opened);
        return opened;
    }

    private (Collector Collector, StationStore Store) Open(SmallOutlet outlet, WalkPage? walk = null, Action<Trouble>? tell = null)
    {
        var options = Options(outlet);
        var store = Opened(StationStore.Open(DataDirectory.Database(options.DataDirectory), _clock));
        var fetcher = Opened(new Fetcher(options.Fetch, _clock));
        return (new Collector(store, Opened(new CaptureArchive(DataDirectory.Archive(options.DataDirectory))), fetcher, new FeedReader(), walk ?? Note, options, tell), store);
    }

    private (Collector Collector, StationStore Store) Following(SmallOutlet outlet, WalkPage? walk = null)
    {
        var opened = Open(outlet, walk);
        opened.Store.Sources.Add(new NewSource(SmallOutlet.Feed, "Manara", "ar"));
        return opened;
    }

    private WorkState Note(CollectedPage page)
    {
        lock (_walked) _walked.Add((page.Capture.Url.AbsolutePath, Encoding.UTF8.GetString(page.Capture.Body.Span)));
        return WorkState.Filed;
    }

    private async Task Later(Collector collector, TimeSpan time)
    {
        _clock.Advance(time);
        await collector.CollectDueAsync(CancellationToken.None);
    }

    private static Source Only(StationStore store) => Assert.Single(store.Sources.All());

    [Fact]
    public async Task Every_page_of_a_feed_is_archived_and_walked()
    {
        await using var outlet = await SmallOutlet.StartAsync(5);
        var (collector, store) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 5).Select(i => ($"/news/{i}", $"Body {i}")), _walked.Order());
        Assert.Equal(5, store.Work.Count(WorkState.Filed));
    }

    [Fact]
    public async Task A_feed_takes_a_page_once()
    {
        await using var outlet = await SmallOutlet.StartAsync(3);
        var (collector, _) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        outlet.Publish("/news/4", "Headline 4", "Body 4");
        await Later(collector, TimeSpan.FromMinutes(30));
        Assert.Equal([1, 1, 1, 1], Enumerable.Range(1, 4).Select(i => outlet.Server.Count($"/news/{i}")));
    }

    [Fact]
    public async Task A_page_that_two_sources_name_is_taken_once()
    {
        await using var outlet = await SmallOutlet.StartAsync(2);
        outlet.Instead["/section.xml"] = context => context.Response.Body.WriteAsync(
            "<rss><channel><item><title>Other headline</title><link>/news/1?utm_source=section</link></item></channel></rss>"u8.ToArray()).AsTask();
        var (collector, store) = Following(outlet);
        store.Sources.Add(new NewSource(new Uri($"http://{SmallOutlet.Host}/section.xml"), "Manara"));
        await collector.CollectDueAsync(CancellationToken.None);
        Assert.Equal(1, outlet.Server.Asked.Count(a => a.Path.StartsWith("/news/1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_sent_again()
    {
        await using var outlet = await SmallOutlet.StartAsync(1);
        var (collector, _) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        await Later(collector, TimeSpan.FromMinutes(30));
        Assert.False(string.IsNullOrEmpty(outlet.Server.Asked.Last(a => a.Path == "/feed.xml").Headers.IfNoneMatch));
    }

    [Theory]
    [InlineData("Headline 1", "2022-01-06T13:00:00Z")]
    [InlineData("Another headline", null)]
    public async Task An_edit_that_the_feed_tells_is_walked_as_a_new_version(string title, string? updated)
    {
        await using var outlet = await SmallOutlet.StartAsync(0);
        outlet.Publish("/news/1", "Headline 1", "as it was", updated is null ? null : "2022-01-06T11:00:00Z");
        var (collector, _) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        outlet.Publish("/news/1", title, "as it became", updated);
        await Later(collector, TimeSpan.FromMinutes(30));
        Assert.Equal([("/news/1", "as it was"), ("/news/1", "as it became")], _walked);
    }

    [Fact]
    public async Task A_silent_edit_is_found_when_the_page_is_looked_at_again()
    {
        await using var outlet = await SmallOutlet.StartAsync(1);
        var (collector, _) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        await Later(collector, TimeSpan.FromHours(2));
        outlet.Publish("/news/1", "Headline 1", "edited in silence");
        await Later(collector, TimeSpan.FromHours(7));
        Assert.Equal(["Body 1", "edited in silence"], _walked.Select(w => w.Body));
    }

    [Fact]
    public async Task Looking_again_ends_after_the_last_time()
    {
        await using var outlet = await SmallOutlet.StartAsync(1);
        var (collector, _) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        for (var i = 0; i < 5; i++) await Later(collector, TimeSpan.FromDays(1));
        Assert.Equal(3, outlet.Server.Count("/news/1"));
    }

    [Fact]
    public async Task Trouble_of_a_source_is_kept_and_goes_when_it_recovers()
    {
        await using var outlet = await SmallOutlet.StartAsync(1);
        outlet.Fail("/feed.xml", 500);
        var (collector, store) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        Assert.Equal(("FT016", 1), (Only(store).Trouble?.Code, Only(store).Failures));
        outlet.Instead.Clear();
        await Later(collector, TimeSpan.FromHours(1));
        Assert.Equal((null, 0), (Only(store).Trouble, Only(store).Failures));
        Assert.Single(_walked);
    }

    [Fact]
    public async Task A_source_that_fails_is_asked_less_and_less()
    {
        await using var outlet = await SmallOutlet.StartAsync(0);
        outlet.Fail("/feed.xml", 404);
        var (collector, _) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        for (var minute = 0; minute < 100; minute++) await Later(collector, TimeSpan.FromMinutes(1));
        Assert.InRange(outlet.Server.Count("/feed.xml"), 4, 7);
    }

    [Fact]
    public async Task A_source_that_is_gone_for_good_is_asked_no_more()
    {
        await using var outlet = await SmallOutlet.StartAsync(1);
        outlet.Fail("/feed.xml", 410);
        var (collector, store) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        await Later(collector, TimeSpan.FromDays(10));
        Assert.Equal((1, "ended"), (outlet.Server.Count("/feed.xml"), Only(store).State));
    }

    [Theory]
    [InlineData(301, "http://moved.example/new.xml", 1)]
    [InlineData(308, "http://moved.example/new.xml", 1)]
    [InlineData(302, "http://manara.example/feed.xml", 2)]
    public async Task A_source_that_has_moved_for_good_is_asked_at_its_new_place_alone(int status, string followed, int askedAtTheOld)
    {
        await using var outlet = await SmallOutlet.StartAsync(1);
        outlet.Instead["/feed.xml"] = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "http://moved.example/new.xml";
            return Task.CompletedTask;
        };
        outlet.Instead["/new.xml"] = context => context.Response.Body.WriteAsync("<rss><channel/></rss>"u8.ToArray()).AsTask();
        var (collector, store) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        await Later(collector, TimeSpan.FromHours(3));
        Assert.Equal((followed, askedAtTheOld, 2), (Only(store).FeedUrl.AbsoluteUri, outlet.Server.Count("/feed.xml"), outlet.Server.Count("/new.xml")));
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_is_parked_and_the_others_walk_on()
    {
        await using var outlet = await SmallOutlet.StartAsync(3);
        outlet.Fail("/news/2", 403);
        var (collector, store) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        Assert.Equal((2, 1), (store.Work.Count(WorkState.Filed), store.Work.Count(WorkState.Parked)));
    }

    [Fact]
    public async Task A_page_that_fails_in_passing_is_fetched_later()
    {
        await using var outlet = await SmallOutlet.StartAsync(1);
        outlet.Fail("/news/1", 500);
        var (collector, _) = Following(outlet);
        await collector.CollectDueAsync(CancellationToken.None);
        Assert.Empty(_walked);
        outlet.Instead.Clear();
        await Later(collector, TimeSpan.FromMinutes(6));
        Assert.Single(_walked);
    }

    [Fact]
    public async Task A_page_that_goes_on_failing_is_parked()
    {
        await using var outlet = await SmallOutlet.StartAsync(1);
        outlet.Fail("/news/1", 500);
        var (collector, store) = Following(outlet);
        for (var i = 0; i < 4; i++) await Later(collector, TimeSpan.FromHours(2));
        Assert.Equal((1, 3), (store.Work.Count(WorkState.Parked), outlet.Server.Count("/news/1")));
    }

    [Fact]
    public async Task Hosts_that_want_peace_end_their_steps_at_once_and_the_others_go_on()
    {
        await using var outlet = await SmallOutlet.StartAsync(1);
        outlet.Instead["/held.xml"] = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        var (collector, store) = Open(outlet);
        foreach (var host in new[] { SmallOutlet.Host, "moved.example" })
            for (var i = 0; i < 3; i++) store.Sources.Add(new NewSource(new Uri($"http://{host}/held.xml?{i}"), $"{host} {i}"));
        await collector.CollectDueAsync(CancellationToken.None);
        Assert.All(store.Sources.All(), source => Assert.Equal(("FT012", 1), (source.Trouble?.Code, source.Failures)));
    }

    [Fact]
    public async Task A_page_that_hurts_is_parked_and_the_others_walk_on()
    {
        await using var outlet = await SmallOutlet.StartAsync(3);
        var (collector, store) = Following(outlet, page => page.Capture.Url.AbsolutePath == "/news/2" ? throw new InvalidOperationException("our fault") : Note(page));
        await collector.CollectDueAsync(CancellationToken.None);
        Assert.Equal((2, 1), (store.Work.Count(WorkState.Filed), store.Work.Count(WorkState.Parked)));
    }

    [Fact]
    public async Task A_full_disk_parks_nothing_and_the_page_is_walked_when_there_is_room()
    {
        await using var outlet = await SmallOutlet.StartAsync(1);
        var full = true;
        var (collector, _) = Following(outlet, page => full ? throw new IOException("no space left on device") : Note(page));
        await collector.CollectDueAsync(CancellationToken.None);
        full = false;
        await Later(collector, TimeSpan.FromMinutes(1));
        Assert.Single(_walked);
    }

    [Fact]
    public async Task A_capture_that_the_disk_has_lost_is_fetched_anew()
    {
        await using var outlet = await SmallOutlet.StartAsync(1);
        var (collector, _) = Following(outlet, _ => throw new IOException("not now"));
        await collector.CollectDueAsync(CancellationToken.None);
        _open.ForEach(o => o.Dispose());
        _open.Clear();
        Directory.Delete(DataDirectory.Archive(_directory.Path), recursive: true);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Open(outlet).Collector.CollectDueAsync(CancellationToken.None);
        Assert.Equal((1, 2), (_walked.Count, outlet.Server.Count("/news/1")));
    }

    [Fact]
    public async Task Stopped_after_any_request_it_goes_on_and_walks_everything_once()
    {
        const int Pages = 4;
        for (var stopAt = 1; stopAt <= Pages + 2; stopAt++)
        {
            await using var outlet = await SmallOutlet.StartAsync(Pages);
            using var directory = new TemporaryDirectory();
            _walked.Clear();
            await StopAt(outlet, directory.Path, stopAt);
            await StopAt(outlet, directory.Path, stopAt);
            await StopAt(outlet, directory.Path, int.MaxValue);
            Assert.Equal(Enumerable.Range(1, Pages).Select(i => ($"/news/{i}", $"Body {i}")), _walked.Order());
        }
    }

    // The store is opened anew and never closed in order, as after a kill; requests of before are cut off.
    private async Task StopAt(SmallOutlet outlet, string directory, int request)
    {
        using var stop = new CancellationTokenSource();
        var before = outlet.Server.Asked.Count;
        outlet.Server.OnAsked = () =>
        {
            if (outlet.Server.Asked.Count - before == request) stop.Cancel();
        };
        var options = Options(outlet) with { DataDirectory = directory };
        var store = Opened(StationStore.Open(DataDirectory.Database(options.DataDirectory), _clock));
        var fetcher = Opened(new Fetcher(options.Fetch, _clock));
        store.Sources.Add(new NewSource(SmallOutlet.Feed, "Manara"));
        await new Collector(store, Opened(new CaptureArchive(DataDirectory.Archive(options.DataDirectory))), fetcher, new FeedReader(), Note, options).CollectDueAsync(stop.Token);
        _clock.Advance(TimeSpan.FromMinutes(10));
    }
}

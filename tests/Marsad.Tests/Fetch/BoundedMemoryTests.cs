using Marsad.Fetch;
using Microsoft.Extensions.Time.Testing;

namespace Marsad.Tests.Fetch;

public sealed class BoundedMemoryTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Hosts_that_want_nothing_are_forgotten()
    {
        var queue = new HostQueue(_clock);
        for (var i = 0; i < 20_000; i++)
        {
            (await queue.EnterAsync($"h{i}.example", CancellationToken.None)).Dispose();
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(queue.Count, 1, 2000);
    }

    [Fact]
    public async Task A_host_that_wants_peace_or_is_being_asked_is_not_forgotten()
    {
        var queue = new HostQueue(_clock);
        queue.Hold("held.example", TimeSpan.FromHours(1));
        using var turn = await queue.EnterAsync("busy.example", CancellationToken.None);
        for (var i = 0; i < 5000; i++) (await queue.EnterAsync($"h{i}.example", CancellationToken.None)).Dispose();
        Assert.Equal(TimeSpan.FromHours(1), queue.Held("held.example"));
        Assert.False(queue.EnterAsync("busy.example", CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task The_rules_of_a_million_hosts_take_no_more_room_than_those_of_a_few_thousand()
    {
        var rules = System.Text.Encoding.UTF8.GetBytes("User-agent: *\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"Disallow: /private/{i}/\n")));
        var book = new RobotsBook(
            (request, _) => Task.FromResult<FetchOutcome>(new FetchOutcome.Fetched(new Capture(request.Url, request.Url, _clock.GetUtcNow(), 200, "text/plain", rules), Validators.None)), _clock);
        for (var i = 0; i < 3000; i++) await book.AskAsync(new Uri($"https://h{i}.example/1"), CancellationToken.None);
        Assert.InRange(book.Count, 100, 1000);
    }

    [Fact]
    public void Sitemaps_of_a_robots_txt_stand_for_every_crawler() =>
        Assert.Equal(["https://a.example/s.xml", "/news.xml"], RobotsRules.Parse("User-agent: other\nDisallow: /\nSitemap: https://a.example/s.xml\n\nsitemap: /news.xml", "marsad").Sitemaps);
}

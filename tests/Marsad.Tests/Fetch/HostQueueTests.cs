using Marsad.Fetch;
using Microsoft.Extensions.Time.Testing;

namespace Marsad.Tests.Fetch;

public sealed class HostQueueTests
{
    [Fact]
    public async Task The_gap_lies_between_the_end_of_one_request_and_the_next()
    {
        var clock = new FakeTimeProvider();
        var queue = new HostQueue(clock);
        using (var first = await queue.EnterAsync("a.example", CancellationToken.None)) first.Gap = TimeSpan.FromSeconds(5);
        var second = queue.EnterAsync("a.example", CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(second.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await second).Dispose();
    }

    [Fact]
    public async Task Another_host_does_not_wait()
    {
        var queue = new HostQueue(new FakeTimeProvider());
        using var first = await queue.EnterAsync("a.example", CancellationToken.None);
        using var second = await queue.EnterAsync("b.example", CancellationToken.None);
        Assert.NotSame(first, second);
    }

    [Fact]
    public async Task Giving_up_the_wait_leaves_the_turn_to_the_next()
    {
        var clock = new FakeTimeProvider();
        var queue = new HostQueue(clock);
        using (var first = await queue.EnterAsync("a.example", CancellationToken.None)) first.Gap = TimeSpan.FromSeconds(5);
        using var stop = new CancellationTokenSource();
        var second = queue.EnterAsync("a.example", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        clock.Advance(TimeSpan.FromSeconds(5));
        (await queue.EnterAsync("a.example", CancellationToken.None)).Dispose();
    }
}

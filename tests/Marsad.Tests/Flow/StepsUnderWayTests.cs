using Marsad.Flow;

namespace Marsad.Tests.Flow;

public sealed class StepsUnderWayTests
{
    [Fact]
    public async Task Steps_that_end_at_once_are_told_apart()
    {
        var steps = new StepsUnderWay(new CollectorOptions(), TimeProvider.System);
        Assert.Equal(2, steps.Start([Made("source 1", "a.example"), Made("source 2", "b.example")], _ => Task.CompletedTask));
        await steps.AnyEndsAsync(TimeSpan.FromSeconds(10));
        Assert.True(steps.IsEmpty);
    }

    [Fact]
    public void A_host_is_asked_by_one_step_at_a_time() => Assert.Equal(
        1, new StepsUnderWay(new CollectorOptions(), TimeProvider.System).Start([Made("page 1", "a.example"), Made("page 2", "A.example")], _ => Task.CompletedTask));

    private static Step Made(string key, string host) => new(key, host, _ => Task.CompletedTask, _ => { });
}

using CsCheck;
using Marsad.Flow;

namespace Marsad.Tests.Flow;

public sealed class PollScheduleTests
{
    private static readonly CollectorOptions Options = new();
    private static readonly DateTimeOffset Now = new(2022, 1, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly PollSchedule Schedule = new(Options);

    [Fact]
    public void A_source_that_publishes_is_polled_sooner_and_a_silent_one_later()
    {
        var hour = TimeSpan.FromHours(1);
        Assert.True(Schedule.AfterSuccess(Now, hour, 3, "a").Interval < hour);
        Assert.True(Schedule.AfterSuccess(Now, hour, 0, "a").Interval > hour);
    }

    [Fact]
    public void The_interval_stays_between_its_bounds() => Gen.Select(Gen.Int[1, 100_000], Gen.Int[0, 5], Gen.String).Sample((seconds, entries, seed) =>
    {
        var (interval, next) = Schedule.AfterSuccess(Now, TimeSpan.FromSeconds(seconds), entries, seed);
        Assert.InRange(interval, Options.ShortestInterval, Options.LongestInterval);
        Assert.InRange(next - Now, interval * 0.9, interval * 1.1);
    });

    [Fact]
    public void Sources_added_together_do_not_stay_in_step() =>
        Assert.NotEqual(Schedule.AfterSuccess(Now, null, 0, "a").NextAt, Schedule.AfterSuccess(Now, null, 0, "b").NextAt);

    [Fact]
    public void A_host_that_names_a_time_is_not_asked_before() =>
        Assert.True(Schedule.AfterFailure(Now, null, 1, TimeSpan.FromHours(20), "a").NextAt >= Now.AddHours(20));
}

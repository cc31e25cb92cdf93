using Marsad.Archive;
using Marsad.Flow;
using Marsad.Tests.Archive;
using Marsad.Tests.Fetch;
using Marsad.Tests.Store;
using Microsoft.Extensions.Time.Testing;

namespace Marsad.Tests.Flow;

public sealed class StationStampTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly List<Trouble> _troubles = [];

    public void Dispose() => _directory.Dispose();

    // Stamps until the station waits for the next time.
    private async Task StampOnce(Uri authority)
    {
        var clock = new RestingClock();
        using var station = Station.Open(new StationOptions(_directory.Path) { Authority = authority }, clock, _troubles.Add);
        station.Archive.Keep(SomeCapture.Page());
        using var stop = new CancellationTokenSource();
        var stamping = station.StampAsync(stop.Token);
        await clock.Rests.WaitAsync(TimeSpan.FromMinutes(2));
        await stop.CancelAsync();
        await stamping;
    }

    [Fact]
    public async Task A_station_has_its_authority_vouch_for_what_it_keeps()
    {
        using var authority = new TestAuthority();
        await using var server = await LoopbackServer.StartAsync(authority.Answer);
        await StampOnce(new Uri($"http://{server.Place}/"));
        Assert.Empty(_troubles);
        Assert.Equal(1, ArchiveCheck.Run(DataDirectory.Archive(_directory.Path)).Stamps);
    }

    [Fact]
    public async Task An_authority_that_is_away_is_told_and_the_station_goes_on()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await StampOnce(new Uri($"http://{server.Place}/"));
        Assert.Equal("AR008", Assert.Single(_troubles).Code);
    }

    private sealed class RestingClock : FakeTimeProvider
    {
        private readonly TaskCompletionSource _rests = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Rests => _rests.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.FromHours(1)) _rests.TrySetResult();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}

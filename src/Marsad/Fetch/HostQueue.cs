using System.Collections.Concurrent;

namespace Marsad.Fetch;

/// <summary>One request at a time per host, with a gap between two, and none at all while the host asks to be left alone.</summary>
internal sealed class HostQueue(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn; disposing what is given ends it.</summary>
    public async Task<Turn> EnterAsync(string host, CancellationToken stop)
    {
        var queue = _hosts.GetOrAdd(host, _ => new Host());
        await queue.Gate.WaitAsync(stop);
        try
        {
            var wait = queue.FreeAt - clock.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, stop);
            return new Turn(queue, clock);
        }
        catch
        {
            queue.Gate.Release();
            throw;
        }
    }

    /// <summary>How long the host still wants to be left alone; zero if it does not.</summary>
    public TimeSpan Held(string host)
    {
        var left = _hosts.TryGetValue(host, out var queue) ? queue.HeldUntil - clock.GetUtcNow() : TimeSpan.Zero;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    public void Hold(string host, TimeSpan time) => _hosts.GetOrAdd(host, _ => new Host()).HeldUntil = clock.GetUtcNow() + time;

    internal sealed class Host
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset FreeAt { get; set; }

        public DateTimeOffset HeldUntil { get; set; }
    }

    internal sealed class Turn(Host host, TimeProvider clock) : IDisposable
    {
        /// <summary>The gap to keep after this request.</summary>
        public TimeSpan Gap { get; set; }

        public void Dispose()
        {
            host.FreeAt = clock.GetUtcNow() + Gap;
            host.Gate.Release();
        }
    }
}

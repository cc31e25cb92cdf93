namespace Marsad.Fetch;

/// <summary>One request at a time per host, with a gap between two, and none at all while the host asks to be left alone.</summary>
internal sealed class HostQueue(TimeProvider clock)
{
    // Feeds name pages of ever new hosts over a year: those that nobody waits for and that want nothing are forgotten whenever their number has doubled.
    private const int LeastToSweep = 1000;

    private readonly Dictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _turn = new();
    private int _sweepAt = LeastToSweep;

    /// <summary>How many hosts are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_turn) return _hosts.Count;
        }
    }

    /// <summary>Waits for the host's turn; disposing what is given ends it.</summary>
    public async Task<Turn> EnterAsync(string host, CancellationToken stop)
    {
        var queue = Come(host);
        try
        {
            await queue.Gate.WaitAsync(stop);
        }
        catch
        {
            Go(queue);
            throw;
        }

        try
        {
            var wait = queue.FreeAt - clock.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, stop);
            return new Turn(this, queue);
        }
        catch
        {
            queue.Gate.Release();
            Go(queue);
            throw;
        }
    }

    /// <summary>How long the host still wants to be left alone; zero if it does not.</summary>
    public TimeSpan Held(string host)
    {
        lock (_turn)
        {
            var left = _hosts.TryGetValue(host, out var queue) ? queue.HeldUntil - clock.GetUtcNow() : TimeSpan.Zero;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public void Hold(string host, TimeSpan time)
    {
        lock (_turn) Of(host).HeldUntil = clock.GetUtcNow() + time;
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private Host Come(string host)
    {
        lock (_turn)
        {
            var queue = Of(host);
            queue.Waiting++;
            return queue;
        }
    }

    private void Go(Host queue)
    {
        lock (_turn) queue.Waiting--;
    }

    private Host Of(string host)
    {
        if (_hosts.TryGetValue(host, out var known)) return known;
        if (_hosts.Count >= _sweepAt) Sweep();
        return _hosts[host] = new Host();
    }

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (name, host) in _hosts.ToList())
            if (host.Waiting == 0 && host.FreeAt <= now && host.HeldUntil <= now) _hosts.Remove(name);
        _sweepAt = Math.Max(LeastToSweep, 2 * _hosts.Count);
    }

    internal sealed class Host
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Waiting { get; set; }

        public DateTimeOffset FreeAt { get; set; }

        public DateTimeOffset HeldUntil { get; set; }
    }

    internal sealed class Turn(HostQueue queue, Host host) : IDisposable
    {
        /// <summary>The gap to keep after this request.</summary>
        public TimeSpan Gap { get; set; }

        public void Dispose()
        {
            host.FreeAt = queue.Now + Gap;
            host.Gate.Release();
            queue.Go(host);
        }
    }
}

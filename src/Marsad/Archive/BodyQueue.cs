namespace Marsad.Archive;

/// <summary>Turns by body: who queues for a body first has it first, and the next has it when that turn was ended. Safe to use from any thread.</summary>
/// <remarks>Two captures of one body that are packed at the same time would both be written whole, since neither finds the other in the index.</remarks>
internal sealed class BodyQueue
{
    private readonly Dictionary<Digest, Turn> _last = [];

    /// <summary>How many bodies somebody waits for or writes.</summary>
    public int Count
    {
        get
        {
            lock (_last) return _last.Count;
        }
    }

    public Turn Queue(Digest body)
    {
        lock (_last) return _last[body] = new Turn(this, body, _last.GetValueOrDefault(body)?.Ended);
    }

    private void End(Turn turn)
    {
        lock (_last)
        {
            if (_last.TryGetValue(turn.Body, out var last) && last == turn) _last.Remove(turn.Body);
        }
    }

    internal sealed class Turn(BodyQueue queue, Digest body, Task? before) : IDisposable
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Digest Body { get; } = body;

        public Task Ended => _ended.Task;

        public void Wait() => before?.Wait();

        public void Dispose()
        {
            queue.End(this);
            _ended.TrySetResult();
        }
    }
}

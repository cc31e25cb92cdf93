namespace Marsad.Flow;

/// <summary>One step of one source or page.</summary>
/// <param name="Key">What it is about: nothing has two steps at once.</param>
/// <param name="Host">The host it asks, which is asked by nobody else meanwhile; null where it asks none and works instead.</param>
/// <param name="SetAside">What to do when the step breaks.</param>
internal sealed record Step(string Key, string? Host, Func<CancellationToken, Task> Run, Action<Trouble> SetAside);

/// <summary>The steps that are being made: so many requests, each to another host, and so many walks.</summary>
internal sealed class StepsUnderWay(CollectorOptions options, TimeProvider clock)
{
    // By key and not by task: steps that end at once share the one completed task there is.
    private readonly Dictionary<string, (Step Step, Task Task)> _running = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private int _walks;

    public bool IsEmpty => _running.Count == 0;

    public bool Has(string key) => _running.ContainsKey(key);

    public bool CanStart(List<Step> steps) => steps.Exists(CanStart);

    /// <summary>Starts the steps there is room for, and takes them off the list.</summary>
    /// <returns>How many could be started.</returns>
    public int Start(List<Step> steps, Func<Step, Task> run) => steps.RemoveAll(step => TryStart(step, run));

    /// <summary>Waits until a step has ended, or for a while: meanwhile other steps may have become due.</summary>
    public async Task AnyEndsAsync(TimeSpan atMost)
    {
        using var enough = new CancellationTokenSource();
        await Task.WhenAny([.. _running.Values.Select(running => running.Task), Task.Delay(atMost, clock, enough.Token)]);
        await enough.CancelAsync();
        foreach (var (step, task) in _running.Values.ToList())
            if (task.IsCompleted) End(step);
    }

    public async Task AllEndAsync()
    {
        await Task.WhenAll(_running.Values.Select(running => running.Task));
        foreach (var (step, _) in _running.Values.ToList()) End(step);
    }

    private bool TryStart(Step step, Func<Step, Task> run)
    {
        if (!CanStart(step)) return false;
        if (step.Host is { } host) _hosts.Add(host);
        else _walks++;
        _running.Add(step.Key, (step, run(step)));
        return true;
    }

    private bool CanStart(Step step) => !_running.ContainsKey(step.Key)
        && (step.Host is null ? _walks < options.Walks : _hosts.Count < options.Requests && !_hosts.Contains(step.Host));

    private void End(Step step)
    {
        _running.Remove(step.Key);
        if (step.Host is { } host) _hosts.Remove(host);
        else _walks--;
    }
}

namespace Marsad.Flow;

/// <summary>Work on several items at once, results in the order of the items, a bounded number of them under way.</summary>
public static class InOrder
{
    /// <summary>Applies <paramref name="work"/> on the thread pool, at most <paramref name="ahead"/> items before the one that is awaited: memory stays flat.</summary>
    public static IEnumerable<TResult> Select<T, TResult>(IEnumerable<T> items, Func<T, TResult> work, int ahead)
    {
        ArgumentNullException.ThrowIfNull(items);
        var underWay = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            underWay.Enqueue(Task.Run(() => work(item)));
            if (underWay.Count >= ahead) yield return underWay.Dequeue().GetAwaiter().GetResult();
        }

        while (underWay.TryDequeue(out var task)) yield return task.GetAwaiter().GetResult();
    }
}

namespace Marsad.Language.Tests.Fuzz;

/// <summary>Tests that measure processor time: nothing else of this process may run beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone
{
    /// <summary>Processor time of the whole process for one piece of work: other programs do not change it.</summary>
    internal static double Seconds(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}

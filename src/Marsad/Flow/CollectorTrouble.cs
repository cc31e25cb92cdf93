namespace Marsad.Flow;

/// <summary>The collector's own trouble codes; docs/rooms/collector.md says what each means for an operator.</summary>
internal static class CollectorTrouble
{
    /// <summary>The world is down: the disk is full, the store is locked. What was under way is done again.</summary>
    public static Trouble Down(Exception fault) => new("CL001", fault.Message);

    /// <summary>We are wrong: the stack is for whoever mends it.</summary>
    public static Trouble OurFault(Exception fault) => new("CL002", fault.ToString());
}

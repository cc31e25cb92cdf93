namespace Marsad.Relating.Figures;

/// <summary>How many of what, as one source gave it at one time.</summary>
/// <param name="Id">The figure's row.</param>
/// <param name="Category">The data contract's word, such as "killed".</param>
/// <param name="Of">What is counted, as written; null if not said.</param>
/// <param name="Place">Where; null if not said.</param>
/// <param name="Bound">The data contract's word, such as "at_least".</param>
/// <param name="Day">The day, month or year that its sentence names, a TIMEX3 value; null if none.</param>
/// <param name="Source">Who gave it: the speaker, else the relaying medium, else the outlet.</param>
public sealed record FigureClaim(long Id, string Category, string? Of, string? Place, double Low, double High, string Bound, string Source, DateTimeOffset At, string? Day = null)
{
    // "About 2,500" is not contradicted by 2,600: a fifth either way.
    private const double About = 0.2;

    /// <summary>The values that the claim allows.</summary>
    internal (double Least, double Most) Reach => Bound switch
    {
        "about" => (Low * (1 - About), High * (1 + About)),
        "at_least" or "more_than" => (Low, double.PositiveInfinity),
        "at_most" or "less_than" => (0, High),
        _ => (Low, High),
    };

    internal bool AgreesWith(FigureClaim other) => Reach.Least <= other.Reach.Most && other.Reach.Least <= Reach.Most;
}

/// <summary>What a claim is to those before it.</summary>
public enum FigureMark
{
    /// <summary>Nobody gave this figure before.</summary>
    First,

    /// <summary>It agrees with what another source last said.</summary>
    Confirmed,

    /// <summary>The same source says it again.</summary>
    Repeated,

    /// <summary>The same source said another value before.</summary>
    Revised,

    /// <summary>It lies beyond the bounds of what every other source last said.</summary>
    Contradicted,
}

/// <summary>A claim with its mark.</summary>
/// <param name="Against">The claim that it confirms, repeats, revises or contradicts; null for the first.</param>
public sealed record MarkedClaim(FigureClaim Claim, FigureMark Mark, FigureClaim? Against);

/// <summary>Claims on one quantity in the order of time.</summary>
/// <param name="Of">What is counted, as most claims write it; null of people at large.</param>
public sealed record FigureSeries(string Category, string? Of, string? Place, IReadOnlyList<MarkedClaim> Claims);

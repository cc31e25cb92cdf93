namespace Marsad.Store.Search;

/// <summary>What can be wrong with a query.</summary>
public enum SearchFaultKind
{
    /// <summary>There is no field of that name.</summary>
    UnknownField,

    /// <summary>Nothing stands after the colon.</summary>
    NoValue,

    /// <summary>Not a year, month or day as ISO 8601 writes them.</summary>
    NotADay,

    /// <summary>Not one of the acts of the data contract.</summary>
    UnknownType,

    /// <summary>A field that a query can only have once, or not after a minus.</summary>
    OnlyOnce,

    /// <summary>The span of time ends before it begins.</summary>
    SpanReversed,
}

/// <summary>What is wrong with a query, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="At">Where the faulty part begins in the query, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Words">The words that it is about.</param>
public sealed record SearchFault(SearchFaultKind Kind, int At, int Length, string Words);

namespace Marsad.Records.Corrections;

/// <summary>The kinds of items that a person can decide on.</summary>
public enum ItemKind { Statement, Name, Figure, Time, Event }

/// <summary>What a person said of an item.</summary>
public enum Decision
{
    /// <summary>It is as the machine has it.</summary>
    Confirmed,

    /// <summary>It is there, but not as the machine had it.</summary>
    Corrected,

    /// <summary>It is not there.</summary>
    Rejected,
}

/// <summary>A person's decision on one item of an article's record. It is kept apart from the record, by the words the item stands on, so that it outlives every analyzer.</summary>
/// <param name="Id">Of its row.</param>
/// <param name="Kind">What kind of item it is about.</param>
/// <param name="Start">Where the item's words begin in the text it was decided on, in code points.</param>
/// <param name="Quote">Those words (TextQuoteSelector's "exact").</param>
/// <param name="Fields">All fields of the item as the person left them (<see cref="ItemFields"/>).</param>
/// <param name="Who">Who decided.</param>
/// <param name="At">When.</param>
public sealed record Correction(
    long Id, ItemKind Kind, Decision Decision, int Start, string Quote, IReadOnlyDictionary<string, string?> Fields, string Who, DateTimeOffset At);

/// <summary>The decision that holds for an item.</summary>
/// <param name="Correction">The row that undoes it.</param>
public sealed record Review(long Correction, Decision Decision, string Who, DateTimeOffset At);

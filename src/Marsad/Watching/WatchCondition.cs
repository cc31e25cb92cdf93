using Marsad.Language;

namespace Marsad.Watching;

/// <summary>One way of meeting a watch. The kinds are closed: adding one means a record here, its reader in WatchFile and its look in Lookout.</summary>
/// <param name="Name">Names it in the alert's reason.</param>
internal abstract record WatchCondition(string Name)
{
    /// <summary>An event of one of the types, and where given of the modes, that is said to have one of the statuses, and has one of the words beside it.</summary>
    /// <param name="Modes">Empty: any, and none.</param>
    /// <param name="Statuses">Empty: any but denied.</param>
    /// <param name="About">Null: whatever it is about.</param>
    public sealed record Happening(
        string Name, IReadOnlySet<string> Types, IReadOnlySet<string> Modes, IReadOnlySet<EventStatus> Statuses, TermList? About) : WatchCondition(Name);

    /// <summary>A statement of one of the types whose content has one of the words.</summary>
    public sealed record Said(string Name, IReadOnlySet<StatementType> Types, TermList About) : WatchCondition(Name);

    /// <summary>One of the words of each list, near each other in one paragraph.</summary>
    /// <param name="Within">How many words the whole may stretch over.</param>
    /// <param name="Unless">Words that undo it where they stand among them; null: none.</param>
    public sealed record Near(string Name, IReadOnlyList<TermList> Lists, int Within, TermList? Unless) : WatchCondition(Name);

    /// <summary>A figure of one of the categories that counts at least so many.</summary>
    /// <param name="Of">Words of which one must stand beside the number; null: whatever is counted.</param>
    public sealed record Count(string Name, IReadOnlySet<FigureCategory> Categories, decimal AtLeast, TermList? Of) : WatchCondition(Name);
}

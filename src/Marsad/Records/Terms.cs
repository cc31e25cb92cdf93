using Marsad.Language;

namespace Marsad.Records;

/// <summary>The data contract's words for the closed lists of the language room, both ways.</summary>
public static class Terms
{
    private static readonly Terms<NameType> NameTypes = new(
        (NameType.Person, "PER"), (NameType.Organization, "ORG"), (NameType.Location, "LOC"));

    private static readonly Terms<Bound> Bounds = new(
        (Bound.Exact, "exact"), (Bound.About, "about"), (Bound.AtLeast, "at_least"), (Bound.AtMost, "at_most"),
        (Bound.MoreThan, "more_than"), (Bound.LessThan, "less_than"), (Bound.Range, "range"));

    private static readonly Terms<EventStatus> Statuses = new(
        (EventStatus.Happened, "happened"), (EventStatus.Planned, "planned"), (EventStatus.CalledFor, "called_for"),
        (EventStatus.Denied, "denied"), (EventStatus.Claimed, "claimed"));

    private static readonly Terms<StatementKind> Kinds = Terms<StatementKind>.LowerCase();
    private static readonly Terms<StatementType> StatementTypes = Terms<StatementType>.LowerCase();
    private static readonly Terms<FigureCategory> Categories = Terms<FigureCategory>.LowerCase();

    public static string Of(NameType value) => NameTypes[value];

    public static string Of(Bound value) => Bounds[value];

    public static string Of(EventStatus value) => Statuses[value];

    public static string Of(StatementKind value) => Kinds[value];

    public static string Of(StatementType value) => StatementTypes[value];

    public static string Of(FigureCategory value) => Categories[value];

    /// <exception cref="FormatException">The word is not one of the contract's.</exception>
    public static NameType ToNameType(string word) => NameTypes[word];

    /// <exception cref="FormatException">The word is not one of the contract's.</exception>
    public static Bound ToBound(string word) => Bounds[word];

    /// <exception cref="FormatException">The word is not one of the contract's.</exception>
    public static EventStatus ToEventStatus(string word) => Statuses[word];

    /// <exception cref="FormatException">The word is not one of the contract's.</exception>
    public static StatementKind ToStatementKind(string word) => Kinds[word];

    /// <exception cref="FormatException">The word is not one of the contract's.</exception>
    public static StatementType ToStatementType(string word) => StatementTypes[word];

    /// <exception cref="FormatException">The word is not one of the contract's.</exception>
    public static FigureCategory ToFigureCategory(string word) => Categories[word];
}

/// <summary>One closed list and its words.</summary>
internal sealed class Terms<T>(params (T Value, string Word)[] pairs)
    where T : struct, Enum
{
    private readonly Dictionary<T, string> _words = pairs.ToDictionary(pair => pair.Value, pair => pair.Word);
    private readonly Dictionary<string, T> _values = pairs.ToDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);

    public string this[T value] => _words[value];

    public T this[string word] => _values.TryGetValue(word, out var value)
        ? value
        : throw new FormatException($"\"{word}\" is none of: {string.Join(", ", _values.Keys)}.");

    public static Terms<T> LowerCase() => new([.. Enum.GetValues<T>().Select(value => (value, value.ToString().ToLowerInvariant()))]);
}

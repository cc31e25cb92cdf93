namespace Marsad.Watching;

/// <summary>A standing condition: an article that meets any of its conditions raises an alert.</summary>
/// <param name="Name">Its file's name without the ending; alerts are kept under it.</param>
public sealed record Watch(string Name, string TitleArabic, string TitleEnglish)
{
    internal IReadOnlyList<WatchCondition> Conditions { get; init; } = [];
}

/// <summary>What a watch found in an article.</summary>
/// <param name="Condition">The name of the condition that was met.</param>
/// <param name="Words">The words that met it, as they stand in the text.</param>
/// <param name="Evidence">The stretch of text that shows it, in UTF-16 units.</param>
public sealed record Finding(string Watch, string Condition, IReadOnlyList<string> Words, Marsad.Language.Text.Span Evidence);

namespace Marsad.Reading;

/// <summary>Where the sources on a page disagree: which was taken, and why.</summary>
/// <param name="Field">The name of the field, such as "title" or "published".</param>
/// <param name="Source">The source that was believed, such as "json-ld", "meta", "heading", "visible".</param>
/// <param name="Reason">Why it was. English, for people who operate the station.</param>
/// <param name="Others">What the other sources said, each as "source: value".</param>
public sealed record Choice(string Field, string Source, string Reason, IReadOnlyList<string> Others);

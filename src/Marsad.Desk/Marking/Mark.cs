using Marsad.Language.Text;

namespace Marsad.Desk.Marking;

/// <summary>The kinds of things that are highlighted in an article; each has one hue and one shape.</summary>
public enum MarkKind { Evidence, Statement, Event, Figure, Time, Name }

/// <summary>A stretch of an article's text that an item of its record stands on.</summary>
/// <param name="Anchor">The element id that a link to these words names, such as "s1".</param>
/// <param name="Details">The element id of the item's note; null if it has none on the page.</param>
/// <param name="Unsure">The machine is unsure of it, and it should look so.</param>
public sealed record Mark(MarkKind Kind, string Anchor, string? Details, Span Span, bool Unsure = false);

public enum MarkStepKind { Text, Open, Close }

/// <summary>One step of writing marked text: open a mark, write words, close a mark.</summary>
/// <param name="Mark">The mark that is opened or closed; null for words.</param>
/// <param name="First">The mark is opened for the first time, so its anchor stands here.</param>
public readonly record struct MarkStep(MarkStepKind Kind, Span Words, Mark? Mark = null, bool First = false);

using Marsad.Language.Text;

namespace Marsad.Language;

/// <summary>What the language room reads: the article's clean text, its headline, and the day it is read against.</summary>
/// <param name="Text">Paragraphs separated by "\n".</param>
/// <param name="Title">The headline; null if unknown. Spans never point into it.</param>
/// <param name="Published">The local calendar day of publication that "today" refers to; null if unknown, then relative times stay unread.</param>
/// <param name="Outlet">The outlet's own name, which is never a relaying medium of its own article; null if unknown.</param>
public sealed record ArticleText(string Text, string? Title = null, DateOnly? Published = null, string? Outlet = null);

/// <summary>All that was understood of one article. Every span points into <see cref="ArticleText.Text"/>.</summary>
/// <param name="Analyzer">Version of program and language data that made this record, such as "0.1.0+ar.1".</param>
public sealed record Record(
    IReadOnlyList<Name> Names,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<TimeExpression> Times,
    IReadOnlyList<Place> Places,
    IReadOnlyList<Event> Events,
    string Analyzer);

public enum NameType { Person, Organization, Location }

/// <summary>One person, organisation or place named in the article, under all its spellings.</summary>
/// <param name="Canonical">The fullest form found in the article, as written.</param>
/// <param name="Variants">Every other surface form, as written, without attached particles; distinct.</param>
/// <param name="Mentions">Where it is named, in order.</param>
public sealed record Name(string Id, NameType Type, string Canonical, IReadOnlyList<string> Variants, IReadOnlyList<Span> Mentions);

public enum StatementKind { Direct, Indirect, Mixed }

public enum StatementType { Assert, Call, Demand, Promise, Threaten, Accuse, Deny, Warn, Praise, Condemn, Announce, Predict, Other }

/// <summary>Who said what, through whom, to whom, in what kind of act.</summary>
/// <param name="Cue">The word that marks the attribution, without a leading conjunction.</param>
/// <param name="Content">The reported words, without complementizer and outer quotation marks.</param>
/// <param name="Speaker">The fullest name or description of the speaker in the article; null where none can be told.</param>
/// <param name="SpeakerName">The id of the <see cref="Name"/> that speaks; null for unnamed sources.</param>
/// <param name="SpeakerSpan">The words that name the speaker at this place; null where the verb hides them.</param>
/// <param name="Role">Role or affiliation that the article gives for the speaker.</param>
/// <param name="Via">The medium that relays the words.</param>
/// <param name="Addressee">Whom a call, demand, warning or accusation is directed at.</param>
/// <param name="Within">The id of the statement whose content holds this one.</param>
/// <param name="Confidence">Calibrated probability in [0, 1] that statement and speaker are right.</param>
public sealed record Statement(
    string Id,
    Span Cue,
    Span Content,
    string? Speaker,
    string? SpeakerName,
    Span? SpeakerSpan,
    string? Role,
    string? Via,
    string? Addressee,
    StatementKind Kind,
    StatementType Type,
    string? Within,
    double Confidence);

public enum Bound { Exact, About, AtLeast, AtMost, MoreThan, LessThan, Range }

public enum FigureCategory { Killed, Injured, Casualties, Detained, Missing, Displaced, Forces, Participants, Votes, Money, Percent, Items, Other }

/// <summary>How many of what.</summary>
/// <param name="Low">The value, or the lower end of a range.</param>
/// <param name="High">The value, or the upper end of a range.</param>
/// <param name="Of">What is counted, as written; null if not said.</param>
/// <param name="Statement">The id of the innermost statement whose content holds the figure.</param>
public sealed record Figure(string Id, Span Span, decimal Low, decimal High, Bound Bound, FigureCategory Category, string? Of, string? Statement);

/// <summary>A date or time said in the text, as a TIMEX3 value (ISO 8601 prefix, week, or PRESENT_REF and its kin).</summary>
public sealed record TimeExpression(Span Span, string Value);

/// <summary>A name of type location with its coordinates (WGS 84 degrees) and ISO 3166-1 alpha-2 country.</summary>
public sealed record Place(string Name, double Latitude, double Longitude, string? Country, double Confidence);

public enum EventStatus { Happened, Planned, CalledFor, Denied, Claimed }

/// <summary>Who did what to whom, in the PLOVER ontology.</summary>
/// <param name="Type">A PLOVER event type such as "COERCE".</param>
/// <param name="Anchor">The word that names the act.</param>
public sealed record Event(
    string Id,
    string Type,
    string? Mode,
    IReadOnlyList<string> Contexts,
    Span Anchor,
    string? Actor,
    string? ActorName,
    string? Recipient,
    string? Place,
    string? Time,
    EventStatus Status,
    string? Statement,
    IReadOnlyList<string> Figures,
    double Confidence);

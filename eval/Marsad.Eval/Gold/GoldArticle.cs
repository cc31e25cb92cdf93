namespace Marsad.Eval.Gold;

/// <summary>An annotated article: what its guide calls statements, figures, times, names and events, each with its place in the text.</summary>
internal sealed record GoldArticle(
    string Id,
    string Text,
    string? Title,
    string? Published,
    string? Outlet,
    IReadOnlyList<GoldStatement> Statements,
    IReadOnlyList<GoldFigure> Figures,
    IReadOnlyList<GoldTime> Times,
    IReadOnlyList<GoldName> Names,
    IReadOnlyList<GoldEvent> Events);

internal sealed record GoldStatement(Spot? Cue, Spot? Content, string? SpeakerText, string? Speaker, string? Role, string? Via, string Kind, string Type);

internal sealed record GoldFigure(Spot? Text, double Low, double High, string Bound, string Category);

internal sealed record GoldTime(Spot? Text, string Value);

internal sealed record GoldName(string Type, string Canonical, IReadOnlyList<string> Variants);

internal sealed record GoldEvent(string Type, Spot? Anchor, string? Actor, string? Recipient, string? Place);

using System.Text.Json;
using Marsad.Language;
using Marsad.Language.Text;
using Marsad.Reading;
using Marsad.Records.Corrections;

namespace Marsad.Records;

/// <summary>The data contract: one article and its record as one JSON object. Inside spans count UTF-16 units, here they count code points.</summary>
public static class RecordJson
{
    private static readonly Dictionary<string, Review> NoReviews = [];

    /// <summary>One line of UTF-8 JSON without a line break.</summary>
    public static byte[] Write(ArticleRecord record) => JsonSerializer.SerializeToUtf8Bytes(ToWire(record, NoReviews), WireJson.Compact.WireRecord);

    /// <summary>What holds of a record that people decided on, as one line; an item that one decided on says so in "review": "confirmed" or "corrected".</summary>
    public static byte[] Write(ReviewedRecord reviewed)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        return JsonSerializer.SerializeToUtf8Bytes(ToWire(reviewed.Holds, reviewed.ReviewsOfHeld), WireJson.Compact.WireRecord);
    }

    /// <summary>The same object over several lines, for people.</summary>
    public static byte[] WriteIndented(ArticleRecord record) => JsonSerializer.SerializeToUtf8Bytes(ToWire(record, NoReviews), WireJson.Indented.WireRecord);

    /// <summary>Reads back what <see cref="Write(ArticleRecord)"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are not such an object.</exception>
    /// <exception cref="FormatException">A word is not one of the contract's.</exception>
    public static ArticleRecord Read(ReadOnlySpan<byte> json) =>
        FromWire(JsonSerializer.Deserialize(json, WireJson.Compact.WireRecord) ?? throw new JsonException("The record is null."));

    private static WireRecord ToWire(ArticleRecord source, IReadOnlyDictionary<string, Review> reviews)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (article, record) = (source.Article, source.Record);
        var points = new CodePoints(article.Text);
        WireSpan Out(Span span) => new(points.FromUtf16(span.Start), points.FromUtf16(span.End));
        string? Said(string id) => reviews.TryGetValue(id, out var review) ? review.Decision.ToString().ToLowerInvariant() : null;
        return new WireRecord(
            source.Id, source.Path, article.Url, article.Outlet, article.Language, article.Title, article.Byline,
            article.Agencies.Count > 0 ? [.. article.Agencies] : null, article.Published?.ToString(), article.Text,
            article.Leads.Count > 0 ? [.. article.Leads.Select(lead => new WireLead(lead.Title, lead.Url))] : null,
            [.. record.Names.Select(name => ToWire(name, Out, Said(name.Id)))],
            [.. record.Statements.Select(statement => ToWire(statement, Out, Said(statement.Id)))],
            [.. record.Figures.Select(figure => ToWire(figure, Out, Said(figure.Id)))],
            [.. record.Times.Select((time, i) => new WireTime(Out(time.Span).Start, Out(time.Span).End, time.Value, Said($"t{i + 1}")))],
            [.. record.Places.Select(place => new WirePlace(place.Name, place.Latitude, place.Longitude, place.Country, place.Confidence))],
            [.. record.Events.Select(happening => ToWire(happening, Out, Said(happening.Id)))],
            record.Analyzer);
    }

    private static WireName ToWire(Name name, Func<Span, WireSpan> at, string? review) =>
        new(name.Id, Terms.Of(name.Type), name.Canonical, [.. name.Variants], [.. name.Mentions.Select(at)], null, review);

    private static WireStatement ToWire(Statement s, Func<Span, WireSpan> at, string? review) => new(
        s.Id, at(s.Cue), at(s.Content), s.Speaker, s.SpeakerName, s.SpeakerSpan is { } speaker ? at(speaker) : null, s.Role, s.Via, s.Addressee,
        Terms.Of(s.Kind), Terms.Of(s.Type), s.Within, Math.Round(s.Confidence, 3), review);

    private static WireFigure ToWire(Figure f, Func<Span, WireSpan> at, string? review) =>
        new(f.Id, at(f.Span).Start, at(f.Span).End, f.Low, f.High, Terms.Of(f.Bound), Terms.Of(f.Category), f.Of, f.Statement, review);

    private static WireEvent ToWire(Event e, Func<Span, WireSpan> at, string? review) => new(
        e.Id, e.Type, e.Mode, [.. e.Contexts], at(e.Anchor), e.Actor, e.ActorName, e.Recipient, e.Place, e.Time, Terms.Of(e.Status), e.Statement,
        [.. e.Figures], Math.Round(e.Confidence, 3), review);

    private static ArticleRecord FromWire(WireRecord wire)
    {
        var points = new CodePoints(wire.Text);
        Span In(int start, int end) => new(points.ToUtf16(start), points.ToUtf16(end));
        Span At(WireSpan span) => In(span.Start, span.End);
        var article = new Article(
            wire.Text, wire.Title, wire.Byline, PublicationTime.TryParse(wire.Published, out var published) ? published : null,
            Url: wire.Url, Outlet: wire.Outlet, Language: wire.Language)
        {
            Agencies = wire.Agencies ?? [],
            Leads = [.. (wire.Leads ?? []).Select(lead => new Lead(lead.Title, lead.Url))],
        };
        var record = new Record(
            [.. wire.Names.Select(n => new Name(n.Id, Terms.ToNameType(n.Type), n.Name, n.Variants, [.. n.Mentions.Select(At)]))],
            [.. wire.Statements.Select(s => FromWire(s, At))],
            [.. wire.Figures.Select(f => new Figure(
                f.Id, In(f.Start, f.End), f.Low, f.High, Terms.ToBound(f.Bound), Terms.ToFigureCategory(f.Category), f.Of, f.Statement))],
            [.. wire.Times.Select(t => new TimeExpression(In(t.Start, t.End), t.Value))],
            [.. wire.Places.Select(p => new Place(p.Name, p.Latitude, p.Longitude, p.Country, p.Confidence))],
            [.. wire.Events.Select(e => FromWire(e, At))],
            wire.Analyzer);
        return new ArticleRecord(wire.Id, article, record, wire.Path);
    }

    private static Statement FromWire(WireStatement s, Func<WireSpan, Span> at) => new(
        s.Id, at(s.Cue), at(s.Content), s.Speaker, s.SpeakerName, s.SpeakerSpan is { } speaker ? at(speaker) : null, s.Role, s.Via, s.Addressee,
        Terms.ToStatementKind(s.Kind), Terms.ToStatementType(s.Type), s.Within, s.Confidence);

    private static Event FromWire(WireEvent e, Func<WireSpan, Span> at) => new(
        e.Id, e.Type, e.Mode, e.Contexts, at(e.Anchor), e.Actor, e.ActorName, e.Recipient, e.Place, e.Time, Terms.ToEventStatus(e.Status),
        e.Statement, e.Figures, e.Confidence);
}

using System.Globalization;
using Marsad.Reading;

namespace Marsad.Store.Queries;

/// <summary>Rows that are asked for by their numbers.</summary>
internal static class Rows
{
    /// <summary>The numbers as json_each reads them.</summary>
    public static string List(IEnumerable<long> ids) => "[" + string.Join(',', ids) + "]";
}

/// <summary>One version of an article as lists show it.</summary>
public sealed record ArticleRow
{
    /// <summary>The columns of a row, for queries that name the article "a".</summary>
    internal const string Columns =
        """
        a.id AS Id, a.key AS Key, a.url AS Url, a.outlet AS Outlet, a.title AS Title, coalesce(a.title, substr(json_extract(CAST(a.record AS TEXT), '$.text'), 1, 90) || '…') AS Headline, a.byline AS Byline, a.language AS Language,
        a.published AS Published, a.published_at AS PublishedAt, a.filed_at AS FiledAt, a.digest AS Digest, a.version AS Version,
        a.current AS IsCurrent, a.copy_of AS CopyOf, a.story_id AS StoryId, a.analyzer AS Analyzer,
        (SELECT count(*) FROM statement s WHERE s.article_id = a.id) AS Statements,
        (SELECT count(*) FROM article k WHERE k.copy_of = a.id AND k.current = 1) AS Copies,
        (SELECT count(*) FROM kin u JOIN article ua ON ua.id = u.article_id WHERE u.of_id = a.id AND u.kind = 'update' AND ua.current = 1) AS Updates,
        (SELECT kind FROM kin WHERE article_id = a.id) AS Kin
        """;

    public long Id { get; init; }

    /// <summary>The record's id in the data contract.</summary>
    public string Key { get; init; } = "";

    public string? Url { get; init; }

    public string? Outlet { get; init; }

    public string? Title { get; init; }

    /// <summary>The title; where the page has none, the first words of its text.</summary>
    public string Headline { get; init; } = "";

    public string? Byline { get; init; }

    public string? Language { get; init; }

    /// <summary>When it was published, as the page says it; null if the page does not.</summary>
    public string? Published { get; init; }

    /// <summary>The instant it is ordered by, ISO 8601 in UTC.</summary>
    public string PublishedAt { get; init; } = "";

    public string FiledAt { get; init; } = "";

    /// <summary>The digest of the capture it was read off; null for input that was no page.</summary>
    public string? Digest { get; init; }

    public long Version { get; init; }

    public bool IsCurrent { get; init; }

    /// <summary>The first article with the same text; null if this one is no copy.</summary>
    public long? CopyOf { get; init; }

    public long? StoryId { get; init; }

    public string Analyzer { get; init; } = "";

    /// <summary>How many statements were read in it.</summary>
    public long Statements { get; init; }

    /// <summary>How many other articles carry the same text.</summary>
    public long Copies { get; init; }

    /// <summary>How many later articles tell the same in the same words, but for what has changed.</summary>
    public long Updates { get; init; }

    /// <summary>What it is to an earlier article that it shares words with: "same", "retitled", "cut", "merged", "update", "quotation"; null if to none.</summary>
    public string? Kin { get; init; }

    /// <summary>The time to show: what the page says, else the instant it was first seen.</summary>
    public PublicationTime Time => Instants.Time(Published, PublishedAt);

    public DateTimeOffset Instant => Instants.Parse(PublishedAt);
}

/// <summary>A statement with the article that carries it.</summary>
public sealed record StatementRow
{
    internal const string Columns =
        """
        s.id AS Id, s.local_id AS LocalId, s.article_id AS ArticleId, s.speaker AS Speaker, s.entity_id AS EntityId, e.name AS Entity,
        s.role AS Role, s.via AS Via, s.addressee AS Addressee, s.kind AS Kind, s.type AS Type, s.content AS Content, s.confidence AS Confidence, s.review AS Review,
        a.key AS ArticleKey, a.outlet AS Outlet, a.title AS ArticleTitle, a.language AS Language, a.published AS Published, a.published_at AS PublishedAt,
        (SELECT count(*) FROM article k WHERE k.copy_of = a.id AND k.current = 1) AS Copies
        """;

    public long Id { get; init; }

    /// <summary>The statement's id in its article's record, such as "s3".</summary>
    public string LocalId { get; init; } = "";

    public long ArticleId { get; init; }

    public string ArticleKey { get; init; } = "";

    public string? Speaker { get; init; }

    public long? EntityId { get; init; }

    /// <summary>The speaker's name as it is known across articles; null where the speaker is no known entity.</summary>
    public string? Entity { get; init; }

    public string? Role { get; init; }

    public string? Via { get; init; }

    public string? Addressee { get; init; }

    public string Kind { get; init; } = "";

    public string Type { get; init; } = "";

    public string Content { get; init; } = "";

    public double Confidence { get; init; }

    /// <summary>What a person decided: "confirmed" or "corrected"; null if nobody did.</summary>
    public string? Review { get; init; }

    public string? Outlet { get; init; }

    public string? ArticleTitle { get; init; }

    public string? Language { get; init; }

    public string? Published { get; init; }

    public string PublishedAt { get; init; } = "";

    /// <summary>How many other articles carry the same text, and so the same statement.</summary>
    public long Copies { get; init; }

    public PublicationTime Time => Instants.Time(Published, PublishedAt);

    public DateTimeOffset Instant => Instants.Parse(PublishedAt);
}

/// <summary>A figure with the article that carries it and, where it stands in a statement, who said it.</summary>
public sealed record FigureRow
{
    internal const string Columns =
        """
        f.id AS Id, f.local_id AS LocalId, f.article_id AS ArticleId, f.low AS Low, f.high AS High, f.bound AS Bound, f.category AS Category, f.of AS Of, f.review AS Review,
        s.speaker AS Speaker, s.via AS Via, a.outlet AS Outlet, a.title AS ArticleTitle, a.published AS Published, a.published_at AS PublishedAt,
        (SELECT count(*) FROM article k WHERE k.copy_of = a.id AND k.current = 1) AS Copies
        """;

    public long Id { get; init; }

    public string LocalId { get; init; } = "";

    public long ArticleId { get; init; }

    public double Low { get; init; }

    public double High { get; init; }

    public string Bound { get; init; } = "";

    public string Category { get; init; } = "";

    /// <summary>What is counted, as written; null if not said.</summary>
    public string? Of { get; init; }

    /// <summary>What a person decided: "confirmed" or "corrected"; null if nobody did.</summary>
    public string? Review { get; init; }

    public string? Speaker { get; init; }

    public string? Via { get; init; }

    public string? Outlet { get; init; }

    public string? ArticleTitle { get; init; }

    public string? Published { get; init; }

    public string PublishedAt { get; init; } = "";

    public long Copies { get; init; }

    public PublicationTime Time => Instants.Time(Published, PublishedAt);

    public DateTimeOffset Instant => Instants.Parse(PublishedAt);
}

/// <summary>Reads the store's instants, which are ISO 8601 in UTC.</summary>
internal static class Instants
{
    public static DateTimeOffset Parse(string instant) =>
        DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static DateTimeOffset? ParseOrNull(string? instant) => instant is null ? null : Parse(instant);

    public static PublicationTime Time(string? published, string instant) =>
        PublicationTime.TryParse(published, out var said) ? said : PublicationTime.At(Parse(instant));
}

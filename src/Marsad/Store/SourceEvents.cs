using Dapper;
using Microsoft.Data.Sqlite;

namespace Marsad.Store;

/// <summary>What happened to sources, for people: trouble that began, recovery, moves. Written where it happens, in the same transaction.</summary>
internal static class SourceEvents
{
    private const int Kept = 100;

    /// <summary>Notes what a poll changed: the same trouble again is no event, and neither is a poll that goes well as the last did.</summary>
    public static void Note(SqliteConnection db, Source source, PollEnd end, DateTimeOffset now)
    {
        if (end.MovedTo is { } place) Add(db, source.Id, now, "moved", null, place.AbsoluteUri);
        if (end.Ended) Add(db, source.Id, now, "ended", end.Trouble?.Code, end.Trouble?.Detail);
        else if (end.Trouble is { } trouble && trouble.Code != source.Trouble?.Code) Add(db, source.Id, now, "trouble", trouble.Code, trouble.Detail);
        if (!end.Failed && source.Failures > 0) Add(db, source.Id, now, "recovered", source.Trouble?.Code, $"{source.Failures}");
    }

    public static void Add(SqliteConnection db, long source, DateTimeOffset now, string what, string? code, string? detail)
    {
        db.Execute(
            "INSERT INTO source_event(source_id, at, what, code, detail) VALUES (@source, @at, @what, @code, @detail)",
            new { source, at = Instant.ToText(now), what, code, detail });
        db.Execute(
            "DELETE FROM source_event WHERE source_id = @source AND id <= (SELECT id FROM source_event WHERE source_id = @source ORDER BY id DESC LIMIT 1 OFFSET @Kept)",
            new { source, Kept });
    }
}

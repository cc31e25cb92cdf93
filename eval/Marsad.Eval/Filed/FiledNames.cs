using System.Text.Json.Nodes;
using Marsad.Eval.Gold;
using Microsoft.Data.Sqlite;

namespace Marsad.Eval.Filed;

/// <summary>Which entity a name at a place of an article was joined to.</summary>
internal sealed class FiledNames
{
    private readonly FiledArticles _filed;
    private readonly Dictionary<string, JsonObject> _records = [];

    private FiledNames(FiledArticles filed) => _filed = filed;

    public static FiledNames Of(FiledArticles filed) => new(filed);

    /// <summary>Whether both names of a judged pair are one entity. A name that was not read, or joined to none, is one with no other.</summary>
    public bool AreJoined(JsonObject pair)
    {
        var digests = pair.Words("digests").ToList();
        var (a, b) = (EntityOf(pair["a"]!.AsObject(), digests[0]), EntityOf(pair["b"]!.AsObject(), digests[1]));
        return a is not null && a == b;
    }

    /// <summary>The words of a judged name.</summary>
    public string Show(JsonObject name)
    {
        var runes = RecordOf(_filed.Places[name.Word("id")].Row).Word("text").EnumerateRunes().Skip(name.Number("start")).Take(name.Number("end") - name.Number("start"));
        return string.Concat(runes.Select(rune => rune.ToString()));
    }

    private long? EntityOf(JsonObject name, string digest)
    {
        var row = _filed.Place(name.Word("id"), digest).Row;
        var mentioned = RecordOf(row)["names"]!.AsArray().Select(one => one!.AsObject()).Where(one => one.Word("type") == "PER")
            .FirstOrDefault(one => one["mentions"]!.AsArray().Any(mention => Overlaps(mention!.AsObject(), name)));
        return mentioned is null ? null : EntityOf(row, mentioned.Word("id"));
    }

    private static bool Overlaps(JsonObject mention, JsonObject name) => mention.Number("start") < name.Number("end") && name.Number("start") < mention.Number("end");

    private JsonObject RecordOf(long row)
    {
        var key = FormattableString.Invariant($"{row}");
        if (!_records.TryGetValue(key, out var record)) _records[key] = record = JsonNode.Parse(Ask<string>("SELECT CAST(record AS TEXT) FROM article WHERE id = $1", row)!)!.AsObject();
        return record;
    }

    private long? EntityOf(long row, string localId) => Ask<long?>("SELECT entity_id FROM name WHERE article_id = $1 AND local_id = $2", row, localId);

    private T? Ask<T>(string sql, params object[] values) => _filed.Store.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter(FormattableString.Invariant($"${i + 1}"), values[i]));
        return command.ExecuteScalar() is { } value and not DBNull ? (T)value : default;
    });
}

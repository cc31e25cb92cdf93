using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marsad.Archive;
using Marsad.Eval.Gold;
using Marsad.Flow;
using Marsad.Store;
using Microsoft.Data.Sqlite;

namespace Marsad.Eval.Filed;

/// <summary>Articles of a raw corpus in a real store, filed in the order of the corpus as <c>marsad ingest</c> files them. What relates articles is measured on it.</summary>
internal sealed class FiledArticles : IDisposable
{
    private const string Corpus = "saudinewsnet";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lock Turn = new();
    private static FiledArticles? _days;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("marsad-eval-");
    private readonly Dictionary<string, string> _digests = [];

    private FiledArticles(IEnumerable<JsonObject> articles)
    {
        var input = Path.Combine(_folder.FullName, "articles.jsonl");
        File.WriteAllLines(input, articles.Select(Line));
        Store = StationStore.Open(Path.Combine(_folder.FullName, "marsad.db"), TimeProvider.System);
        var archive = new CaptureArchive(Path.Combine(_folder.FullName, "archive"));
        new Ingest(Store, new PageWalk(Store, []), archive).Run([input], () => Stream.Null, _ => { }, CancellationToken.None);
        Places = Store.Read(ReadPlaces);
    }

    /// <summary>Where relating put each article, by the article's id in the corpus.</summary>
    public IReadOnlyDictionary<string, FiledPlace> Places { get; }

    public StationStore Store { get; }

    /// <summary>All articles of three days, 25 to 27 July 2015: stories, entities and search are judged on them. Filed once a process.</summary>
    public static FiledArticles Days(Shared shared)
    {
        lock (Turn)
        {
            if (_days is not null) return _days;
            _days = new FiledArticles(RawCorpus.Read(shared, Corpus).Where(article => article.Word("published") is "2015-07-25" or "2015-07-26" or "2015-07-27"));
            AppDomain.CurrentDomain.ProcessExit += (_, _) => _days.Dispose();
            return _days;
        }
    }

    /// <summary>The articles with these ids alone.</summary>
    public static FiledArticles Of(Shared shared, IReadOnlySet<string> ids) => new(RawCorpus.Read(shared, Corpus).Where(article => ids.Contains(article.Word("id"))));

    /// <summary>The articles with these ids alone, filed in the order of the ids.</summary>
    public static FiledArticles InOrder(Shared shared, IReadOnlyList<string> ids)
    {
        var found = RawCorpus.Find(shared, Corpus, ids.ToHashSet());
        return new FiledArticles(ids.Select(id => found[id]));
    }

    /// <summary>Where relating put an article that was judged.</summary>
    /// <param name="digest">The beginning of the SHA-256 of the text that was judged.</param>
    /// <exception cref="InvalidDataException">It is missing or has another text.</exception>
    public FiledPlace Place(string id, string digest)
    {
        if (!_digests.TryGetValue(id, out var known) || !known.StartsWith(digest, StringComparison.Ordinal)) throw new InvalidDataException($"{id}: its text is not the one that was judged.");
        return Places.TryGetValue(id, out var place) ? place : throw new InvalidDataException($"{id}: was not filed.");
    }

    /// <summary>Headline and text of every article by its row.</summary>
    public List<(long Row, string Title, string Text)> Texts() => Store.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, coalesce(title, ''), json_extract(CAST(record AS TEXT), '$.text') FROM article WHERE current = 1 ORDER BY id";
        using var rows = command.ExecuteReader();
        var texts = new List<(long, string, string)>();
        while (rows.Read()) texts.Add((rows.GetInt64(0), rows.GetString(1), rows.GetString(2)));
        return texts;
    });

    public void Dispose()
    {
        Store.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private string Line(JsonObject article)
    {
        _digests[article.Word("id")] = RawCorpus.Digest(article.Word("text"));
        return article.ToJsonString(Plain);
    }

    private static Dictionary<string, FiledPlace> ReadPlaces(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        // An update is shown beside what it updates, not under it; it is one text with it all the same.
        command.CommandText = "SELECT a.key, a.id, coalesce(a.copy_of, k.of_id, a.id), a.story_id FROM article a LEFT JOIN kin k ON k.article_id = a.id AND k.kind = 'update' WHERE a.current = 1";
        using var rows = command.ExecuteReader();
        var places = new Dictionary<string, FiledPlace>();
        while (rows.Read()) places[rows.GetString(0)] = new FiledPlace(rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3));
        var heads = places.Values.ToDictionary(place => place.Row, place => place.Head);
        return places.ToDictionary(place => place.Key, place => place.Value with { Head = First(heads, place.Value.Row) });
    }

    private static long First(Dictionary<long, long> heads, long row)
    {
        // What an earlier text that came later has displaced may point back.
        for (var steps = 0; steps < heads.Count && heads.GetValueOrDefault(row, row) is var head && head != row; steps++) row = head;
        return row;
    }
}

/// <summary>Where relating put an article.</summary>
/// <param name="Row">Its row in the store.</param>
/// <param name="Head">The row of the article it is folded under; its own where it is no copy.</param>
internal readonly record struct FiledPlace(long Row, long Head, long Story);

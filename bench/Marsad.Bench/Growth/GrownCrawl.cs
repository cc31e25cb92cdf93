using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marsad.Flow;
using Marsad.Reading;
using Marsad.Records;

namespace Marsad.Bench.Growth;

/// <summary>The crawl over and over, each time later and with other words, so that the archive grows as a real one does: as many articles a day, new people, the same countries and outlets.</summary>
/// <remarks>A word stands for another of its length, so that what was read of an article once holds for it with other words: every span of the record stays where it is.</remarks>
internal sealed class GrownCrawl
{
    // The crawl's days, made up to whole weeks: its articles name the days of the week.
    private const int DaysARound = 21;

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _crawl;
    private readonly string _readings;
    private readonly List<DateOnly> _days;
    private readonly CrawlVocabulary _vocabulary;
    private (int Round, Substitution? Words) _last = (-1, null);

    /// <param name="crawl">The crawl, gzipped JSON Lines.</param>
    /// <param name="readings">Where the records of its articles are kept; made where missing.</param>
    public GrownCrawl(string crawl, string readings)
    {
        (_crawl, _readings) = (crawl, readings);
        if (!File.Exists(readings)) ReadAll(crawl, readings);
        _days = [.. Lines(crawl).Select(line => Day(Parse(line)))];
        _vocabulary = CrawlVocabulary.Of(Lines(readings).Select(line => RecordJson.Read(line)));
    }

    /// <summary>The articles from the one with this number on, as JSON, without end.</summary>
    public IEnumerable<string> Articles(long first) => From(_crawl, first).Select(next => Article(next.Line, next.Round, next.Words));

    /// <summary>The same articles as they were read, the reading done when the second is asked for.</summary>
    public IEnumerable<Func<Understanding>> Readings(long first) => From(_readings, first).Select(next => (Func<Understanding>)(() => Reading(next.Line, next.Round, next.Words)));

    private static void ReadAll(string crawl, string readings)
    {
        Console.WriteLine("reading the crawl once");
        using var file = File.Create(readings + ".part");
        foreach (var record in InOrder.Select(Lines(crawl).Select(Parse), article => RecordJson.Write(ArticleReading.Understand(Word(article, "id"), ArticleOf(article), null)), ahead: 500))
        {
            file.Write(record);
            file.WriteByte((byte)'\n');
        }

        file.Close();
        File.Move(readings + ".part", readings);
    }

    private static Article ArticleOf(JsonObject article) => new(
        Word(article, "text"), Word(article, "title"), Word(article, "author"), PublicationTime.TryParse(Word(article, "published"), out var day) ? day : null, Url: Word(article, "url"), Outlet: Word(article, "outlet"));

    private IEnumerable<(byte[] Line, int Round, Substitution? Words)> From(string file, long first)
    {
        for (var round = (int)(first / _days.Count); ; round++)
        {
            var words = WordsOf(round);
            foreach (var line in Mixed(file, round).Skip((int)Math.Max(0, first - ((long)round * _days.Count)))) yield return (line, round, words);
        }
    }

    private Substitution? WordsOf(int round)
    {
        if (_last.Round != round) _last = (round, round == 0 ? null : _vocabulary.Shuffled(round));
        return _last.Words;
    }

    // Of a day all outlets report at once; the crawl has one after the other.
    private IEnumerable<byte[]> Mixed(string file, int round)
    {
        var random = new Random(round);
        using var lines = Lines(file).GetEnumerator();
        for (var first = 0; first < _days.Count;)
        {
            var end = _days.FindIndex(first, day => day != _days[first]);
            if (end < 0) end = _days.Count;
            var day = new byte[end - first][];
            for (var i = 0; i < day.Length && lines.MoveNext(); i++) day[i] = lines.Current;
            random.Shuffle(day);
            foreach (var line in day) yield return line;
            first = end;
        }
    }

    private static string Article(byte[] line, int round, Substitution? words)
    {
        var article = Parse(line);
        article["id"] = Numbered(Word(article, "id"), ':', round);
        article["url"] = Numbered(Word(article, "url"), '/', round);
        article["published"] = Later(Day(article), round);
        article["byline"] = article["author"]?.DeepClone();
        if (words is not null)
            foreach (var field in (string[])["title", "text"]) article[field] = words.In(Word(article, field));
        return article.ToJsonString(AsWritten);
    }

    private static Understanding.Understood Reading(byte[] line, int round, Substitution? words)
    {
        var record = RecordJson.Read(words is null ? line : Encoding.UTF8.GetBytes(words.In(Encoding.UTF8.GetString(line))));
        var day = Later(record.Article.Published!.Value.Day, round);
        var article = record.Article with { Url = Numbered(record.Article.Url!, '/', round), Published = PublicationTime.TryParse(day, out var time) ? time : null };
        var id = Numbered(record.Id, ':', round);
        var arrival = new Arrival.Given(id, time.Instant, "growth", id, article) { HasOwnId = true };
        var content = ArticleIdentity.Content(article);
        return new Understanding.Understood(arrival, record with { Id = id, Article = article }, ArticleIdentity.Of(arrival, article, content), content, time.Instant);
    }

    private static string Numbered(string name, char mark, int round) => string.Create(CultureInfo.InvariantCulture, $"{name}{mark}{round}");

    private static string Later(DateOnly day, int round) => day.AddDays(round * DaysARound).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<byte[]> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line) yield return Encoding.UTF8.GetBytes(line);
    }

    private static JsonObject Parse(byte[] line) => JsonNode.Parse(line)!.AsObject();

    private static string Word(JsonObject article, string field) => article[field]?.GetValue<string>() ?? "";

    private static DateOnly Day(JsonObject article) => DateOnly.ParseExact(Word(article, "published"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Marsad.Cli.Tests;

public sealed class IngestTests : IDisposable
{
    private const int Articles = 400;
    private readonly string _directory = Directory.CreateTempSubdirectory("marsad-ingest-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task An_ingest_that_is_killed_again_and_again_ends_in_the_same_rows_as_one_that_is_not()
    {
        var corpus = Corpus();
        var whole = await MarsadProcess.Run("ingest", corpus, "--data", Data("whole"));
        Assert.Equal((0, ""), (whole.ExitCode, whole.Errors));
        var kills = await KillUntilDone(corpus, Data("killed"));
        Assert.SkipWhen(kills == 0, "The machine was faster than the first kill.");
        Assert.Equal(Rows(Data("whole")), Rows(Data("killed")));
    }

    [Fact]
    public async Task An_ingest_run_again_files_nothing_twice()
    {
        var corpus = Corpus();
        await MarsadProcess.Run("ingest", corpus, "--data", Data("twice"));
        var before = Rows(Data("twice"));
        var again = await MarsadProcess.Run("ingest", corpus, "--data", Data("twice"));
        Assert.StartsWith("0 filed", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, Rows(Data("twice")));
    }

    [Fact]
    public async Task What_cannot_be_read_is_parked_and_the_rest_is_filed()
    {
        var file = Path.Combine(_directory, "bad.jsonl");
        await File.WriteAllTextAsync(file, "{\"id\":\"a\",\"text\":\"قال الوزير إن الوضع هادئ.\"}\nnot json\n{\"id\":\"b\",\"text\":\"عاد الهدوء إلى المدينة.\"}\n");
        var run = await MarsadProcess.Run("ingest", file, "--data", Data("bad"));
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("2 filed (0 copies), 0 known before, 1 parked", run.Output, StringComparison.Ordinal);
        Assert.Equal([$"{file}:2 FL010"], Query(Data("bad"), "SELECT url || ' ' || code FROM parked"));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_with_a_message()
    {
        var corpus = Corpus();
        await MarsadProcess.Run("ingest", corpus, "--data", Data("newer"));
        Query(Data("newer"), "INSERT INTO SchemaVersions(ScriptName, Applied) VALUES ('schema/9999-later.sql', '2030-01-01') RETURNING ScriptName");
        var refused = await MarsadProcess.Run("ingest", corpus, "--data", Data("newer"));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("newer version of marsad", refused.Errors, StringComparison.Ordinal);
    }

    // Killed after a random part of the time that is left, so that the kills fall everywhere: while opening, within a batch, between two.
    private static async Task<int> KillUntilDone(string corpus, string data)
    {
        var random = new Random(20220106);
        for (var kills = 0; ; kills++)
        {
            using var process = MarsadProcess.Start("ingest", corpus, "--data", data);
            var patience = kills < 8 ? TimeSpan.FromMilliseconds(random.Next(200, 2500)) : TimeSpan.FromMinutes(5);
            if (process.WaitForExit(patience) && process.ExitCode == 0) return kills;
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    // Sentences of our own with words drawn by a seed: some articles are copies of others, some are later versions, many share names.
    private string Corpus()
    {
        var random = new Random(1);
        string[] who = ["وزير الخارجية سامي النجار", "الأمين العام للمنظمة", "المتحدث باسم الحكومة", "رئيسة المجلس هدى الكاتب", "قائد الشرطة", "سفير كازاخستان", "وزيرة الصحة"];
        string[] what = ["قال", "أعلن", "أكد", "نفى", "أضاف", "طالب", "حذر من"];
        string[] things = ["المحادثات", "الانتخابات", "الميزانية", "الهدنة", "المساعدات", "الحدود", "المستشفيات", "المدارس", "الأسعار", "المياه", "الطرق", "المصانع", "الموانئ", "القوات"];
        string[] places = ["ألماتي", "بيروت", "الخرطوم", "تونس", "بغداد", "عمان", "الرباط", "صنعاء"];
        string Pick(string[] from) => from[random.Next(from.Length)];
        string Sentence() => $"{Pick(what)} {Pick(who)} في {Pick(places)} إن {Pick(things)} و{Pick(things)} تحتاج إلى {Pick(things)} خلال {random.Next(2, 90)} يوما بعد مقتل {random.Next(2, 60)} شخصا.";
        var texts = new List<string>();
        var path = Path.Combine(_directory, "corpus.jsonl");
        if (File.Exists(path)) return path;
        using var writer = new StreamWriter(path);
        for (var i = 0; i < Articles; i++)
        {
            var text = i > 10 && random.Next(6) == 0 ? texts[random.Next(texts.Count)] : string.Join(' ', Enumerable.Range(0, random.Next(4, 12)).Select(_ => Sentence()));
            texts.Add(text);
            var id = i > 10 && random.Next(10) == 0 ? random.Next(i) : i;
            writer.WriteLine(JsonSerializer.Serialize(new { id = $"a{id}", title = Sentence(), text, outlet = $"صحيفة {i % 7}", published = $"2022-01-{1 + (i % 28):00}" }));
        }

        return path;
    }

    private string Data(string name) => Path.Combine(_directory, name);

    // Everything but the clock's marks and what SQLite keeps for itself.
    private static List<string> Rows(string data) =>
    [
        .. Query(data, "SELECT a.id || '|' || identity || '|' || version || '|' || current || '|' || coalesce(copy_of, 0) || '|' || story_id || '|' || content || '|' || hex(record) FROM article a ORDER BY id"),
        .. Query(data, "SELECT 'story' || id || title || first_at || last_at FROM story ORDER BY id"),
        .. Query(data, "SELECT 'name' || article_id || local_id || name || coalesce(entity_id, 0) FROM name ORDER BY id"),
        .. Query(data, "SELECT 'statement' || article_id || local_id || content || start FROM statement ORDER BY id"),
        .. Query(data, "SELECT 'figure' || article_id || local_id || low || category FROM figure ORDER BY id"),
        .. Query(data, "SELECT 'alert' || watch || story_id || article_id || reason FROM alert ORDER BY id"),
        .. Query(data, "SELECT 'band' || band || '|' || article_id FROM (SELECT * FROM fingerprint UNION ALL SELECT * FROM fingerprint_waiting) ORDER BY band, article_id"),
        .. Query(data, "SELECT 'term' || term || '|' || day || '|' || article_id || '|' || weight FROM story_term ORDER BY term, article_id"),
        .. Query(data, "SELECT 'count' || term || '|' || articles FROM word_count ORDER BY term"),
        .. Query(data, "SELECT 'found' || rowid FROM article_search WHERE article_search MATCH 'كازاخستان' ORDER BY rowid"),
        .. Query(data, "SELECT 'intake' || next FROM intake"),
    ];

    private static List<string> Query(string data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "marsad.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }
}

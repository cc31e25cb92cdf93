using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Marsad.Cli.Tests.Commands;

/// <summary>`marsad entity`, `search`, `situation` and `reanalyze` as a person runs them on a small record across articles.</summary>
public sealed class AcrossArticlesTests : IAsyncLifetime
{
    private static readonly (string Outlet, string Title, string Text)[] News =
    [
        ("manara", "باشليه تدعو إلى ضبط النفس", "دعت المفوضة السامية لحقوق الإنسان ميشيل باشليه السلطات في كازاخستان إلى ضبط النفس. وقالت باشليه إن على الشرطة ألا تستخدم القوة ضد المتظاهرين السلميين في ألماتي."),
        ("ufuq", "الأمم المتحدة قلقة من العنف في ألماتي", "طالبت المفوضة السامية لحقوق الإنسان ميشيل باشيليه بالإفراج عن المحتجزين في قازاخستان، وقالت باشيليه إن احتجاز الناس دون تهمة مخالف للقانون الدولي."),
        ("sada", "الداخلية تنفي استخدام القوة", "نفت وزارة الداخلية في كازاخستان استخدام الرصاص ضد المتظاهرين. وقالت الوزارة إن قوات الأمن التزمت حماية المنشآت وإن المطار عاد إلى العمل."),
    ];

    private readonly string _data = Directory.CreateTempSubdirectory("marsad-across-").FullName;

    public async ValueTask InitializeAsync()
    {
        var lines = string.Join('\n', News.Select((one, i) => new JsonObject
        {
            ["id"] = one.Outlet,
            ["outlet"] = one.Outlet,
            ["title"] = one.Title,
            ["text"] = one.Text,
            ["published"] = $"2022-01-{6 + i:00}T09:00:00Z",
        }.ToJsonString()));
        var taken = await MarsadProcess.RunWith(input => input.Write(System.Text.Encoding.UTF8.GetBytes(lines)), "ingest", "-", "--data", _data);
        Assert.Equal((0, ""), (taken.ExitCode, taken.Errors));
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Task<MarsadProcess> Run(params string[] arguments) => MarsadProcess.Run([.. arguments, "--data", _data]);

    private async Task<string> Shown(string name) => (await Run("entity", "show", name)).Output;

    private async Task<string> Number(string name) => Regex.Match(await Shown(name), "^[0-9]+").Value;

    private static string Decision(MarsadProcess decided) => Regex.Match(decided.Output, "decision ([0-9]+)").Groups[1].Value;

    [Fact]
    public async Task An_entity_is_shown_with_its_forms_roles_statements_and_stories()
    {
        var shown = await Shown("باشليه");
        Assert.Contains("2 articles", shown, StringComparison.Ordinal);
        foreach (var part in (string[])["form .*باشليه", "form .*باشيليه", "role       2022-01-06 – 2022-01-07 .*المفوضة السامية", "\\(.*manara.*\\)", "statement  2022-01-07", "story      2022-01-0"]) Assert.Matches(part, shown);
    }

    [Fact]
    public async Task Forms_that_were_split_off_are_another_s_until_the_decision_is_taken_back_also_after_reanalysis()
    {
        var known = await Number("باشليه");
        var form = Regex.Match(await Shown(known), "form +\\P{L}*(.*باشيليه)").Groups[1].Value.Trim('\u2067', '\u2068', '\u2069', ' ');
        var split = await Run("entity", "split", known, "--form", form, "--who", "هدى");
        Assert.Equal((0, ""), (split.ExitCode, split.Errors));
        Assert.Equal(0, (await Run("reanalyze", "--all")).ExitCode);
        Assert.Contains("1 articles", await Shown(known), StringComparison.Ordinal);
        Assert.Contains("هدى", await Shown(known), StringComparison.Ordinal);
        Assert.Equal(0, (await Run("entity", "undo", Decision(split), "--who", "هدى")).ExitCode);
        Assert.Contains("2 articles", await Shown(known), StringComparison.Ordinal);
        Assert.Equal(1, (await Run("entity", "undo", Decision(split), "--who", "هدى")).ExitCode);
    }

    [Fact]
    public async Task Entities_that_were_merged_are_one_after_reanalysis_too()
    {
        var (country, city) = (await Number("كازاخستان"), await Number("ألماتي"));
        Assert.NotEqual(country, city);
        Assert.Equal(0, (await Run("entity", "merge", country, city, "--who", "هدى")).ExitCode);
        Assert.Equal(0, (await Run("reanalyze", "--all")).ExitCode);
        Assert.Equal(country, await Number("ألماتي"));
    }

    [Theory]
    [InlineData("entity", "show", "لا أحد")]
    [InlineData("entity", "merge", "1", "999", "--who", "هدى")]
    [InlineData("entity", "split", "999", "--article", "1", "--who", "هدى")]
    public async Task What_is_not_known_is_said_and_fails(params string[] arguments)
    {
        var refused = await Run(arguments);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith("marsad: ", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_by_fields_finds_the_other_spelling_and_says_so_a_line()
    {
        var found = await Run("search", "speaker:باشليه from:2022-01-07", "--format", "jsonl");
        var lines = found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(0, found.ExitCode);
        Assert.Equal(["ufuq"], lines.Where(line => (string?)line["kind"] == "article").Select(line => (string)line["outlet"]!));
        Assert.Contains(lines, line => (string?)line["kind"] == "statement");
    }

    [Fact]
    public async Task Of_a_wrong_query_it_is_said_what_is_wrong_and_where()
    {
        var wrong = await Run("search", "مطار spaeker:باشليه");
        Assert.Equal((2, ""), (wrong.ExitCode, wrong.Output));
        Assert.Contains("spaeker:", wrong.Errors, StringComparison.Ordinal);
        Assert.Matches(@"\^|[0-9]", wrong.Errors);
        Assert.Equal(1, (await Run("search", "زرافة")).ExitCode);
    }

    [Fact]
    public async Task A_situation_is_followed_within_its_days_listed_and_left()
    {
        Assert.Equal(0, (await Run("situation", "create", "almaty", "--title", "ألماتي", "--title-en", "Almaty", "--term", "كازاخستان", "--to", "2022-01-07")).ExitCode);
        Assert.Matches("almaty .*\\b2 articles", (await Run("situation", "list")).Output);
        var report = await Run("situation", "export", "almaty", "--format", "md");
        Assert.Contains(@"\[1\]", report.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("المطار عاد", report.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("situation", "remove", "almaty")).ExitCode);
        Assert.Equal(1, (await Run("situation", "remove", "almaty")).ExitCode);
    }

    [Theory]
    [InlineData("search", "مطار")]
    [InlineData("source", "list")]
    [InlineData("situation", "list")]
    [InlineData("entity", "show", "باشليه")]
    [InlineData("export", "--format", "jsonl")]
    [InlineData("reanalyze")]
    [InlineData("verify")]
    [InlineData("serve")]
    [InlineData("demo", "--no-browser")]
    public async Task A_store_of_a_newer_version_is_refused_by_every_command(params string[] arguments)
    {
        using (var store = new SqliteConnection($"Data Source={Path.Combine(_data, "marsad.db")};Pooling=False"))
        {
            store.Open();
            using var later = store.CreateCommand();
            later.CommandText = "INSERT INTO SchemaVersions(ScriptName, Applied) VALUES ('schema/9999-later.sql', '2030-01-01')";
            later.ExecuteNonQuery();
        }

        var refused = await Run(arguments);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith("marsad: ST001 ", refused.Errors, StringComparison.Ordinal);
    }
}

using System.Text;
using System.Text.Json;

namespace Marsad.Cli.Tests.Commands;

public sealed class ReadCommandTests : IDisposable
{
    private const string Article = """{"id":"a1","title":"بيان الوزارة","published":"2022-01-06","text":"قال الوزير أحمد سالم إن 12 شخصا قتلوا اليوم في المدينة."}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("marsad-read-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Json_lines_come_out_as_one_record_a_line_in_input_order()
    {
        var path = Write("a.jsonl", string.Join('\n', Enumerable.Range(0, 300).Select(i => $"{{\"id\":\"{i}\",\"text\":\"خبر رقم {i}\"}}")));
        var run = await MarsadProcess.Run("read", path, "--format", "jsonl");
        Assert.Equal(Enumerable.Range(0, 300).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), Lines(run.Output).Select(line => Json(line).GetProperty("id").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_with_its_reason_and_the_rest_is_printed()
    {
        var run = await MarsadProcess.Run("read", "missing.html", Write("a.jsonl", Article + "\n{broken\n"), "-f", "jsonl");
        Assert.Equal(1, run.ExitCode);
        Assert.Single(Lines(run.Output));
        Assert.Contains("missing.html: there is no such file (FL001)", run.Errors, StringComparison.Ordinal);
        Assert.Contains("a.jsonl:2: not a JSON article", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_read_and_every_offset_gives_its_words()
    {
        var run = await MarsadProcess.RunWith(input => input.Write(Encoding.UTF8.GetBytes(Article)), "read", "-", "-f", "json");
        var record = Json(run.Output);
        var text = record.GetProperty("text").GetString()!;
        var figure = record.GetProperty("figures")[0];
        Assert.Equal("12 شخصا", text[figure.GetProperty("start").GetInt32()..figure.GetProperty("end").GetInt32()]);
        Assert.Equal("2022-01-06", record.GetProperty("times")[0].GetProperty("value").GetString());
        Assert.Equal("أحمد سالم", record.GetProperty("statements")[0].GetProperty("speaker").GetString());
    }

    [Fact]
    public async Task Text_shows_who_said_what_as_a_table()
    {
        var run = await MarsadProcess.Run("read", Write("a.jsonl", Article));
        Assert.Contains("Said what", run.Output, StringComparison.Ordinal);
        Assert.Contains("أحمد سالم", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_is_one_page_that_loads_nothing_and_leads_from_each_item_to_its_words()
    {
        var run = await MarsadProcess.Run("read", Write("a.jsonl", Article), "-f", "html");
        Assert.DoesNotContain("<script", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", run.Output, StringComparison.Ordinal);
        Assert.Contains("href=\"#a1-s1\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("id=\"a1-s1\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_an_article_stays_words_on_the_html_page()
    {
        var run = await MarsadProcess.Run("read", Write("a.jsonl", """{"title":"<script>1</script>","text":"<img src=x onerror=alert(1)>"}"""), "-f", "html");
        Assert.DoesNotContain("<script>1", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_text_page_gives_its_headline_and_leads_apart_from_its_text()
    {
        var run = await MarsadProcess.Run("read", Write("p.txt", "عنوان الخبر الأول في الصحيفة\nأعلنت الوزارة اليوم خطة جديدة للمدارس في البلاد.\nموضوعات ذات صلة\n- خبر آخر عن الطقس\n- خبر ثالث عن الأسواق\nوأضافت الوزارة أن الخطة تبدأ غدا."), "-f", "json");
        var record = Json(run.Output);
        Assert.Equal("عنوان الخبر الأول في الصحيفة", record.GetProperty("title").GetString());
        Assert.Equal(2, record.GetProperty("leads").GetArrayLength());
        Assert.DoesNotContain("الطقس", record.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_times_the_lines_need_no_more_memory()
    {
        var few = await Feed(10_000);
        var many = await Feed(100_000);
        Assert.Equal((0, 100_000), (many.ExitCode, Lines(many.Output).Length));
        Assert.True(many.PeakBytes < few.PeakBytes * 1.5 + (32 << 20), $"{few.PeakBytes >> 20} MiB for 10,000 lines, {many.PeakBytes >> 20} MiB for 100,000");
    }

    private static Task<MarsadProcess> Feed(int lines) => MarsadProcess.RunWith(
        input =>
        {
            using var writer = new StreamWriter(input, new UTF8Encoding(false));
            for (var i = 0; i < lines; i++) writer.Write("{\"text\":\"قال الوزير إن العمل مستمر.\"}\n");
        },
        "read", "-", "-f", "jsonl");

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}

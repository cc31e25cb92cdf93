using System.IO.Compression;
using System.Text;
using Marsad.Flow;

namespace Marsad.Tests.Flow;

public sealed class InputFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("marsad-input-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_json_line_keeps_its_id_and_its_text_exactly()
    {
        var item = Assert.IsType<InputItem.Given>(Assert.Single(Open(Write("a.jsonl", """{"id":"x1","text":" قال\n الوزير ","title":"ع","published":"2022-01-06","outlet":"ص","url":"https://a.example"}"""))));
        Assert.Equal(("x1", " قال\n الوزير ", "2022-01-06"), (item.Id, item.Article.Text, item.Article.Published.ToString()));
    }

    [Fact]
    public void Lines_without_an_id_take_the_file_name_and_their_line() =>
        Assert.Equal(["a:1", "a:3"], Open(Write("a.b.jsonl", "{\"text\":\"1\"}\n\n{\"text\":\"2\"}")).Cast<InputItem.Given>().Select(item => item.Id));

    [Fact]
    public void A_single_json_object_takes_the_file_name() =>
        Assert.Equal("page", Assert.IsType<InputItem.Given>(Assert.Single(Open(Write("page.v1.json", "{\n \"text\": \"نص\"\n}")))).Id);

    [Theory]
    [InlineData("[{\"text\":\"1\"},{\"text\":\"2\"}]")]
    [InlineData("{\"text\":\"1\"}\n{\n\"text\":\"2\"}")]
    public void A_json_document_may_hold_several_articles(string json) => Assert.Equal(2, Open(Write("a.json", json)).Count);

    [Theory]
    [InlineData("{\"title\":\"no text\"}", "FL009")]
    [InlineData("{\"text\":", "FL010")]
    [InlineData("{\"text\":5}", "FL010")]
    [InlineData("null", "FL009")]
    public void A_bad_line_says_where_and_why_and_the_next_line_is_read(string bad, string code)
    {
        var items = Open(Write("a.jsonl", "{\"text\":\"1\"}\n" + bad + "\n{\"text\":\"3\"}\n"));
        var unreadable = Assert.IsType<InputItem.Unreadable>(items[1]);
        Assert.Equal((2, code), (unreadable.Line, unreadable.Reason.Code));
        Assert.IsType<InputItem.Given>(items[2]);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_named_and_the_rest_goes_on()
    {
        var path = Path.Combine(_folder.FullName, "a.jsonl");
        File.WriteAllBytes(path, [.. "{\"text\":\""u8, 0xE3, 0xC7, .. "\"}\n{\"text\":\"2\"}"u8]);
        var items = Open(path);
        Assert.Equal("FL010", Assert.IsType<InputItem.Unreadable>(items[0]).Reason.Code);
        Assert.IsType<InputItem.Given>(items[1]);
    }

    [Fact]
    public void A_gzipped_file_is_read_like_the_file() =>
        Assert.IsType<InputItem.Given>(Assert.Single(Open(WriteZipped("a.jsonl.gz", "{\"text\":\"1\"}"))));

    [Fact]
    public void A_cut_off_gzip_file_gives_what_it_held_and_says_that_it_is_cut_off()
    {
        var whole = WriteZipped("a.jsonl.gz", string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"id\":\"{i}\",\"text\":\"{i * 7919 % 10007}\"}}\n")));
        var bytes = File.ReadAllBytes(whole);
        File.WriteAllBytes(whole, bytes[..(bytes.Length / 2)]);
        var items = Open(whole);
        Assert.IsType<InputItem.Given>(items[0]);
        Assert.IsType<InputItem.Unreadable>(items[^1]);
    }

    [Fact]
    public void A_missing_file_is_named_and_the_next_is_read()
    {
        var items = Open(Path.Combine(_folder.FullName, "none.txt"), Write("b.txt", "خبر"));
        Assert.Equal("FL001", Assert.IsType<InputItem.Unreadable>(items[0]).Reason.Code);
        Assert.IsType<InputItem.Page>(items[1]);
    }

    [Theory]
    [InlineData("a.pdf", "x", "FL002")]
    [InlineData("a.html", "", "FL004")]
    public void What_is_not_read_says_why(string name, string content, string code) =>
        Assert.Equal(code, Assert.IsType<InputItem.Unreadable>(Assert.Single(Open(Write(name, content)))).Reason.Code);

    [Fact]
    public void A_folder_gives_its_files_in_order()
    {
        Write("b.txt", "2");
        Write("a.html", "1");
        Write("c.pdf", "3");
        Assert.Equal(["a", "b"], Open(_folder.FullName).Cast<InputItem.Page>().Select(page => page.Id!));
    }

    [Theory]
    [InlineData("{\"text\":\"1\"}\n{\"text\":\"2\"}", 2)]
    [InlineData(" [ {\"text\":\"1\"} ]", 1)]
    [InlineData("<html><p>1</p>", 1)]
    [InlineData("خبر", 1)]
    public void Standard_input_is_told_by_its_first_sign(string content, int count) =>
        Assert.Equal(count, InputFiles.Open("-", () => new MemoryStream(Encoding.UTF8.GetBytes(content))).Count(item => item is not InputItem.Unreadable));

    [Fact]
    public void An_endless_line_is_skipped_in_bounded_memory()
    {
        var lines = new ByteLines(new MemoryStream([.. new byte[200_000], (byte)'\n', (byte)'a']), limit: 100_000);
        Assert.True(lines.Next());
        Assert.True(lines.TooLong);
        Assert.True(lines.Next());
        Assert.Equal("a", Encoding.UTF8.GetString(lines.Line.Span));
        Assert.False(lines.Next());
    }

    private static List<InputItem> Open(params string[] paths) => [.. paths.SelectMany(path => InputFiles.Open(path, () => Stream.Null))];

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    private string WriteZipped(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var zip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        zip.Write(Encoding.UTF8.GetBytes(content));
        return path;
    }
}

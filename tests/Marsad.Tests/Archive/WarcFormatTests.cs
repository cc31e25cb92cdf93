using System.Text.Json.Nodes;
using Marsad.Archive;
using Marsad.Fetch;
using Marsad.Tests.Fetch;
using Marsad.Tests.Store;
using Microsoft.AspNetCore.Http;

namespace Marsad.Tests.Archive;

/// <summary>What the archive writes, as warcio reads it.</summary>
public sealed class WarcFormatTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private List<JsonNode> Records(params ReadOnlySpan<Capture> captures)
    {
        IndependentReader.SkipWhereMissing();
        using (var archive = new CaptureArchive(_directory.File("archive")))
            foreach (var capture in captures) archive.Keep(capture);
        return [.. Directory.GetFiles(_directory.File("archive/warc")).Order(StringComparer.Ordinal).SelectMany(IndependentReader.Read)];
    }

    private static string? Field(JsonNode record, string name) => (string?)record["headers"]![name.ToLowerInvariant()];

    [Fact]
    public void A_segment_begins_with_what_it_is_and_every_record_stands_where_the_log_says()
    {
        var records = Records(SomeCapture.Page(), SomeCapture.ChunkedPage("another", seconds: 5), SomeCapture.File("a file"));
        Assert.Equal(["warcinfo", "request", "response", "request", "response", "resource"], records.Select(record => (string)record["type"]!));
        using var archive = new CaptureArchive(_directory.File("archive"));
        var evidence = new[] { 2L, 3L, 4L }.Select(n => archive.Index.Line(n)!).Select(place => Evidence.Of(Marsad.Archive.Chain.ArchiveLog.Read(archive.Writer.Log, place)));
        Assert.Equal(
            evidence.Select(e => (e.Offset, e.Length, $"<{e.Record}>")),
            new[] { 2, 4, 5 }.Select(i => ((long)records[i]["offset"]!, (long)records[i]["length"]!, Field(records[i], "WARC-Record-ID")!)));
    }

    [Fact]
    public void Every_digest_is_the_one_that_another_reader_computes()
    {
        var pages = new[] { SomeCapture.Page("one"), SomeCapture.ChunkedPage("two, in chunks and packed", seconds: 5), SomeCapture.File("three"), SomeCapture.ChunkedPage("", seconds: 9) };
        var records = Records(pages);
        Assert.All(records, record => Assert.Equal(Field(record, "WARC-Block-Digest"), (string?)record["block"]));
        var answers = records.Where(record => (string)record["type"]! is "response" or "resource").ToList();
        Assert.All(answers, record => Assert.Equal(Field(record, "WARC-Payload-Digest"), (string?)record["payload"]));
        Assert.Equal(pages.Select(page => Digest.Of(page.Body.Span).ToString()), answers.Select(record => (string)record["content"]!));
    }

    [Fact]
    public void The_same_payload_is_written_once_however_it_was_cut_into_chunks()
    {
        var records = Records(SomeCapture.ChunkedPage("the same words", seconds: 0), SomeCapture.ChunkedPage("the same words", "http://other.example/copy", 60, chunk: 11));
        var (first, revisit) = (records[2], records[4]);
        Assert.Equal("revisit", (string?)revisit["type"]);
        Assert.Equal("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest", Field(revisit, "WARC-Profile"));
        Assert.Equal(Field(first, "WARC-Payload-Digest"), Field(revisit, "WARC-Payload-Digest"));
        Assert.Equal((Field(first, "WARC-Record-ID"), Field(first, "WARC-Target-URI"), Field(first, "WARC-Date")), (Field(revisit, "WARC-Refers-To"), Field(revisit, "WARC-Refers-To-Target-URI"), Field(revisit, "WARC-Refers-To-Date")));
        Assert.Equal(200, (int?)revisit["status"]);
    }

    [Fact]
    public void That_a_page_was_not_modified_refers_to_the_answer_that_brought_it()
    {
        var page = SomeCapture.ChunkedPage("the same words");
        var said = System.Text.Encoding.ASCII.GetBytes("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n");
        var at = page.CapturedAt.AddHours(1);
        var records = Records(page, page with { Status = Capture.StillThere, CapturedAt = at, Wire = [page.Wire[0] with { At = at, Response = said }] });
        Assert.Equal(["warcinfo", "request", "response", "request", "revisit"], records.Select(record => (string)record["type"]!));
        var (first, word) = (records[2], records[4]);
        Assert.Equal("http://netpreserve.org/warc/1.1/revisit/server-not-modified", Field(word, "WARC-Profile"));
        Assert.Equal((Field(first, "WARC-Record-ID"), Field(first, "WARC-Date")), (Field(word, "WARC-Refers-To"), Field(word, "WARC-Refers-To-Date")));
        Assert.Equal((304, "2022-01-06T13:00:00Z"), ((int)word["status"]!, Field(word, "WARC-Date")));
        Assert.Equal(Field(word, "WARC-Block-Digest"), (string?)word["block"]);
    }

    [Fact]
    public void Request_and_response_name_each_other_and_who_answered()
    {
        var records = Records(SomeCapture.Page());
        Assert.Equal("WARC/1.1", (string?)records[2]["version"]);
        Assert.Equal(Field(records[2], "WARC-Record-ID"), Field(records[1], "WARC-Concurrent-To"));
        Assert.All(records.Skip(1), record => Assert.Equal("192.0.2.7", Field(record, "WARC-IP-Address")));
        Assert.All(records.Skip(1), record => Assert.Equal("http://manara.example/news/1", Field(record, "WARC-Target-URI")));
        Assert.Equal("2022-01-06T12:00:00Z", Field(records[2], "WARC-Date"));
    }

    [Fact]
    public async Task A_page_that_was_fetched_stands_there_as_it_was_on_the_wire_redirect_and_all()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/robots.txt") context.Response.StatusCode = 404;
            else if (context.Request.Path == "/old") context.Response.Redirect("/new", permanent: true);
            else await context.Response.WriteAsync("<p>in chunks</p>");
        });
        using var fetcher = new Fetcher(new FetchOptions { Hosts = server.Named("manara.example"), Gap = TimeSpan.Zero }, TimeProvider.System);
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(new FetchRequest(new Uri("http://manara.example/old"), 1 << 20), default));
        var records = Records(fetched.Capture);
        Assert.Equal(["warcinfo", "request", "response", "request", "response"], records.Select(record => (string)record["type"]!));
        Assert.Equal(["http://manara.example/old", "http://manara.example/new"], new[] { records[2], records[4] }.Select(record => Field(record, "WARC-Target-URI")!));
        Assert.Equal([301, 200], new[] { records[2], records[4] }.Select(record => (int)record["status"]!));
        Assert.Equal("127.0.0.1", Field(records[4], "WARC-IP-Address"));
        Assert.Equal(Digest.Of("<p>in chunks</p>"u8).ToString(), (string?)records[4]["content"]);
    }
}

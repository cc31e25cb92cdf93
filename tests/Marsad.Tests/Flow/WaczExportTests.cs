using System.IO.Compression;
using System.Text.Json.Nodes;
using Marsad.Archive;
using Marsad.Flow.Exports;
using Marsad.Tests.Archive;
using Marsad.Tests.Store;

namespace Marsad.Tests.Flow;

/// <summary>A WACZ against the text of its specification, 1.1.1 (specs.webrecorder.net/wacz/1.1.1).</summary>
public sealed class WaczExportTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private ZipArchive Wacz()
    {
        using (var archive = new CaptureArchive(_directory.File("archive")))
        using (var file = File.Create(_directory.File("out.wacz")))
        {
            var one = archive.Keep(SomeCapture.ChunkedPage("one", "http://www.Manara.example/News/1?b=2&a=1")).Digest;
            var two = archive.Keep(SomeCapture.Page("two", "https://other.example:8443/x", seconds: 5)).Digest;
            archive.Keep(SomeCapture.ChunkedPage("one", "http://copy.example/1", seconds: 9));
            archive.Keep(SomeCapture.Page("not asked for", "http://other.example/secret", seconds: 11));
            Assert.Equal(3, new WaczExport(archive, Now).Write(file, [new ExportedPage(one, "الأول"), new ExportedPage(two, null)], "A collection"));
        }

        return ZipFile.OpenRead(_directory.File("out.wacz"));
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var entry = zip.GetEntry(name)!.Open();
        var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static List<JsonNode> Lines(ZipArchive zip, string name) => [.. System.Text.Encoding.UTF8.GetString(Bytes(zip, name)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    [Fact]
    public void It_holds_what_a_wacz_must_and_nothing_else_where_nothing_else_may_be()
    {
        using var zip = Wacz();
        Assert.Equal(
            ["archive/data.warc.gz", "datapackage-digest.json", "datapackage.json", "indexes/index.cdx", "marsad/log.jsonl", "pages/pages.jsonl"],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        var warc = zip.GetEntry("archive/data.warc.gz")!;
        Assert.Equal(warc.Length, warc.CompressedLength);
    }

    [Fact]
    public void The_manifest_names_every_file_with_its_size_and_digest_and_is_itself_named()
    {
        using var zip = Wacz();
        var package = JsonNode.Parse(Bytes(zip, "datapackage.json"))!;
        Assert.Equal(("data-package", "1.1.1", "A collection", "2026-05-01T00:00:00Z"), ((string?)package["profile"], (string?)package["wacz_version"], (string?)package["title"], (string?)package["created"]));
        var resources = package["resources"]!.AsArray();
        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("datapackage", StringComparison.Ordinal)).Order(StringComparer.Ordinal), resources.Select(r => (string)r!["path"]!).Order(StringComparer.Ordinal));
        Assert.All(resources, resource =>
        {
            var bytes = Bytes(zip, (string)resource!["path"]!);
            Assert.Equal((Digest.Of(bytes).ToString(), bytes.Length, Path.GetFileName((string)resource["path"]!)), ((string)resource["hash"]!, (int)resource["bytes"]!, (string)resource["name"]!));
        });
        var digest = JsonNode.Parse(Bytes(zip, "datapackage-digest.json"))!;
        Assert.Equal(("datapackage.json", Digest.Of(Bytes(zip, "datapackage.json")).ToString()), ((string?)digest["path"], (string?)digest["hash"]));
    }

    [Fact]
    public void The_list_of_pages_begins_with_its_format_and_gives_address_time_and_title()
    {
        using var zip = Wacz();
        var lines = Lines(zip, "pages/pages.jsonl");
        Assert.Equal("json-pages-1.0", (string?)lines[0]["format"]);
        Assert.Equal(
            [("http://www.manara.example/News/1?b=2&a=1", "2022-01-06T12:00:00Z", "الأول"), ("https://other.example:8443/x", "2022-01-06T12:00:05Z", null), ("http://copy.example/1", "2022-01-06T12:00:09Z", "الأول")],
            lines.Skip(1).Select(line => ((string)line["url"]!, (string)line["ts"]!, (string?)line["title"])));
    }

    [Fact]
    public void The_index_says_of_every_record_what_another_indexer_says()
    {
        using var zip = Wacz();
        File.WriteAllBytes(_directory.File("data.warc.gz"), Bytes(zip, "archive/data.warc.gz"));
        var theirs = IndependentReader.Run("cdxj.mjs", _directory.File("data.warc.gz")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        Assert.Equal(theirs, System.Text.Encoding.UTF8.GetString(Bytes(zip, "indexes/index.cdx")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_lines_of_the_log_go_along_and_name_the_digests_of_the_records()
    {
        using var zip = Wacz();
        Assert.Equal(
            Lines(zip, "pages/pages.jsonl").Skip(1).Select(page => (string)page["url"]!),
            Lines(zip, "marsad/log.jsonl").Select(line => (string)(line["finalUrl"] ?? line["url"])!));
    }
}

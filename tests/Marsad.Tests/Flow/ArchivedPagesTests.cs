using System.IO.Compression;
using Dapper;
using Marsad.Archive;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Flow.Exports;
using Marsad.Store;
using Marsad.Tests.Archive;
using Marsad.Tests.Store;

namespace Marsad.Tests.Flow;

public sealed class ArchivedPagesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private static string Html(string what) => $"""
        <!doctype html><html lang=ar><meta charset=utf-8><title>{what}</title><article><h1>{what}</h1>
        <p>أعلنت وزارة الداخلية مساء الأربعاء أن قوات الأمن استعادت السيطرة على مطار المدينة بعد ساعات من سقوطه في أيدي محتجين.</p>
        <p>وقال المتحدث باسم الوزارة إن اثني عشر من رجال الشرطة قتلوا، ودعت المفوضة السامية إلى الإفراج عن المحتجزين والتحقيق في ما جرى ({what}).</p></article></html>
        """;

    // The segment of an archive in which a few pages, a redirect's like and a file were kept.
    private string Warc()
    {
        using var archive = new CaptureArchive(_directory.File("theirs/archive"));
        for (var i = 0; i < 3; i++) archive.Keep(SomeCapture.ChunkedPage(Html($"خبر {i}"), $"http://manara.example/news/{i}", seconds: i));
        archive.Keep(SomeCapture.Page("", "http://manara.example/empty") with { ContentType = "image/png" });
        return Directory.GetFiles(_directory.File("theirs/archive/warc")).Single();
    }

    private static List<InputItem> Items(string path) => [.. InputFiles.Open(path, () => Stream.Null)];

    private static IEnumerable<string> Addresses(IEnumerable<InputItem> items) => items.OfType<InputItem.Archived>().Where(page => page.Capture.Body.Length > 0).Select(page => page.Capture.FinalUrl.AbsoluteUri);

    [Fact]
    public void Each_page_of_a_warc_comes_with_its_address_time_and_body()
    {
        var pages = Items(Warc()).OfType<InputItem.Archived>().Where(page => page.Capture.Body.Length > 0).ToList();
        Assert.Equal(["http://manara.example/news/0", "http://manara.example/news/1", "http://manara.example/news/2"], Addresses(pages));
        Assert.Equal([0, 1, 2], pages.Select(page => (int)(page.Capture.CapturedAt - SomeCapture.At).TotalSeconds));
        Assert.Equal(Html("خبر 1"), System.Text.Encoding.UTF8.GetString(pages[1].Capture.Body.Span));
    }

    // A page, the same words at another address, and the host's word that the first still stands.
    private string WarcWithRevisits()
    {
        using var archive = new CaptureArchive(_directory.File("again/archive"));
        var page = SomeCapture.ChunkedPage(Html("خبر"));
        archive.Keep(page);
        archive.Keep(SomeCapture.ChunkedPage(Html("خبر"), "http://other.example/copy", seconds: 60, chunk: 11));
        var at = page.CapturedAt.AddHours(1);
        archive.Keep(page with { Status = Capture.StillThere, CapturedAt = at, Wire = [page.Wire[0] with { At = at, Response = "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n"u8.ToArray() }] });
        return Directory.GetFiles(_directory.File("again/archive/warc")).Single();
    }

    [Fact]
    public void A_revisit_is_the_page_that_it_refers_to_at_its_own_address_and_time()
    {
        var pages = Items(WarcWithRevisits()).OfType<InputItem.Archived>().Select(page => page.Capture).ToList();
        Assert.Equal(
            [("http://manara.example/news/1", 0, 200), ("http://other.example/copy", 60, 200), ("http://manara.example/news/1", 3600, 304)],
            pages.Select(page => (page.FinalUrl.AbsoluteUri, (int)(page.CapturedAt - SomeCapture.At).TotalSeconds, page.Status)));
        Assert.All(pages, page => Assert.Equal(Html("خبر"), System.Text.Encoding.UTF8.GetString(page.Body.Span)));
    }

    [Fact]
    public void A_revisit_that_stands_before_its_record_is_found_as_well()
    {
        WarcWithRevisits();
        var members = new List<byte[]>();
        using (var archive = new CaptureArchive(_directory.File("again/archive")))
            foreach (var n in (long[])[2, 3]) members.Add([.. archive.Members(n).SelectMany(member => member.Member.ToArray())]);
        var turned = _directory.File("turned.warc.gz");
        File.WriteAllBytes(turned, [.. members[1], .. members[0]]);
        Assert.Equal(["http://manara.example/news/1", "http://other.example/copy"], Addresses(Items(turned)));
    }

    [Fact]
    public void Revisits_of_records_that_are_elsewhere_are_told_once()
    {
        WarcWithRevisits();
        var alone = _directory.File("alone.warc.gz");
        using (var archive = new CaptureArchive(_directory.File("again/archive")))
            File.WriteAllBytes(alone, [.. new long[] { 3, 4 }.SelectMany(n => archive.Records(n)!.Value.ToArray())]);
        var told = Assert.IsType<InputItem.Unreadable>(Assert.Single(Items(alone)));
        Assert.Equal("FL016", told.Reason.Code);
        Assert.StartsWith("2 revisits", told.Reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_revisited_is_kept_with_each_of_its_times()
    {
        var path = WarcWithRevisits();
        using var store = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        using var archive = StationArchive.Open(_directory.Path, store);
        new Ingest(store, new PageWalk(store, []), archive).Run([path], () => Stream.Null, _ => { }, default);
        var kept = archive.CapturesOf(Digest.Of(System.Text.Encoding.UTF8.GetBytes(Html("خبر"))));
        Assert.Equal([0, 60, 3600], kept.Select(capture => (int)(capture.CapturedAt - SomeCapture.At).TotalSeconds).Order());
        Assert.Null(EvidenceCheck.Run(_directory.Path, store).Archive.Damage);
    }

    // Pages are read on many threads, a revisit on another one than the page that it refers to.
    [Fact]
    public void However_near_a_revisit_stands_to_its_page_the_body_is_written_once()
    {
        const int Pages = 12;
        using (var theirs = new CaptureArchive(_directory.File("near/archive"), new ArchiveOptions { FlushesToDisk = false }))
        {
            for (var i = 0; i < Pages; i++)
            {
                var page = SomeCapture.ChunkedPage(Html($"خبر {i}"), $"http://manara.example/{i}", seconds: i);
                var at = page.CapturedAt.AddHours(1);
                theirs.Keep(page);
                theirs.Keep(SomeCapture.ChunkedPage(Html($"خبر {i}"), $"http://other.example/{i}", seconds: i + 60, chunk: 11));
                theirs.Keep(page with { Status = Capture.StillThere, CapturedAt = at, Wire = [page.Wire[0] with { At = at, Response = "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n"u8.ToArray() }] });
            }
        }

        using var store = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        using var archive = StationArchive.Open(_directory.Path, store);
        new Ingest(store, new PageWalk(store, []), archive).Run(Directory.GetFiles(_directory.File("near/archive/warc")), () => Stream.Null, _ => { }, default);
        var kept = Enumerable.Range(0, Pages).SelectMany(i => archive.CapturesOf(Digest.Of(System.Text.Encoding.UTF8.GetBytes(Html($"خبر {i}")))).OrderBy(c => c.CapturedAt).Select(c => c.Type));
        Assert.Equal(Enumerable.Repeat((string[])["response", "revisit", "revisit"], Pages).SelectMany(types => types), kept);
    }

    // As crawlers write that take the chunks off and leave the header as it was.
    [Theory]
    [InlineData("خبر")]
    [InlineData("خبر آخر")]
    public void A_page_that_says_it_is_in_chunks_and_is_not_is_read(string what)
    {
        var page = SomeCapture.ChunkedPage(Html(what));
        var message = WireMessage.Read(page.Wire[0].Response)!.Value;
        byte[] together = [.. message.Head.Span, .. message.Payload().Span];
        var warc = _directory.File("together.warc.gz");
        File.WriteAllBytes(warc, Marsad.Archive.Warc.Member.Of(Marsad.Archive.Warc.WarcRecords.Exchange(page.Wire[0] with { Response = together, Request = default }, null, null).Single()).Bytes);
        Assert.Equal(Html(what), System.Text.Encoding.UTF8.GetString(Assert.IsType<InputItem.Archived>(Assert.Single(Items(warc))).Capture.Body.Span));
    }

    [Fact]
    public void A_warc_that_is_not_packed_reads_the_same()
    {
        var packed = Warc();
        var plain = _directory.File("plain.warc");
        using (var from = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress))
        using (var to = File.Create(plain)) from.CopyTo(to);
        Assert.Equal(Addresses(Items(packed)), Addresses(Items(plain)));
    }

    [Fact]
    public void A_wacz_reads_like_the_warc_in_it()
    {
        var wacz = _directory.File("pages.wacz");
        using (var archive = new CaptureArchive(_directory.File("ours/archive")))
        using (var file = File.Create(wacz))
        {
            var digest = archive.Keep(SomeCapture.ChunkedPage(Html("خبر"))).Digest;
            new WaczExport(archive, Now).Write(file, [new ExportedPage(digest, "خبر")], "a page");
        }

        var page = Assert.IsType<InputItem.Archived>(Assert.Single(Items(wacz)));
        Assert.Equal((Html("خبر"), SomeCapture.At), (System.Text.Encoding.UTF8.GetString(page.Capture.Body.Span), page.Capture.CapturedAt));
    }

    [Fact]
    public void A_warc_torn_anywhere_gives_every_page_before_the_tear_and_says_so()
    {
        var whole = File.ReadAllBytes(Warc());
        var torn = _directory.File("torn.warc.gz");
        var seen = 0;
        for (var length = whole.Length - 1; length > 100; length -= 97)
        {
            File.WriteAllBytes(torn, whole[..length]);
            var items = Items(torn);
            Assert.Equal(Enumerable.Range(0, Addresses(items).Count()).Select(i => $"http://manara.example/news/{i}"), Addresses(items));
            if (items.OfType<InputItem.Unreadable>().SingleOrDefault() is { } told) Assert.Equal("FL012", told.Reason.Code);
            seen += items.OfType<InputItem.Unreadable>().Count();
        }

        Assert.True(seen > 10, $"{seen} tears were told");
    }

    [Fact]
    public void What_is_taken_in_keeps_the_time_it_was_captured_at_and_where_it_came_from()
    {
        var path = Warc();
        using var store = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        using var archive = StationArchive.Open(_directory.Path, store);
        var count = new Ingest(store, new PageWalk(store, []), archive).Run([path], () => Stream.Null, _ => { }, default);
        Assert.Equal((3, 0), (count.Filed, count.Parked));
        Assert.Equal(
            [("http://manara.example/news/0", "2022-01-06T12:00:00Z"), ("http://manara.example/news/1", "2022-01-06T12:00:01Z"), ("http://manara.example/news/2", "2022-01-06T12:00:02Z")],
            store.Read(db => db.Query<(string, string)>("SELECT url, published_at FROM article ORDER BY url")));
        var kept = Assert.Single(archive.CapturesOf(Digest.Of(System.Text.Encoding.UTF8.GetBytes(Html("خبر 1")))));
        Assert.Equal(("response", SomeCapture.At.AddSeconds(1)), (kept.Type, kept.CapturedAt));
        Assert.Contains(Path.GetFileName(path), kept.Origin, StringComparison.Ordinal);
        Assert.Null(EvidenceCheck.Run(_directory.Path, store).Archive.Damage);
    }

    [Fact]
    public void A_check_changes_nothing_also_not_what_waits_for_its_signature()
    {
        using var store = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        using var archive = StationArchive.Open(_directory.Path, store);
        new Ingest(store, new PageWalk(store, []), archive).Run([Warc()], () => Stream.Null, _ => { }, default);
        var before = File.ReadAllBytes(_directory.File("archive/log.jsonl"));
        var report = EvidenceCheck.Run(_directory.Path, store).Archive;
        Assert.Equal((null, 4), (report.Damage, report.Unsigned));
        Assert.Equal(before, File.ReadAllBytes(_directory.File("archive/log.jsonl")));
    }

    [Fact]
    public void Rows_that_say_something_else_than_the_log_are_found()
    {
        using var store = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        using (var archive = StationArchive.Open(_directory.Path, store))
        {
            new Ingest(store, new PageWalk(store, []), archive).Run([Warc()], () => Stream.Null, _ => { }, default);
            var page = SomeCapture.Page("<p>a page</p>");
            var (digest, entry) = archive.Keep(page);
            store.Captures.Add(page, digest, entry, null);
        }

        Assert.Null(EvidenceCheck.Run(_directory.Path, store).Archive.Damage);
        store.Write(db => db.Execute("UPDATE capture SET captured_at = '2022-01-05T12:00:00Z'"));
        Assert.Equal("FL014", EvidenceCheck.Run(_directory.Path, store).Archive.Damage?.Code);
        store.Write(db => db.Execute("UPDATE capture SET captured_at = '2022-01-06T12:00:00Z'; UPDATE article SET record = replace(record, 'اثني عشر', 'ثلاثة عشر') WHERE id = 2"));
        Assert.Equal("FL015", EvidenceCheck.Run(_directory.Path, store).Archive.Damage?.Code);
    }
}

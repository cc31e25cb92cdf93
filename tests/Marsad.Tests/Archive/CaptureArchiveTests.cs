using System.Text;
using Marsad.Archive;
using Marsad.Tests.Store;

namespace Marsad.Tests.Archive;

public sealed class CaptureArchiveTests : IDisposable
{
    // Nothing loses power here, and a flush takes longer than all the rest.
    private static readonly ArchiveOptions Unflushed = new() { FlushesToDisk = false };

    private readonly TemporaryDirectory _directory = new();
    private readonly List<Trouble> _troubles = [];

    public void Dispose() => _directory.Dispose();

    private CaptureArchive Archive(ArchiveOptions? options = null) => new(_directory.File("archive"), options, tell: _troubles.Add);

    private string[] Segments() => [.. Directory.GetFiles(_directory.File("archive/warc")).Order(StringComparer.Ordinal)];

    private string OnlySegment() => Assert.Single(Segments());

    [Fact]
    public void What_was_kept_is_given_back_also_after_opening_again()
    {
        Digest digest;
        using (var archive = Archive()) digest = archive.Keep(SomeCapture.ChunkedPage("مرصد الأخبار")).Digest;
        using var again = Archive();
        Assert.Equal("مرصد الأخبار", Encoding.UTF8.GetString(again.Read(digest).Span));
    }

    [Fact]
    public void An_empty_body_is_kept_too()
    {
        using var archive = Archive();
        Assert.Equal(0, archive.Read(archive.Keep(SomeCapture.Page("")).Digest).Length);
    }

    [Fact]
    public void A_body_that_cannot_be_had_from_its_response_is_kept_beside_it()
    {
        using var archive = Archive();
        var page = SomeCapture.ChunkedPage("what a browser would make of a broken answer");
        var odd = page with { Wire = [page.Wire[0] with { Response = page.Wire[0].Response[..^40] }] };
        Assert.Equal(page.Body.ToArray(), archive.Read(archive.Keep(odd).Digest).ToArray());
    }

    [Fact]
    public void The_same_capture_is_kept_once()
    {
        using var archive = Archive();
        var first = archive.Keep(SomeCapture.Page());
        var length = new FileInfo(OnlySegment()).Length;
        Assert.Equal(first, archive.Keep(SomeCapture.Page()));
        Assert.Equal(length, new FileInfo(OnlySegment()).Length);
    }

    [Fact]
    public void What_is_not_there_says_so()
    {
        using var archive = Archive();
        Assert.Equal("AR001", archive.TryRead(Digest.Of("never kept"u8), out _)?.Code);
    }

    [Fact]
    public void A_flipped_byte_of_a_record_is_found_or_changes_nothing()
    {
        using var archive = Archive();
        var digest = archive.Keep(SomeCapture.Page("a page that someone may want to have said something else")).Digest;
        var path = OnlySegment();
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < whole.Length; i++)
        {
            var flipped = whole.ToArray();
            flipped[i] ^= 0x10;
            File.WriteAllBytes(path, flipped);
            // gzip's header, and the records beside, are no part of the body: verify finds those too.
            Assert.True(archive.TryRead(digest, out var body) is { Code: "AR002" } || Digest.Of(body.Span) == digest, $"byte {i}");
        }
    }

    [Fact]
    public void A_damaged_body_is_made_whole_when_the_page_comes_again()
    {
        using var archive = Archive();
        var digest = archive.Keep(SomeCapture.Page("a page")).Digest;
        Spoil(OnlySegment());
        Assert.Equal("AR002", archive.TryRead(digest, out _)?.Code);
        archive.Keep(SomeCapture.Page("a page", seconds: 60));
        Assert.Null(archive.TryRead(digest, out _));
    }

    [Fact]
    public async Task One_body_that_comes_from_many_places_at_once_is_written_once()
    {
        using var archive = Archive();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => archive.Keep(SomeCapture.ChunkedPage("the same words", $"http://manara.example/{i}", chunk: 3 + i)))));
        Assert.Equal(1, archive.CapturesOf(Digest.Of(System.Text.Encoding.UTF8.GetBytes("the same words"))).Count(capture => capture.Type == "response"));
    }

    [Fact]
    public async Task Many_writers_do_not_disturb_each_other()
    {
        using var first = Archive();
        using var second = Archive();
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), (i, _) =>
        {
            (i % 2 == 0 ? first : second).Keep(SomeCapture.Page($"page {i}", $"http://manara.example/{i}"));
            return ValueTask.CompletedTask;
        });
        using var third = Archive();
        Assert.All(Enumerable.Range(0, 60), i => Assert.Equal($"page {i}", Encoding.UTF8.GetString(third.Read(Digest.Of(Encoding.UTF8.GetBytes($"page {i}"))).Span)));
        Assert.Empty(_troubles);
    }

    [Fact]
    public void A_capture_is_found_by_its_address_and_time()
    {
        using var archive = Archive();
        var url = new Uri("http://manara.example/news/1");
        var old = archive.Keep(SomeCapture.Page("before", seconds: 0)).Entry;
        var edited = archive.Keep(SomeCapture.Page("after", seconds: 600)).Entry;
        Assert.Null(archive.Find(url, SomeCapture.At.AddSeconds(-1)));
        Assert.Equal(old, archive.Find(url, SomeCapture.At.AddSeconds(599))?.Entry);
        Assert.Equal(edited, archive.Find(url, SomeCapture.At.AddDays(1))?.Entry);
    }

    [Fact]
    public void A_full_segment_is_followed_by_a_new_one()
    {
        using var archive = Archive(new ArchiveOptions { SegmentSize = 2000 });
        var kept = Enumerable.Range(0, 12).Select(i => archive.Keep(SomeCapture.Page($"page {i}", $"http://manara.example/{i}")).Digest).ToList();
        Assert.InRange(Segments().Length, 3, 12);
        Assert.All(kept, digest => Assert.Null(archive.TryRead(digest, out _)));
    }

    [Fact]
    public void An_index_that_is_lost_is_made_again_from_the_log()
    {
        Digest digest;
        using (var archive = Archive()) digest = archive.Keep(SomeCapture.Page()).Digest;
        foreach (var file in Directory.GetFiles(_directory.File("archive"), "index.db*")) File.Delete(file);
        using var again = Archive();
        Assert.Null(again.TryRead(digest, out _));
    }

    [Fact]
    public void A_capture_torn_at_any_byte_of_the_segment_is_cut_off_and_told_and_all_before_it_is_whole()
    {
        var (first, last, start) = FirstAndLast(out var bytes, out _);
        for (var end = start.Segment + 1; end <= bytes.Length; end++)
        {
            File.WriteAllBytes(OnlySegment(), bytes[..(int)end]);
            _troubles.Clear();
            using var archive = Archive(Unflushed);
            Assert.Equal("AR003", Assert.Single(_troubles).Code);
            Assert.Equal(start.Segment, new FileInfo(OnlySegment()).Length);
            Assert.Null(archive.TryRead(first, out _));
            Assert.Equal("AR001", archive.TryRead(last, out _)?.Code);
        }
    }

    [Fact]
    public void A_line_of_the_log_torn_at_any_byte_is_cut_off_with_its_records()
    {
        var (_, last, start) = FirstAndLast(out var segment, out var log);
        for (var cut = start.Log + 1; cut < log.Length; cut++)
        {
            File.WriteAllBytes(OnlySegment(), segment);
            File.WriteAllBytes(_directory.File("archive/log.jsonl"), log[..(int)cut]);
            _troubles.Clear();
            using var archive = Archive(Unflushed);
            Assert.Equal(["AR003", "AR003"], _troubles.Select(trouble => trouble.Code));
            Assert.Equal("AR001", archive.TryRead(last, out _)?.Code);
            Assert.Equal(start.Log, new FileInfo(_directory.File("archive/log.jsonl")).Length);
        }
    }

    [Fact]
    public void After_a_torn_end_writing_goes_on()
    {
        using (var archive = Archive()) archive.Keep(SomeCapture.Page("first"));
        File.AppendAllText(OnlySegment(), "half a record");
        File.AppendAllText(_directory.File("archive/log.jsonl"), "{\"n\":");
        Digest digest;
        using (var archive = Archive()) digest = archive.Keep(SomeCapture.Page("second", seconds: 9)).Digest;
        using var again = Archive();
        Assert.Null(again.TryRead(digest, out _));
        Assert.Equal(["half a record", "{\"n\":"], Directory.GetFiles(_directory.File("archive/torn")).Select(File.ReadAllText).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_written_to_a_broken_chain()
    {
        using (var archive = Archive()) archive.Keep(SomeCapture.Page("first"));
        var log = _directory.File("archive/log.jsonl");
        File.WriteAllText(log, File.ReadAllText(log).Replace("manara", "lanara", StringComparison.Ordinal));
        File.Delete(_directory.File("archive/index.db"));
        Assert.Equal("AR004", Assert.Throws<ArchiveException>(() => Archive()).Trouble.Code);
    }

    private static void Spoil(string path)
    {
        var bytes = File.ReadAllBytes(path);
        for (var i = bytes.Length / 4; i < bytes.Length; i++) bytes[i] ^= 0x55;
        File.WriteAllBytes(path, bytes);
    }

    // Two captures; then the archive is put back to where it was before the second, and what the second wrote is given.
    private (Digest First, Digest Last, (long Segment, long Log) Start) FirstAndLast(out byte[] segment, out byte[] log)
    {
        var logPath = _directory.File("archive/log.jsonl");
        Digest first, last;
        using (var archive = Archive()) first = archive.Keep(SomeCapture.Page("first", "http://manara.example/1")).Digest;
        var start = (new FileInfo(OnlySegment()).Length, new FileInfo(logPath).Length);
        var index = File.ReadAllBytes(_directory.File("archive/index.db"));
        using (var archive = Archive())
        {
            last = archive.Keep(SomeCapture.Page("last", "http://manara.example/2")).Digest;
            (segment, log) = (File.ReadAllBytes(OnlySegment()), File.ReadAllBytes(logPath));
        }

        File.WriteAllBytes(_directory.File("archive/index.db"), index);
        File.WriteAllBytes(logPath, log[..(int)start.Item2]);
        return (first, last, start);
    }
}

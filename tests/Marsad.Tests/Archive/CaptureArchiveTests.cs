using Marsad.Archive;
using Marsad.Tests.Store;

namespace Marsad.Tests.Archive;

public sealed class CaptureArchiveTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private CaptureArchive Archive() => new(_directory.File("archive"));

    [Fact]
    public void What_was_kept_is_given_back_also_after_opening_again()
    {
        var digest = Archive().Keep("a page"u8);
        Assert.Equal("a page"u8.ToArray(), Archive().Read(digest).ToArray());
    }

    [Fact]
    public void An_empty_body_is_kept_too() => Assert.Equal(0, Archive().Read(Archive().Keep([])).Length);

    [Fact]
    public void Keeping_the_same_bytes_twice_writes_them_once()
    {
        var archive = Archive();
        var path = archive.PathOf(archive.Keep("a page"u8));
        var first = File.GetLastWriteTimeUtc(path);
        archive.Keep("a page"u8);
        Assert.Equal(first, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void What_is_not_there_says_so()
    {
        var lost = Assert.Throws<ArchiveException>(() => Archive().Read(Digest.Of("never kept"u8)));
        Assert.Equal("AR001", lost.Trouble.Code);
    }

    [Fact]
    public void A_flipped_byte_anywhere_is_found_or_changes_nothing()
    {
        var archive = Archive();
        var digest = archive.Keep("a page that someone may want to have said something else"u8);
        var path = archive.PathOf(digest);
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < whole.Length; i++)
        {
            var flipped = whole.ToArray();
            flipped[i] ^= 0x10;
            File.WriteAllBytes(path, flipped);
            // gzip's header holds a time and a system's name that are no part of the body: flipping those leaves the body whole.
            Assert.True(archive.TryRead(digest, out var body) is { Code: "AR002" } || Digest.Of(body.Span) == digest, $"byte {i}");
        }
    }

    [Fact]
    public void A_torn_file_is_found_and_made_whole_when_the_page_comes_again()
    {
        var archive = Archive();
        var digest = archive.Keep("a page"u8);
        using (var file = File.OpenWrite(archive.PathOf(digest))) file.SetLength(7);
        Assert.Equal("AR002", archive.TryRead(digest, out _)?.Code);
        archive.Keep("a page"u8);
        Assert.Null(archive.TryRead(digest, out _));
    }

    [Fact]
    public void What_a_killed_writer_left_is_no_part_of_the_archive_and_is_swept()
    {
        var archive = Archive();
        File.WriteAllText(_directory.File("archive/arriving/half"), "ha");
        Assert.Equal(1, archive.Sweep(DateTimeOffset.MaxValue));
        Assert.Empty(Directory.GetFiles(_directory.File("archive/arriving")));
    }

    [Fact]
    public async Task Many_writers_of_the_same_page_do_not_disturb_each_other()
    {
        var archive = Archive();
        var body = new byte[50_000];
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), (_, _) =>
        {
            archive.Keep(body);
            return ValueTask.CompletedTask;
        });
        Assert.Equal(body, archive.Read(Digest.Of(body)).ToArray());
    }
}

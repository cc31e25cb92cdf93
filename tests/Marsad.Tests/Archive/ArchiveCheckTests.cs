using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Dapper;
using Marsad.Archive;
using Marsad.Archive.Chain;
using Marsad.Tests.Fetch;
using Marsad.Tests.Store;
using Microsoft.Data.Sqlite;

namespace Marsad.Tests.Archive;

/// <summary>`marsad verify`, as far as the archive's own files go: whatever is done to them is found, and named.</summary>
public sealed class ArchiveCheckTests : IDisposable
{
    private static readonly ArchiveOptions Small = new() { SegmentSize = 2500, CheckpointEvery = 3, FlushesToDisk = false };

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private string Root => _directory.File("archive");

    private string Log => _directory.File("archive/log.jsonl");

    private static readonly string[] Urls = ["http://manara.example/1", "http://manara.example/2", "http://other.example/3"];

    // Several segments, a revisit, a file, checkpoints within and at the end, and an authority's word.
    private async Task Fill()
    {
        using var authority = new TestAuthority();
        await using var server = await LoopbackServer.StartAsync(authority.Answer);
        using var client = new HttpClient();
        using var archive = new CaptureArchive(Root, Small);
        for (var i = 0; i < 6; i++) archive.Keep(SomeCapture.ChunkedPage($"page {i % 5} {new string((char)('a' + i % 5), 40)}", Urls[i % 3], seconds: i));
        Assert.Null(await archive.StampAsync(new Uri($"http://{server.Place}/"), client, default));
        archive.Keep(SomeCapture.File("a file that was handed in"));
    }

    private Trouble? Damage() => ArchiveCheck.Run(Root, Small).Damage;

    private List<string> Lines => [.. File.ReadAllLines(Log)];

    private void Write(IEnumerable<string> lines) => File.WriteAllText(Log, string.Concat(lines.Select(line => line + "\n")));

    [Fact]
    public async Task An_archive_that_nobody_touched_is_whole()
    {
        await Fill();
        var report = ArchiveCheck.Run(Root, Small);
        Assert.Null(report.Damage);
        Assert.Equal((7, 1, 0), (report.Captures, report.Stamps, report.Unsigned));
        Assert.True(report.Segments > 1);
        Assert.Equal(new DateTimeOffset(2022, 1, 6, 13, 0, 0, TimeSpan.Zero), report.LastStamp?.At);
        Assert.StartsWith("CN=Test authority", report.LastStamp?.Authority, StringComparison.Ordinal);
    }

    // MARSAD_FLIPS=all for every bit of every byte; each run flips one of every fourth, some thousands.
    [Fact]
    public async Task Any_flipped_byte_of_segments_log_or_key_is_found()
    {
        await Fill();
        var isAll = Environment.GetEnvironmentVariable("MARSAD_FLIPS") == "all";
        var files = Directory.GetFiles(_directory.File("archive/warc")).Append(Log).Append(_directory.File("key/installation.key")).Select(file => Path.GetRelativePath(_directory.Path, file));
        var flips = files.SelectMany(file => Flips(file, isAll)).ToList();
        var missed = new ConcurrentBag<Flip>();
        // Each thread has a copy of the whole archive to itself.
        var places = new ConcurrentQueue<string>(Enumerable.Range(0, Environment.ProcessorCount).Select(Copy));
        Parallel.ForEach(flips, new ParallelOptions { MaxDegreeOfParallelism = places.Count }, () => places.TryDequeue(out var mine) ? mine : throw new InvalidOperationException("more threads than copies"), (flip, _, mine) =>
        {
            if (!IsFound(flip, mine)) missed.Add(flip);
            return mine;
        }, places.Enqueue);
        Assert.True(flips.Count > 2000, $"{flips.Count} flips");
        Assert.Empty(missed);
        Assert.All(places, mine => Assert.Null(ArchiveCheck.Run(Path.Combine(mine, "archive"), Small).Damage));
    }

    private IEnumerable<Flip> Flips(string file, bool isAll)
    {
        var length = new FileInfo(_directory.File(file)).Length;
        for (var at = 0L; at < length; at += isAll ? 1 : 4)
            foreach (var bit in isAll ? Enumerable.Range(0, 8) : [(int)(at / 4 * 5 % 8)]) yield return new Flip(file, at, bit);
    }

    private string Copy(int number)
    {
        var copy = _directory.File(string.Create(CultureInfo.InvariantCulture, $"copy{number}"));
        foreach (var file in (string[])["archive", "key"]) Directory.CreateDirectory(Path.Combine(copy, file));
        foreach (var file in Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Append(_directory.File("key/installation.key")))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(_directory.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private static bool IsFound(Flip flip, string place)
    {
        using var file = File.OpenHandle(Path.Combine(place, flip.File), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var was = new byte[1];
        RandomAccess.Read(file, was, flip.At);
        RandomAccess.Write(file, [(byte)(was[0] ^ (1 << flip.Bit))], flip.At);
        var isFound = ArchiveCheck.Run(Path.Combine(place, "archive"), Small).Damage is not null;
        RandomAccess.Write(file, was, flip.At);
        return isFound;
    }

    private sealed record Flip(string File, long At, int Bit);

    [Fact]
    public async Task A_file_cut_off_anywhere_is_found()
    {
        await Fill();
        foreach (var file in Directory.GetFiles(_directory.File("archive/warc")).Append(Log))
        {
            var whole = File.ReadAllBytes(file);
            for (var length = 0; length < whole.Length; length += 13)
            {
                File.WriteAllBytes(file, whole[..length]);
                Assert.True(Damage() is not null, $"{Path.GetFileName(file)} cut to {length}");
            }

            File.WriteAllBytes(file, whole);
        }
    }

    [Fact]
    public async Task A_line_removed_repeated_or_moved_is_found()
    {
        await Fill();
        var lines = Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            Write(lines.Where((_, at) => at != i));
            Assert.True(Damage() is not null, $"without line {i + 1}");
            Write([.. lines[..(i + 1)], lines[i], .. lines[(i + 1)..]]);
            Assert.True(Damage() is not null, $"line {i + 1} twice");
            if (i == 0) continue;
            Write([.. lines[..(i - 1)], lines[i], lines[i - 1], .. lines[(i + 1)..]]);
            Assert.True(Damage() is not null, $"lines {i} and {i + 1} in each other's place");
        }
    }

    [Fact]
    public async Task Records_exchanged_between_segments_and_segments_added_or_taken_away_are_found()
    {
        await Fill();
        var segments = Directory.GetFiles(_directory.File("archive/warc")).Order(StringComparer.Ordinal).ToList();
        File.Copy(segments[0], _directory.File("archive/warc/marsad-00099-20220106120000.warc.gz"));
        Assert.Equal("AR014", Damage()?.Code);
        File.Delete(_directory.File("archive/warc/marsad-00099-20220106120000.warc.gz"));
        File.AppendAllBytes(segments[0], File.ReadAllBytes(segments[0])[..100]);
        Assert.NotNull(Damage());
        File.Delete(segments[1]);
        Assert.NotNull(Damage());
    }

    [Fact]
    public async Task A_log_written_anew_with_another_key_is_found_where_the_key_is_kept()
    {
        await Fill();
        Forge(InstallationKey.OpenOrMake(_directory.File("stranger")));
        Assert.Equal("AR012", Damage()?.Code);
    }

    [Fact]
    public async Task A_log_written_anew_without_the_key_is_found_by_its_checkpoints()
    {
        await Fill();
        Forge(null);
        Assert.Equal("AR012", Damage()?.Code);
    }

    [Fact]
    public async Task A_rewritten_capture_is_told_with_its_address_and_time()
    {
        await Fill();
        var segment = Directory.GetFiles(_directory.File("archive/warc")).Order(StringComparer.Ordinal).First();
        var bytes = File.ReadAllBytes(segment);
        bytes[^20] ^= 1;
        File.WriteAllBytes(segment, bytes);
        var damage = Damage();
        Assert.Equal("AR015", damage?.Code);
        Assert.Contains("http://", damage?.Detail, StringComparison.Ordinal);
        Assert.Contains("2022-01-06T12:00:0", damage?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_says_something_else_than_the_log_is_found()
    {
        await Fill();
        using (var index = new SqliteConnection($"Data Source={_directory.File("archive/index.db")};Pooling=False"))
            index.Execute("UPDATE body SET offset = offset + 1 WHERE digest = (SELECT max(digest) FROM body)");

        Assert.Equal("AR016", Damage()?.Code);
    }

    [Fact]
    public async Task An_authority_that_stamps_something_else_is_not_believed()
    {
        using var authority = new TestAuthority { Cheats = true };
        await using var server = await LoopbackServer.StartAsync(authority.Answer);
        using var client = new HttpClient();
        using var archive = new CaptureArchive(Root, Small);
        archive.Keep(SomeCapture.Page());
        Assert.Equal("AR008", (await archive.StampAsync(new Uri($"http://{server.Place}/"), client, default))?.Code);
        Assert.DoesNotContain("timestamp", File.ReadAllText(Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_is_away_is_told_and_asked_again()
    {
        using var authority = new TestAuthority();
        var isAway = true;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (!isAway) return authority.Answer(context);
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        using var client = new HttpClient();
        using var archive = new CaptureArchive(Root, Small);
        archive.Keep(SomeCapture.Page());
        var address = new Uri($"http://{server.Place}/");
        Assert.Equal("AR008", (await archive.StampAsync(address, client, default))?.Code);
        isAway = false;
        Assert.Null(await archive.StampAsync(address, client, default));
        Assert.Null(await archive.StampAsync(address, client, default));
        Assert.Equal(1, ArchiveCheck.Run(Root, Small).Stamps);
    }

    // All hashes made right again over a changed capture; the signatures stay, or are made with another key.
    private void Forge(InstallationKey? stranger)
    {
        var forged = new List<string>();
        var prev = LogLine.NoHash;
        foreach (var text in Lines)
        {
            Assert.True(LogLine.TryRead(Encoding.UTF8.GetBytes(text), out var line));
            var entry = line.Entry with { Prev = prev };
            if (entry.Kind == LogEntry.CaptureKind) entry = entry with { At = "2021-12-31T00:00:00Z" };
            if (stranger is not null && entry.Key is not null) entry = entry with { Key = stranger.Name };
            if (stranger is not null && entry.Signature is not null) entry = entry with { Signature = stranger.Sign(entry.N, entry.At, prev) };
            var (again, bytes) = LogLine.Write(entry);
            forged.Add(Encoding.UTF8.GetString(bytes).TrimEnd('\n'));
            prev = again.Hash;
        }

        Write(forged);
    }
}

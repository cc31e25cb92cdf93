using System.IO.Compression;
using System.Text;
using Dapper;
using Marsad.Archive;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Tests.Store;

namespace Marsad.Tests.Flow;

public sealed class StationArchiveTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly List<Trouble> _troubles = [];

    public void Dispose() => _directory.Dispose();

    private string Old(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var hex = Digest.Of(bytes).Hex;
        var path = _directory.File($"archive/{hex[..2]}/{hex[2..4]}/{hex}.gz");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var packed = new GZipStream(File.Create(path), CompressionMode.Compress);
        packed.Write(bytes);
        return path;
    }

    private StationStore Store() => StationStore.Open(DataDirectory.Database(_directory.Path), TimeProvider.System);

    [Fact]
    public void Bodies_of_an_earlier_version_become_records_with_their_address_and_time()
    {
        var path = Old("an old page");
        var digest = Digest.Of("an old page"u8);
        using var store = Store();
        store.Write(db => db.Execute(
            """
            INSERT INTO capture(digest, url, final_url, captured_at, status, content_type, length) VALUES
            (@digest, 'http://manara.example/1', 'http://manara.example/1', '2022-01-06T12:00:00Z', 200, 'text/html', 11),
            (@digest, 'http://manara.example/2', 'http://manara.example/2', '2022-01-07T12:00:00Z', 200, 'text/html', 11)
            """, new { digest = digest.ToString() }));
        using var archive = StationArchive.Open(_directory.Path, store, _troubles.Add);
        Assert.False(File.Exists(path));
        Assert.Equal("an old page", Encoding.UTF8.GetString(archive.Read(digest).Span));
        Assert.Equal(
            [("http://manara.example/1", "resource", 6), ("http://manara.example/2", "revisit", 7)],
            archive.CapturesOf(digest).OrderBy(e => e.CapturedAt).Select(e => (e.Url.AbsoluteUri, e.Type, e.CapturedAt.Day)));
    }

    [Fact]
    public void A_body_that_no_row_names_is_moved_too()
    {
        Old("a file that was handed in");
        using var store = Store();
        using var archive = StationArchive.Open(_directory.Path, store, _troubles.Add);
        Assert.Equal("urn", Assert.Single(archive.CapturesOf(Digest.Of("a file that was handed in"u8))).Url.Scheme);
    }

    [Fact]
    public void A_body_that_is_damaged_stays_where_it_is_and_is_told()
    {
        var path = Old("a page");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..9]);
        using var store = Store();
        using var archive = StationArchive.Open(_directory.Path, store, _troubles.Add);
        Assert.True(File.Exists(path));
        Assert.Equal("AR002", Assert.Single(_troubles).Code);
    }

    [Fact]
    public void Moving_goes_on_where_it_was_interrupted_with_nothing_twice()
    {
        var bodies = Enumerable.Range(0, 40).Select(i => $"page {i}").ToList();
        bodies.ForEach(body => Old(body));
        using var store = Store();
        using (StationArchive.Open(_directory.Path, store)) { }
        Old(bodies[7]);
        using var archive = StationArchive.Open(_directory.Path, store, _troubles.Add);
        Assert.All(bodies, body => Assert.Null(archive.TryRead(Digest.Of(Encoding.UTF8.GetBytes(body)), out _)));
        Assert.Empty(archive.Old.All());
    }
}

using System.Diagnostics;
using System.Security.Cryptography;
using Dapper;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Tests.Fetch;
using Marsad.Tests.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Marsad.Tests.Flow;

/// <summary>A whole station, its disk full and its network cut: what was under way is done when there is room and a way again, once.</summary>
public sealed class InterruptedTests
{
    private const string Outlet = "manara.example";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2022, 1, 6, 12, 0, 0, TimeSpan.Zero));
    private readonly List<string> _told = [];

    [Fact]
    public async Task A_disk_that_is_full_loses_nothing_and_is_gone_on_with_when_there_is_room()
    {
        using var disk = SmallDisk.Mount(megabytes: 6);
        Assert.SkipWhen(disk is null, "A small file system cannot be mounted here; it takes root.");
        const int Pages = 40;
        await using var server = await Press(Pages, weight: 200_000);
        using (var station = Open(server, disk.Path))
        {
            for (var i = 0; i < 5; i++) await Later(station, TimeSpan.FromMinutes(1));
            Assert.Contains("CL001", _told);
            Assert.Empty(station.Store.Read(db => db.Query<string>("SELECT code FROM parked")));
            disk.Grow(megabytes: 64);
            for (var i = 0; i < 12; i++) await Later(station, TimeSpan.FromMinutes(1));
            Assert.Equal(Enumerable.Range(1, Pages).Select(i => $"http://{Outlet}/{i}").Order(StringComparer.Ordinal), Filed(station));
        }
    }

    [Fact]
    public async Task A_network_that_is_cut_anywhere_loses_nothing()
    {
        const int Pages = 25;
        var random = new Random(7);
        await using var server = await Press(Pages, cut: () => random.NextDouble() < 0.4);
        using var directory = new TemporaryDirectory();
        using var station = Open(server, directory.Path);
        for (var i = 0; i < 40 && Filed(station).Count < Pages; i++) await Later(station, TimeSpan.FromMinutes(20));
        Assert.Equal(Enumerable.Range(1, Pages).Select(i => $"http://{Outlet}/{i}").Order(StringComparer.Ordinal), Filed(station));
        Assert.Empty(station.Store.Read(db => db.Query<string>("SELECT url FROM capture GROUP BY url HAVING count(*) > 1")));
    }

    [Theory]
    [InlineData("nested", "<div>", 100_000)]
    [InlineData("links", "<a href='x'>", 100_000)]
    [InlineData("tables", "<table><tr><td>", 40_000)]
    [InlineData("brackets", "<", 1_000_000)]
    [InlineData("attributes", "<p a='b' ", 200_000)]
    [InlineData("references", "&#x41;&amp;", 300_000)]
    [InlineData("zeros", "\0", 1_000_000)]
    public async Task A_page_that_means_harm_ends_and_the_next_is_filed(string what, string part, int times)
    {
        await using var server = await Press(1, evil: "<html><body>" + string.Concat(Enumerable.Repeat(part, times)));
        using var directory = new TemporaryDirectory();
        using var station = Open(server, directory.Path);
        await Later(station, TimeSpan.Zero);
        Assert.True(Filed(station).Contains($"http://{Outlet}/1"), what);
        Assert.Equal(0, station.Store.Work.Count(WorkState.Waiting) + station.Store.Work.Count(WorkState.Fetched));
    }

    private static IReadOnlyList<string> Filed(Station station) => station.Store.Read(db => db.Query<string>("SELECT url FROM article ORDER BY url").AsList());

    private Station Open(LoopbackServer server, string directory)
    {
        var options = new StationOptions(directory)
        {
            Fetch = new FetchOptions { Hosts = server.Named(Outlet), Gap = TimeSpan.Zero, Retries = 0 },
            Collector = new CollectorOptions { LongestBackoff = TimeSpan.FromMinutes(10), MostAttempts = 100, Rechecks = [] },
        };
        var station = Station.Open(options, _clock, trouble => { lock (_told) _told.Add(trouble.Code); });
        station.Store.Sources.Add(new NewSource(new Uri($"http://{Outlet}/feed.xml"), "Manara", "ar"));
        return station;
    }

    private async Task Later(Station station, TimeSpan time)
    {
        _clock.Advance(time);
        try
        {
            await station.Collector.CollectDueAsync(CancellationToken.None);
        }
        catch (Exception down) when (down is IOException or Microsoft.Data.Sqlite.SqliteException)
        {
            // As RunAsync has it: told, and gone on with at the next turn.
            lock (_told) _told.Add("CL001");
        }
    }

    private static Task<LoopbackServer> Press(int pages, int weight = 0, Func<bool>? cut = null, string? evil = null)
    {
        var feed = "<rss><channel>" + (evil is null ? "" : "<item><title>شر</title><link>/evil</link></item>") + string.Concat(Enumerable.Range(1, pages).Select(i => $"<item><title>الخبر {i}</title><link>/{i}</link></item>")) + "</channel></rss>";
        return LoopbackServer.StartAsync(async context =>
        {
            var path = context.Request.Path.Value!;
            var text = path switch
            {
                "/feed.xml" => feed,
                "/evil" => evil,
                _ when int.TryParse(path.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture, out var number) => Page(number, weight),
                _ => null,
            };
            context.Response.StatusCode = text is null ? 404 : 200;
            context.Response.ContentType = "text/html; charset=utf-8";
            if (text is null) return;
            if (cut?.Invoke() == true)
            {
                await context.Response.WriteAsync(text[..(text.Length / 2)]);
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
            else await context.Response.WriteAsync(text);
        });
    }

    // What cannot be packed fills the disk as it comes.
    private static string Page(int number, int weight)
    {
        var text = $"قال محافظ المدينة رقم {number} إن {number} من الأهالي عادوا إلى منازلهم بعد أن هدأت الاحتجاجات في الحي {number}، وأضاف أن الخدمات ستعود تباعا خلال {number} أيام.";
        var noise = weight == 0 ? "" : $"<!-- {Convert.ToBase64String(RandomNumberGenerator.GetBytes(weight))} -->";
        return $"<!DOCTYPE html><html lang=ar><head><title>الخبر رقم {number}</title>{noise}</head><body><article><h1>الخبر رقم {number}</h1><p>{text}</p><p>{text}</p></article></body></html>";
    }

    /// <summary>A file system of its own in memory that is small and may grow.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private SmallDisk(string path) => Path = path;

        public string Path { get; }

        public static SmallDisk? Mount(int megabytes)
        {
            if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return null;
            var path = Directory.CreateTempSubdirectory("marsad-disk-").FullName;
            if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "marsad-test", path)) return new SmallDisk(path);
            Directory.Delete(path);
            return null;
        }

        public void Grow(int megabytes) => Assert.True(Run("mount", "-o", $"remount,size={megabytes}m", Path));

        public void Dispose()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Run("umount", "-l", Path);
            Directory.Delete(Path);
        }

        private static bool Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;

namespace Marsad.Cli.Tests.Commands;

public sealed class ServeCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("marsad-serve-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _archive?.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://192.168.1.5:0")]
    [InlineData("http://news.example:0")]
    [InlineData("https://127.0.0.1:0")]
    public async Task Serve_listens_on_this_machine_only_and_says_why(string url)
    {
        var run = await MarsadProcess.Run("serve", "--data", _data, "--urls", url);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("http://127.0.0.1", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_answers_with_the_desk_and_turns_other_host_names_away()
    {
        using var process = Serve();
        var address = await AddressOf(process);
        using var client = new HttpClient();
        using var own = await client.GetAsync(address);
        using var strange = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = "evil.example" } };
        using var refused = await client.SendAsync(strange);
        await Kill(process);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (own.StatusCode, refused.StatusCode));
    }

    [Fact]
    public async Task A_second_serve_on_the_same_data_says_so_and_ends()
    {
        using var process = Serve();
        await AddressOf(process);
        var second = await MarsadProcess.Run("serve", "--data", _data, "--urls", "http://127.0.0.1:0");
        await Kill(process);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("another process collects", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_add_finds_the_feed_of_a_site_and_reads_a_sample()
    {
        await using var press = await SmallPress.StartAsync(1, 2);
        var run = await MarsadProcess.Run(["source", "add", "http://outlet1.example/", "--data", _data, .. press.Options]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("http://outlet1.example/feed.xml: Rss, صحيفة صغيرة, 2 entries", run.Output, StringComparison.Ordinal);
        Assert.Contains("الخبر رقم 1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_add_refuses_an_address_without_a_feed_and_says_why()
    {
        await using var press = await SmallPress.StartAsync(1, 0);
        var run = await MarsadProcess.Run(["source", "add", "http://outlet1.example/nothing", "--data", _data, .. press.Options]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FT014", run.Errors, StringComparison.Ordinal);
    }

    // MARSAD_KILLS=200 for the long run; the few of every run already hit each step of a page's way.
    [Fact]
    public async Task Killed_at_random_moments_it_files_every_page_once_and_keeps_every_capture()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("MARSAD_KILLS") ?? "6", CultureInfo.InvariantCulture);
        await using var press = await SmallPress.StartAsync(4, Math.Max(20, kills * 2));
        foreach (var host in press.Hosts) await MarsadProcess.Run("source", "add", $"http://{host}/feed.xml", "--outlet", host, "--unchecked", "--data", _data);
        var random = new Random(5);
        for (var i = 0; i < kills; i++) await RunAndKillAt(press, random.Next(1, 40));
        await RunToTheEnd(press);
        Assert.Equal(press.Pages.Order(StringComparer.Ordinal), Query("SELECT url FROM article ORDER BY url"));
        Assert.Equal(press.Pages.Order(StringComparer.Ordinal), Query("SELECT url FROM capture ORDER BY url"));
        Assert.Empty(Query("SELECT url || code FROM parked"));
        Assert.All(Query("SELECT digest FROM capture"), digest => Assert.Null(Archive.TryRead(Parsed(digest), out _)));
        var whole = await MarsadProcess.Run("verify", "--data", _data);
        Assert.Equal((0, ""), (whole.ExitCode, whole.Errors));
    }

    private Marsad.Archive.CaptureArchive? _archive;

    private Marsad.Archive.CaptureArchive Archive => _archive ??= new(Path.Combine(_data, "archive"));

    private static Marsad.Archive.Digest Parsed(string text) => Marsad.Archive.Digest.TryParse(text, out var digest) ? digest : throw new FormatException(text);

    private Process Serve(params IEnumerable<string> options) => MarsadProcess.Start(["serve", "--data", _data, "--urls", "http://127.0.0.1:0", "--gap", "0", .. options]);

    private static async Task<string> AddressOf(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync() ?? await process.StandardError.ReadToEndAsync();
        return line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
    }

    // Process.Kill sends SIGKILL: nothing of the program runs afterwards.
    private static async Task Kill(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    private async Task RunAndKillAt(SmallPress press, int request)
    {
        // Not on the server's thread: what goes on from here kills, and waits.
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = 0;
        press.Server.OnAsked = () =>
        {
            if (Interlocked.Increment(ref asked) == request) reached.TrySetResult();
        };
        await RunUntil(reached.Task, press);
    }

    private Task RunToTheEnd(SmallPress press) => RunUntil(Task.Delay(Timeout.Infinite), press);

    private async Task RunUntil(Task moment, SmallPress press)
    {
        using var stop = new CancellationTokenSource();
        using var process = Serve(press.Options);
        var died = process.WaitForExitAsync(stop.Token);
        await await Task.WhenAny(moment, Finished(stop.Token), died);
        var itself = died.IsCompleted ? await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync() : null;
        await stop.CancelAsync();
        await Kill(process);
        Assert.Null(itself);
    }

    private async Task Finished(CancellationToken stop)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do await tick.WaitForNextTickAsync(stop);
        while (Query("SELECT id FROM source WHERE polled_at IS NULL UNION ALL SELECT id FROM work WHERE state IN ('waiting', 'fetched')").Count > 0);
    }

    private List<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "marsad.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }
}

using Microsoft.Data.Sqlite;

namespace Marsad.Cli.Tests.Commands;

/// <summary>`marsad source` as a person uses it, against sites on this machine.</summary>
public sealed class SourceCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("marsad-source-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private Task<MarsadProcess> Source(params IEnumerable<string> arguments) => MarsadProcess.Run(["source", .. arguments, "--data", _data]);

    private async Task<string> List()
    {
        var run = await Source("list");
        return string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task Follow(SmallPress press) =>
        Assert.Equal(0, (await Source([.. (string[])["add", "http://outlet1.example/", "--country", "KZ", "--trust", "low"], .. press.Options])).ExitCode);

    [Fact]
    public async Task What_was_added_is_listed_with_its_country_language_trust_and_state()
    {
        await using var press = await SmallPress.StartAsync(1, 2);
        await Follow(press);
        Assert.Matches("1 .*KZ .*ar .*low .*feed .*followed; not polled yet", await List());
    }

    [Fact]
    public async Task A_check_shows_what_comes_and_fails_where_nothing_can_be_read()
    {
        await using var press = await SmallPress.StartAsync(1, 2);
        await Follow(press);
        var good = await Source(["check", .. press.Options]);
        Assert.Equal(0, good.ExitCode);
        Assert.Contains("2 entries", good.Output, StringComparison.Ordinal);
        Assert.Contains("the newest page reads: الخبر رقم 1", good.Output, StringComparison.Ordinal);
        await Source("add", "http://outlet1.example/gone.xml", "--outlet", "Gone", "--unchecked");
        var bad = await Source(["check", "2", .. press.Options]);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("FT014", bad.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_is_paused_resumed_and_removed()
    {
        await using var press = await SmallPress.StartAsync(1, 1);
        await Follow(press);
        await Source("pause", "1");
        Assert.Contains("paused", await List(), StringComparison.Ordinal);
        await Source("resume", "1");
        Assert.Contains("followed", await List(), StringComparison.Ordinal);
        await Source("remove", "1");
        Assert.DoesNotContain("outlet1.example", await List(), StringComparison.Ordinal);
        Assert.Equal(1, (await Source("pause", "7")).ExitCode);
    }

    [Fact]
    public async Task A_list_that_was_exported_is_followed_elsewhere_with_all_that_was_said_of_each_source()
    {
        await using var press = await SmallPress.StartAsync(1, 1);
        await Follow(press);
        await Source("add", "http://outlet1.example/", "--outlet", "By its links", "--page", "--unchecked");
        var file = Path.Combine(_data, "sources.opml");
        await File.WriteAllTextAsync(file, (await Source("export")).Output);
        var elsewhere = Path.Combine(_data, "elsewhere");
        var run = await MarsadProcess.Run("source", "import", file, "--data", elsewhere);
        Assert.Equal((0, "2 sources are new, 0 were followed already"), (run.ExitCode, run.Output.Trim()));
        Assert.Equal(Rows((await Source("list")).Output), Rows((await MarsadProcess.Run("source", "list", "--data", elsewhere)).Output));
    }

    // Without the column of numbers.
    private static IEnumerable<string> Rows(string list) => list.Split('\n').Where(line => line.Contains("outlet1", StringComparison.Ordinal)).Select(line => line[line.IndexOf('│', StringComparison.Ordinal)..]);
}

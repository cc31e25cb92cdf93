using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Marsad.Cli.Tests;

/// <summary>`marsad ingest`, `verify` and `export` as a person runs them on saved pages.</summary>
public sealed class EvidenceTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("marsad-evidence-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private string Data => Path.Combine(_directory, "data");

    private async Task Fill()
    {
        var pages = Directory.CreateDirectory(Path.Combine(_directory, "pages")).FullName;
        for (var i = 0; i < 3; i++)
            await File.WriteAllTextAsync(Path.Combine(pages, $"{i}.html"), $"""
                <!doctype html><html lang=ar><meta charset=utf-8><title>خبر {i}</title><article><h1>خبر عن المطار رقم {i}</h1>
                <p>أعلنت وزارة الداخلية مساء الأربعاء أن قوات الأمن استعادت السيطرة على مطار المدينة بعد ساعات من سقوطه في أيدي محتجين غاضبين.</p>
                <p>وقال المتحدث باسم الوزارة أحمد سالم إن {i + 12} من رجال الشرطة قتلوا، ودعا السكان إلى البقاء في منازلهم حتى إشعار آخر.</p></article></html>
                """);
        Assert.Equal(0, (await MarsadProcess.Run("ingest", pages, "--data", Data)).ExitCode);
    }

    [Fact]
    public async Task What_was_taken_in_is_whole_until_a_byte_of_it_changes()
    {
        await Fill();
        var whole = await MarsadProcess.Run("verify", "--data", Data);
        Assert.Equal((0, ""), (whole.ExitCode, whole.Errors));
        Assert.StartsWith("Whole: 3 captures in 1 segments", whole.Output, StringComparison.Ordinal);
        var key = whole.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries).Single(word => word.StartsWith("ed25519:", StringComparison.Ordinal)).TrimEnd(':');
        Assert.Equal(0, (await MarsadProcess.Run("verify", "--data", Data, "--key", key)).ExitCode);
        Assert.Contains("AR012", (await MarsadProcess.Run("verify", "--data", Data, "--key", "ed25519:" + new string('0', 64))).Errors, StringComparison.Ordinal);
        var segment = Directory.GetFiles(Path.Combine(Data, "archive", "warc")).Single();
        var bytes = await File.ReadAllBytesAsync(segment);
        bytes[bytes.Length / 2] ^= 4;
        await File.WriteAllBytesAsync(segment, bytes);
        var broken = await MarsadProcess.Run("verify", "--data", Data);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("AR015", broken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_go_out_as_a_wacz_and_as_annotations()
    {
        await Fill();
        var file = Path.Combine(_directory, "out.wacz");
        Assert.Equal(0, (await MarsadProcess.Run("export", "--format", "wacz", "-o", file, "--data", Data)).ExitCode);
        using (var wacz = ZipFile.OpenRead(file)) Assert.Contains("archive/data.warc.gz", wacz.Entries.Select(entry => entry.FullName));
        var annotations = await MarsadProcess.Run("export", "--format", "annotations", "--article", "1", "--data", Data);
        Assert.Equal(0, annotations.ExitCode);
        Assert.NotEmpty(JsonNode.Parse(Assert.Single(annotations.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!["first"]!["items"]!.AsArray());
        Assert.Equal(1, (await MarsadProcess.Run("export", "--format", "annotations", "--article", "99", "--data", Data)).ExitCode);
    }

    [Fact]
    public async Task One_export_serves_articles_and_situations_alike()
    {
        await Fill();
        var records = await MarsadProcess.Run("export", "--format", "jsonl", "--data", Data);
        Assert.Equal((0, 3), (records.ExitCode, records.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Equal(0, (await MarsadProcess.Run("situation", "create", "airport", "--title", "Airport", "--term", "المطار", "--data", Data)).ExitCode);
        string[] files = [Path.Combine(_directory, "one.csv"), Path.Combine(_directory, "two.csv")];
        Assert.Equal(0, (await MarsadProcess.Run("export", "--situation", "airport", "--format", "csv", "-o", files[0], "--data", Data)).ExitCode);
        Assert.Equal(0, (await MarsadProcess.Run("situation", "export", "airport", "--format", "csv", "-o", files[1], "--data", Data)).ExitCode);
        Assert.NotEmpty(await File.ReadAllBytesAsync(files[0]));
        Assert.Equal(await File.ReadAllBytesAsync(files[0]), await File.ReadAllBytesAsync(files[1]));
        Assert.Equal(0, (await MarsadProcess.Run("situation", "export", "airport", "--format", "wacz", "-o", Path.Combine(_directory, "s.wacz"), "--data", Data)).ExitCode);
    }

    [Theory]
    [InlineData("export", "--format", "md")]
    [InlineData("export", "--format", "parquet")]
    [InlineData("export", "--format", "md", "--situation", "nothing")]
    [InlineData("situation", "export", "nothing", "--format", "jsonl")]
    public async Task What_cannot_be_exported_is_refused_with_its_reason_and_leaves_no_file(params string[] arguments)
    {
        await Fill();
        var refused = await MarsadProcess.Run([.. arguments, "--data", Data]);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith("marsad: ", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wacz_that_went_out_comes_in_elsewhere_with_its_times()
    {
        await Fill();
        var file = Path.Combine(_directory, "out.wacz");
        await MarsadProcess.Run("export", "--format", "wacz", "-o", file, "--data", Data);
        var taken = await MarsadProcess.Run("ingest", file, "--data", Path.Combine(_directory, "other"));
        Assert.Equal((0, ""), (taken.ExitCode, taken.Errors));
        Assert.StartsWith("3 filed", taken.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await MarsadProcess.Run("verify", "--data", Path.Combine(_directory, "other"))).ExitCode);
    }
}

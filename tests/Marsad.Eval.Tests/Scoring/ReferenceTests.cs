using System.Diagnostics;
using System.Text.Json;
using Marsad.Eval.Commands;
using Marsad.Eval.Gold;
using Marsad.Language;
using Marsad.Reading;
using Marsad.Records;

namespace Marsad.Eval.Tests.Scoring;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("seed/gold.jsonl")]
    [InlineData("gold/dev.jsonl")]
    public void Scores_agree_with_the_reference_scorer(string file)
    {
        var shared = Corpora.Need();
        var script = shared.Path("../tools/score.py");
        Assert.SkipUnless(File.Exists(script) && HasPython(), "python3 or tools/score.py is not there");
        var records = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllLines(records, GuideGold.ReadLines(shared.Path(file)).Select(Read));
            using var reference = JsonDocument.Parse(Run("python3", script, shared.Path(file), records, "--json"));
            var ours = ScoreCommand.Score(shared.Path(file), records).Measures();
            Assert.All(ours, measure => Assert.Equal(Reference(reference.RootElement, measure.Key), measure.Value, 0.00011));
        }
        finally
        {
            File.Delete(records);
        }
    }

    // Spans move by a few characters from record to record, so that every kind of near miss is compared too.
    private static string Read(GoldArticle gold, int index)
    {
        var day = PublicationTime.TryParse(gold.Published, out var time) ? time.Day : (DateOnly?)null;
        var record = ArabicAnalyzer.Read(new ArticleText(gold.Text, gold.Title, day, gold.Outlet));
        return System.Text.Encoding.UTF8.GetString(RecordJson.Write(new ArticleRecord(gold.Id, new Article(gold.Text), index % 3 == 2 ? record with { Figures = [.. record.Figures.Take(1)] } : record)));
    }

    private static double Reference(JsonElement scores, string measure)
    {
        foreach (var part in measure.Split('.')) scores = scores.GetProperty(part);
        return scores.GetDouble();
    }

    private static bool HasPython()
    {
        try
        {
            return Run("python3", "--version").StartsWith("Python", StringComparison.Ordinal);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}

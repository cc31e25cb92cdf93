using Marsad.Eval.Filed;
using Marsad.Eval.Gold;
using Microsoft.Data.Sqlite;

namespace Marsad.Eval.Suites;

/// <summary>Pairs of articles that share words: what the later is to the earlier, as filing both tells it. Days are all that is known of their times: of two on one day the first of the pair comes first.</summary>
/// <remarks>"right": of all pairs, those of which it is told rightly whether they are a copy, an update, a quotation or none of these. "part": of the copies that are judged so, whether whole, cut or merged.</remarks>
internal sealed class KinSuite(string half) : JudgedSuite("kin", half)
{
    private static readonly string[] Labels = ["copy", "update", "quotation"];

    public override IReadOnlyDictionary<string, double> Measure(Shared shared)
    {
        var pairs = Pairs(shared);
        var parts = pairs.Where(pair => pair is { Part: not null, Called: "copy" }).ToList();
        var measures = new Dictionary<string, double>
        {
            ["right"] = Share(pairs.Count(pair => pair.Label == pair.Called), pairs.Count),
            ["part"] = Share(parts.Count(pair => pair.Part == pair.CalledPart), parts.Count),
        };
        foreach (var label in Labels)
        {
            var right = pairs.Count(pair => pair.Label == label && pair.Called == label);
            measures[label + ".f1"] = HarmonicMean(Share(right, pairs.Count(pair => pair.Called == label)), Share(right, pairs.Count(pair => pair.Label == label)));
        }

        return measures;
    }

    public override IEnumerable<string> Failures(Shared shared) => Pairs(shared).Where(pair => pair.Label != pair.Called || (pair.Part is not null && pair.Part != pair.CalledPart))
        .Select(pair => $"{pair.From} {pair.Ids}: {pair.Label} {pair.Part}, called {pair.Called} {pair.CalledPart}");

    private List<Pair> Pairs(Shared shared)
    {
        var lines = JudgedLines.Read(GoldFile);
        using var filed = FiledArticles.InOrder(shared, [.. lines.SelectMany(line => (string[])[line.Word("a"), line.Word("b")])]);
        return filed.Store.Read(store => lines.Select(line =>
        {
            var digests = line.Words("digests").ToList();
            var kind = KindOf(store, filed.Place(line.Word("a"), digests[0]).Row, filed.Place(line.Word("b"), digests[1]).Row);
            return new Pair(line.Word("from"), $"{line.Word("a")} {line.Word("b")}", line.Word("label"), line["part"]?.GetValue<string>(), LabelOf(kind), PartOf(kind));
        }).ToList());
    }

    private static string? KindOf(SqliteConnection store, long a, long b)
    {
        using var command = store.CreateCommand();
        command.CommandText = "SELECT kind || iif(kind = 'update', changes, '') FROM kin WHERE (article_id = $a AND of_id = $b) OR (article_id = $b AND of_id = $a)";
        command.Parameters.AddWithValue("$a", a);
        command.Parameters.AddWithValue("$b", b);
        return (string?)command.ExecuteScalar();
    }

    private static string LabelOf(string? kind) => kind switch { null => "other", _ when kind.StartsWith("update", StringComparison.Ordinal) => "update", "quotation" => kind, _ => "copy" };

    private static string? PartOf(string? kind) => kind switch { "same" or "retitled" => "whole", _ => kind };

    private sealed record Pair(string From, string Ids, string Label, string? Part, string Called, string? CalledPart);
}

using System.Text.Json.Nodes;
using Marsad.Eval.Filed;
using Marsad.Eval.Gold;
using Marsad.Eval.Scoring;
using Marsad.Store.Queries;
using Marsad.Store.Search;

namespace Marsad.Eval.Suites;

/// <summary>The station's search beside plain FTS5 on the same text: nDCG of the first ten answers. Copies of one text are one answer, in both.</summary>
/// <remarks>"plain_all" asks FTS5 for every word, as it does when it is given the query as it stands; "plain_any" for any of them.</remarks>
internal sealed class SearchSuite(string half) : JudgedSuite("search", half)
{
    private const int First = 10;

    // Deep enough that ten answers are left where many of the first are copies of one text.
    private const int Asked = 100;

    public override IReadOnlyDictionary<string, double> Measure(Shared shared)
    {
        var rows = Rankings(shared).ToList();
        var (ours, all, any) = (Mean(rows, row => row.Ours), Mean(rows, row => row.PlainAll), Mean(rows, row => row.PlainAny));
        return new Dictionary<string, double>
        {
            ["ndcg10.marsad"] = ours,
            ["ndcg10.plain_all"] = all,
            ["ndcg10.plain_any"] = any,
            ["gain.over_all"] = Math.Round((ours / all) - 1, 4),
            ["gain.over_any"] = Math.Round((ours / any) - 1, 4),
        };
    }

    /// <summary>What each search answers to each query: ids, the best first.</summary>
    public IEnumerable<Ranking> Rankings(Shared shared)
    {
        var filed = FiledArticles.Days(shared);
        using var plain = new PlainIndex(filed);
        var ids = filed.Places.ToDictionary(place => place.Value.Row, place => place.Key);
        foreach (var line in JudgedLines.Read(GoldFile))
        {
            var query = line.Word("query");
            yield return new Ranking(line, [.. Ours(filed, query)], [.. plain.All(query, Asked).Select(row => ids[row])], [.. plain.Any(query, Asked).Select(row => ids[row])]);
        }
    }

    private static IEnumerable<string> Ours(FiledArticles filed, string query) => filed.Store.Read(connection =>
        SearchQuery.Read(connection, query) is { } read ? connection.FindArticles(read, Asked).Select(hit => hit.Article.Key).ToList() : []);

    private static double Mean(IEnumerable<Ranking> rows, Func<Ranking, IReadOnlyList<string>> ranking) => Math.Round(rows.Average(row => Judged(row.Line).Of(ranking(row), First)), 4);

    private static Ndcg Judged(JsonObject line) =>
        new([.. line["answers"]!.AsArray().Select(answer => answer!.AsObject()).Select(answer => (answer.Number("grade"), (IReadOnlyList<string>)[.. answer.Words("ids")]))]);

    internal sealed record Ranking(JsonObject Line, IReadOnlyList<string> Ours, IReadOnlyList<string> PlainAll, IReadOnlyList<string> PlainAny);
}

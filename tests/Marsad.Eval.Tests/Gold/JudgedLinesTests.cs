using System.Text.Json.Nodes;
using Marsad.Eval.Gold;

namespace Marsad.Eval.Tests.Gold;

public sealed class JudgedLinesTests
{
    private static readonly HashSet<string> CopyLabels = ["copy", "update", "quotation", "form", "other"];

    [Fact]
    public void Every_pair_of_copies_has_a_label_of_the_guide() => Assert.All(Both("copies"), pair => Assert.Contains(pair.Word("label"), CopyLabels));

    [Theory]
    [InlineData("copies")]
    [InlineData("entities")]
    [InlineData("stories")]
    [InlineData("search")]
    public void Nothing_judged_stands_in_both_halves(string kind) =>
        Assert.Empty(JudgedLines.Read($"{kind}-dev.jsonl").Select(line => line.ToJsonString()).Intersect(JudgedLines.Read($"{kind}-test.jsonl").Select(line => line.ToJsonString())));

    [Fact]
    public void No_story_stands_in_both_halves() => Assert.Empty(Stories("dev").Intersect(Stories("test")));

    [Fact]
    public void Every_query_has_an_answer() => Assert.All(Both("search"), query => Assert.NotEmpty(query["answers"]!.AsArray()));

    [Theory]
    [InlineData("copies")]
    [InlineData("entities")]
    [InlineData("stories")]
    public void No_word_of_an_article_is_kept(string kind) =>
        Assert.DoesNotContain(File.ReadAllText(JudgedLines.PathOf($"{kind}-dev.jsonl")) + File.ReadAllText(JudgedLines.PathOf($"{kind}-test.jsonl")), letter => letter > 0x7F);

    private static IEnumerable<int> Stories(string half) => JudgedLines.Read($"stories-{half}.jsonl").Select(line => line.Number("story"));

    private static IEnumerable<JsonObject> Both(string kind) => JudgedLines.Read($"{kind}-dev.jsonl").Concat(JudgedLines.Read($"{kind}-test.jsonl"));
}

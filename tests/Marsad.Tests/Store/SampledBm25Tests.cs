using Dapper;
using Marsad.Store.Search;
using Microsoft.Data.Sqlite;

namespace Marsad.Tests.Store;

public sealed class SampledBm25Tests : IDisposable
{
    private readonly SqliteConnection _store = new("Data Source=:memory:");

    public SampledBm25Tests()
    {
        _store.Open();
        _store.Execute("CREATE VIRTUAL TABLE words USING fts5(title, text, stems, content='', contentless_delete=1)");
        SampledBm25.AddTo(_store);
    }

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("rare")]
    [InlineData("half")]
    [InlineData("rare OR half OR third")]
    [InlineData("\"half third\"")]
    [InlineData("title : half AND third")]
    [InlineData("missing OR rare")]
    public void Words_of_few_articles_weigh_as_in_bm25(string match)
    {
        Fill(600);
        var weighed = Weighed(match);
        Assert.NotEmpty(weighed);
        Assert.All(weighed, hit => Assert.Equal(hit.Exact, hit.Sampled, 9));
    }

    [Fact]
    public void A_word_of_many_articles_is_taken_to_be_as_dense_as_at_the_beginning()
    {
        Fill(13_000);
        Assert.All(Weighed("rare third"), hit => Assert.InRange(hit.Sampled / hit.Exact, 0.95, 1.05));
    }

    [Fact]
    public void Phrases_beyond_those_that_are_weighed_only_have_to_be_there()
    {
        Fill(600);
        var alone = Weighed("rare").ToDictionary(hit => hit.Id, hit => hit.Exact);
        var first = _store.Query<(long Id, double Rank)>("SELECT rowid, sampled_bm25(words, 4, 1, 0.5, 0, 1) FROM words WHERE words MATCH 'rare AND half'").AsList();
        Assert.NotEmpty(first);
        Assert.All(first, hit => Assert.Equal(alone[hit.Id], hit.Rank, 9));
    }

    private List<Hit> Weighed(string match) => _store.Query<Hit>(
        "SELECT rowid AS Id, bm25(words, 4, 1, 0.5) AS Exact, sampled_bm25(words, 4, 1, 0.5) AS Sampled FROM words WHERE words MATCH @match", new { match }).AsList();

    private void Fill(int articles)
    {
        using var all = _store.BeginTransaction();
        for (var i = 1; i <= articles; i++)
        {
            var text = string.Join(' ', Enumerable.Repeat("filler", i % 7).Append(i % 2 == 0 ? "half" : "other").Append(i % 3 == 0 ? "third third" : "plain").Append(i % 97 == 0 ? "rare" : "common"));
            _store.Execute("INSERT INTO words(rowid, title, text, stems) VALUES (@i, @title, @text, @text)", new { i, title = i % 5 == 0 ? "half" : "title", text });
        }

        all.Commit();
    }

    private sealed class Hit
    {
        public long Id { get; init; }

        public double Exact { get; init; }

        public double Sampled { get; init; }
    }
}

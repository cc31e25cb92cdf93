using CsCheck;
using Dapper;
using Marsad.Flow;
using Marsad.Reading;
using Marsad.Store;
using Marsad.Store.Queries;
using Marsad.Store.Search;

namespace Marsad.Tests.Store.Search;

public sealed class SearchTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly StationStore _store;

    public SearchTests()
    {
        _store = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        var walk = new PageWalk(_store, []);
        string[] texts =
        [
            "وصل وفد إلى كازاخستان لبحث التعاون.", "أعلنت قازاخستان حالة الطوارئ.", "عاد السفير من باكستان.", "تظاهر المئات أمام الوزارة.",
            "قالت ميشيل باشليه إن الوضع خطير.", "دعت ميشيل باشيليه إلى ضبط النفس.", "وبكازاخستان مناجم كثيرة.",
        ];
        foreach (var (text, i) in texts.Select((text, i) => (text, i)))
            walk.Walk(new Arrival.Given($"{i}", DateTimeOffset.UnixEpoch, "f", $"{i}", new Article(text)) { HasOwnId = true });
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("قازاخستان", "0 1 6")]
    [InlineData("كازاخستان", "0 1 6")]
    [InlineData("متظاهرون", "")]
    [InlineData("وزارة", "3")]
    [InlineData("الوزارات", "3")]
    [InlineData("باشيليه", "4 5")]
    [InlineData("كازاخستان طوارئ", "1")]
    [InlineData("\"حالة الطوارئ\"", "1")]
    [InlineData("\"الطوارئ حالة\"", "")]
    [InlineData("كازاخستان -طوارئ", "0 6")]
    [InlineData("الأربعاء", "")]
    public void A_query_finds_forms_and_spellings(string query, string keys) => Assert.Equal(keys, string.Join(' ', Find(query)));

    [Theory]
    [InlineData("")]
    [InlineData("  \" ")]
    [InlineData("-كازاخستان")]
    [InlineData("؟!")]
    public void A_query_for_nothing_is_none(string query) => Assert.Null(_store.Read(c => SearchQuery.Read(c, query)));

    [Fact]
    public void No_query_is_a_syntax_error() => Gen.String[Gen.OneOf(Gen.Char["\"-*()^:{}+ ANDOR'«»ابكوال"], Gen.Char), 0, 20].Sample(query => Find(query) is not null, iter: 300);

    [Fact]
    public void Hits_are_the_words_that_were_asked_for_in_any_spelling()
    {
        const string Text = "زار الوفد قازاخستان ثم باكستان";
        var query = _store.Read(c => SearchQuery.Read(c, "كازاخستان"))!;
        Assert.Equal(["قازاخستان"], query.HitsIn(Text).Select(span => span.In(Text)));
    }

    [Fact]
    public void A_colon_in_plain_words_means_nothing() => Assert.NotNull(_store.Read(c => SearchQuery.Read(c, "speaker:باشليه")));

    [Fact]
    public void Where_no_article_has_every_word_those_with_most_of_them_are_found() =>
        Assert.Equal(["1"], Answers("قازاخستان طوارئ انتخابات"));

    [Fact]
    public void Those_with_every_word_come_before_those_that_lack_one() => Assert.Equal("1", Answers("كازاخستان طوارئ")[0]);

    [Fact]
    public void What_must_not_stand_there_is_not_found_among_those_that_lack_a_word_either() =>
        Assert.DoesNotContain("1", Answers("كازاخستان انتخابات -طوارئ"));

    [Fact]
    public void A_preposition_between_words_asks_for_nothing() => Assert.Equal(Answers("طوارئ كازاخستان"), Answers("طوارئ في كازاخستان"));

    private List<string> Answers(string query) => _store.Read(c => c.FindArticles(SearchQuery.Read(c, query)!, 20).Select(hit => hit.Article.Key).ToList());

    private List<string> Find(string query) => _store.Read(c => SearchQuery.Read(c, query) is not { } read ? [] :
        c.Query<string>("SELECT a.key FROM article_search JOIN article a ON a.id = article_search.rowid WHERE article_search MATCH @Match ORDER BY a.key", new { read.Match }).ToList());
}

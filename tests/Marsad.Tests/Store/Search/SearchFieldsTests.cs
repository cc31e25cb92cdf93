using Dapper;
using Marsad.Flow;
using Marsad.Reading;
using Marsad.Records.Corrections;
using Marsad.Store;
using Marsad.Store.Queries;
using Marsad.Store.Search;

namespace Marsad.Tests.Store.Search;

public sealed class SearchFieldsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly StationStore _store;

    public SearchFieldsTests()
    {
        _store = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        var walk = new PageWalk(_store, []);
        (string Outlet, string Published, string Text)[] articles =
        [
            ("وكالة السهوب", "2022-01-05", "قال وزير الخارجية سامي النجار إن القوات ستبقى في ألماتي حتى نهاية الشهر."),
            ("جريدة المدار", "2022-01-06", "نفى وزير الخارجية سامي النجار أن تكون بلاده قد أرسلت قوات إلى الحدود."),
            ("جريدة المدار", "2022-02-01", "دعت ميشيل باشليه السلطات إلى الإفراج عن المعتقلين في ألماتي."),
            ("ضفاف", "2022-02-10", "نقلت وكالة رويترز عن ميشيل باشيليه قولها إن الوضع خطير في العاصمة."),
        ];
        foreach (var ((outlet, published, text), i) in articles.Select((a, i) => (a, i)))
        {
            Assert.True(PublicationTime.TryParse(published, out var time));
            walk.Walk(new Arrival.Given($"{i}", DateTimeOffset.UnixEpoch, "f", $"{i}", new Article(text, Published: time, Outlet: outlet)) { HasOwnId = true });
        }
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("speaker:النجار", "0 1")]
    [InlineData("المتحدث:النجار", "0 1")]
    [InlineData("speaker:\"سامي النجار\"", "0 1")]
    [InlineData("speaker:النجار type:deny", "1")]
    [InlineData("speaker:النجار النوع:نفي", "1")]
    [InlineData("speaker:النجار -type:deny", "0")]
    [InlineData("speaker:باشيليه", "2 3")]
    [InlineData("outlet:المدار", "1 2")]
    [InlineData("outlet:المدار outlet:ضفاف", "1 2 3")]
    [InlineData("-outlet:المدار قوات", "0")]
    [InlineData("via:رويترز", "3")]
    [InlineData("via:\"وكالة رويترز\"", "3")]
    [InlineData("via:وكالة", "3")]
    [InlineData("via:رويتر", "")]
    [InlineData("via:رويترز type:assert الوضع", "3")]
    [InlineData("via:رويترز type:deny", "")]
    [InlineData("via:رويترز via:تاس", "3")]
    [InlineData("-via:رويترز speaker:باشليه", "2")]
    [InlineData("speaker:\"النجار سامي\"", "")]
    [InlineData("speaker:النجار سامي قوات", "0 1")]
    [InlineData("place:\"ألماتي\" قوات", "0")]
    [InlineData("from:2022-02", "2 3")]
    [InlineData("to:2022-01-05", "0")]
    [InlineData("from:2022-01-06 to:2022-02-01", "1 2")]
    [InlineData("من:٢٠٢٢-٠٢ إلى:2022", "2 3")]
    [InlineData("place:ألماتي", "0 2")]
    [InlineData("outlet:المدار -قوات", "2")]
    [InlineData("outlet:لاأحد", "")]
    public void A_field_narrows_what_is_found(string query, string keys) =>
        Assert.Equal(keys, string.Join(' ', Read(query).Select(hit => hit.Article.Key).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("قوات spaeker:النجار", SearchFaultKind.UnknownField, 5, "spaeker")]
    [InlineData("speaker: النجار", SearchFaultKind.NoValue, 0, "")]
    [InlineData("from:الثلاثاء", SearchFaultKind.NotADay, 0, "الثلاثاء")]
    [InlineData("type:صراخ", SearchFaultKind.UnknownType, 0, "صراخ")]
    [InlineData("from:2022 from:2023", SearchFaultKind.OnlyOnce, 10, "2023")]
    [InlineData("-to:2022", SearchFaultKind.OnlyOnce, 0, "2022")]
    [InlineData("from:2023 to:2022", SearchFaultKind.SpanReversed, 10, "2022")]
    public void A_wrong_query_says_what_is_wrong_and_where(string query, SearchFaultKind kind, int at, string words)
    {
        SearchFault? fault = null;
        Assert.Null(_store.Read(store => SearchQuery.Read(store, query, out fault)));
        Assert.Equal((kind, at, words), (fault!.Kind, fault.At, fault.Words));
    }

    [Theory]
    [InlineData("قال: قوات")]
    [InlineData("10:30 قوات")]
    public void A_colon_of_the_text_is_no_field(string query)
    {
        SearchFault? fault = null;
        _store.Read(store => SearchQuery.Read(store, query, out fault));
        Assert.Null(fault);
    }

    [Fact]
    public void Statements_are_narrowed_by_the_same_fields()
    {
        var found = _store.Read(store => store.FindStatements(SearchQuery.Read(store, "speaker:النجار type:deny", out _)!, 10));
        Assert.Equal(["1"], found.Select(statement => statement.ArticleKey));
    }

    [Theory]
    [InlineData(SearchOrder.Newest, "3 2 1 0")]
    [InlineData(SearchOrder.Oldest, "0 1 2 3")]
    public void What_is_found_can_be_put_in_order_of_time(SearchOrder order, string keys) =>
        Assert.Equal(keys, string.Join(' ', _store.Read(store => store.FindArticles(SearchQuery.Read(store, "from:2022", out _)!, 10, 0, order)).Select(hit => hit.Article.Key)));

    [Fact]
    public void What_a_person_decided_on_is_found_by_what_holds()
    {
        var (article, statement) = _store.Read(store => store.QuerySingle<(long, string)>("SELECT s.article_id, s.local_id FROM statement s WHERE s.type = 'deny'"));
        _store.Corrections.Decide(article, statement, Decision.Corrected, "أمل", new Dictionary<string, string?> { ["type"] = "warn" });
        Assert.Empty(Read("type:deny قوات"));
        Assert.Equal(["1"], Read("type:warn قوات").Select(hit => hit.Article.Key));
    }

    [Fact]
    public void A_store_whose_articles_wait_for_the_index_is_searched_after_it_was_opened()
    {
        _store.Write(store =>
        {
            foreach (var index in (string[])["article_search", "statement_search"]) store.Execute($"INSERT INTO {index}({index}) VALUES ('delete-all')");
            store.Execute("INSERT INTO search_waiting(article_id) SELECT id FROM article");
            store.Execute("UPDATE article SET record = x'' WHERE key = '0'");
        });
        Assert.Empty(Read("speaker:النجار قوات"));
        using var opened = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        Assert.Equal(["1"], Read("speaker:النجار قوات").Select(hit => hit.Article.Key));
        Assert.Equal(["1"], _store.Read(store => store.FindStatements(SearchQuery.Read(store, "type:deny", out _)!, 10)).Select(hit => hit.ArticleKey));
    }

    [Fact]
    public void Facets_say_how_the_found_articles_divide()
    {
        var facets = _store.Read(store => store.FacetsOf(SearchQuery.Read(store, "from:2022", out _)!));
        Assert.Equal([("جريدة المدار", 2L), ("ضفاف", 1L), ("وكالة السهوب", 1L)], facets.Outlets.Select(f => (f.Value, f.Articles)));
        Assert.Equal([("2022-01", 2L), ("2022-02", 2L)], facets.Months.Select(f => (f.Value, f.Articles)));
        Assert.Equal([("assert", 2L), ("call", 1L), ("deny", 1L)], facets.Types.Select(f => (f.Value, f.Articles)));
        Assert.Equal([("سامي النجار", 2L), ("ميشيل باشليه", 2L)], facets.Speakers.Select(f => (f.Value, f.Articles)));
        Assert.Equal((4, false), (facets.Articles, facets.IsCut));
    }

    [Theory]
    [InlineData("باش")]
    [InlineData("ميشيل با")]
    public void A_name_is_suggested_by_its_beginning(string typed) =>
        Assert.Contains("ميشيل باشليه", _store.Read(store => store.Suggest(typed, 5)).Select(suggestion => suggestion.Name));

    private IReadOnlyList<ArticleHit> Read(string query) => _store.Read(store =>
    {
        var words = SearchQuery.Read(store, query, out var fault);
        Assert.Null(fault);
        return store.FindArticles(words!, 10);
    });
}

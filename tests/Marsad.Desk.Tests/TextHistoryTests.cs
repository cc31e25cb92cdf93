using System.Text.Json;
using Marsad.Desk.Tests.Support;
using Marsad.Flow;
using Marsad.Reading;

namespace Marsad.Desk.Tests;

/// <summary>What the desk and the API show of a text that went from outlet to outlet.</summary>
public sealed class TextHistoryTests : IAsyncLifetime
{
    private const string Wire =
        "أعلنت وزارة الداخلية في كازاخستان مساء الأربعاء أن قوات الأمن استعادت السيطرة على مطار مدينة ألماتي بعد ساعات من سقوطه في أيدي محتجين غاضبين من رفع أسعار الوقود.\n" +
        "وقال المتحدث باسم الوزارة إن المحتجين اقتحموا مبنى البلدية وأضرموا فيه النار، مضيفا أن 12 شخصا قتلوا في المدينة منذ بداية الاحتجاجات، وأن السلطات فتحت تحقيقا في ما جرى.\n" +
        "ودعت مفوضة الأمم المتحدة السامية لحقوق الإنسان إلى الإفراج عن المحتجزين والتحقيق في ما جرى خلال الأيام الماضية في عدة مدن من البلاد.";

    private const string Passage = "إن المحتجين اقتحموا مبنى البلدية وأضرموا فيه النار، مضيفا أن 12 شخصا قتلوا في المدينة منذ بداية الاحتجاجات";

    private const string Own =
        "تابعت الجالية الكازاخية في بيروت أخبار بلادها باهتمام، وتجمع العشرات أمام السفارة حاملين الشموع وصور أقاربهم الذين انقطعت أخبارهم منذ ليلة أمس بسبب توقف شبكات الهاتف. " +
        "وقالت سيدة تقيم في المدينة منذ عشرة أعوام إنها لم تسمع صوت أمها منذ ثلاثة أيام، وإن ما وصل من صور لا يطمئن أحدا من أبناء الجالية.\nوكان المتحدث قد قال ";

    private DeskHost _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await DeskHost.Start((store, _) =>
    {
        var walk = new PageWalk(store, []);
        File(walk, "manara", Wire, 9, []);
        File(walk, "ufuq", Wire[..Wire.LastIndexOf('\n')], 10, ["رويترز"]);
        File(walk, "jisr", Own + Passage, 12, []);
        File(walk, "sada", Wire.Replace("12 شخصا", "30 شخصا", StringComparison.Ordinal), 14, []);
    });

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static void File(PageWalk walk, string outlet, string text, int hour, IReadOnlyList<string> agencies)
    {
        var at = new DateTimeOffset(2022, 1, 6, hour, 0, 0, TimeSpan.Zero);
        var article = new Article(text, "قوات الأمن تستعيد المطار", null, PublicationTime.At(at), Url: $"http://{outlet}.example/1", Outlet: outlet, Language: "ar") { Agencies = agencies };
        Assert.IsType<WalkEnd.Filed>(walk.Walk(new Arrival.Given(outlet, at, "articles.jsonl", outlet, article) { HasOwnId = true }));
    }

    // What a reader sees, without the elements.
    private async Task<string> Words(string path) =>
        string.Join(' ', System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(await _desk.Get(path), "<[^>]*>", " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task The_page_of_an_article_says_who_had_it_first_and_whom_it_credits()
    {
        var copy = await Words("/en/articles/2");
        Assert.Contains("First at manara", copy, StringComparison.Ordinal);
        Assert.Contains("Credited: رويترز", copy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_space_stands_before_the_agency() => Assert.Contains("منسوب إلى <bdi class=\"agency\">رويترز", System.Net.WebUtility.HtmlDecode(await _desk.Get("/ar/articles/2")), StringComparison.Ordinal);

    [Fact]
    public async Task Each_text_says_what_it_is_to_the_first()
    {
        var first = await _desk.Get("/en/articles/1");
        Assert.Contains("<span class=\"kin\">cut</span>", first, StringComparison.Ordinal);
        Assert.Contains("<span class=\"kin\">update</span>", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/articles/1")]
    [InlineData("/en/articles/4")]
    [InlineData("/en/stories/1")]
    public async Task What_differs_in_an_update_stands_side_by_side(string path)
    {
        var page = await _desk.Get(path);
        Assert.Matches("Killed.*<del><bdi>[^<]*12[^<]*</bdi></del> <ins><bdi>[^<]*30[^<]*</bdi></ins>", page.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task A_story_shows_the_update_beside_the_text_and_the_copy_under_it()
    {
        var story = await Words("/en/stories/1");
        Assert.Contains("+1 copy", story, StringComparison.Ordinal);
        Assert.Contains("1 update", story, StringComparison.Ordinal);
        Assert.Contains("First at manara", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_its_own_shows_the_passage_that_it_repeats()
    {
        Assert.Contains($"<blockquote class=\"passage\" dir=\"auto\">{Passage}</blockquote>", System.Net.WebUtility.HtmlDecode(await _desk.Get("/en/articles/1")), StringComparison.Ordinal);
        Assert.Contains("Repeats a passage of an earlier text", await Words("/en/articles/3"), StringComparison.Ordinal);
        using var history = JsonDocument.Parse(await _desk.Get("/api/articles/3/copies"));
        Assert.Equal(Passage, history.RootElement.GetProperty("earlier").GetProperty("passage").GetString());
    }

    [Fact]
    public async Task The_api_gives_the_history_of_a_text()
    {
        using var history = JsonDocument.Parse(await _desk.Get("/api/articles/2/copies"));
        var root = history.RootElement;
        Assert.Equal("manara", root.GetProperty("first").GetProperty("outlet").GetString());
        Assert.Equal(["رويترز"], root.GetProperty("agencies").EnumerateArray().Select(agency => agency.GetString()!));
        Assert.Equal(["cut", "quotation", "update"], root.GetProperty("later").EnumerateArray().Select(later => later.GetProperty("kind").GetString()!));
        var change = Assert.Single(root.GetProperty("later").EnumerateArray().Last().GetProperty("changes").EnumerateArray());
        Assert.Equal("killed", change.GetProperty("category").GetString());
    }

    [Fact]
    public async Task Lists_of_the_api_show_the_update_beside_what_it_updates()
    {
        using var list = JsonDocument.Parse(await _desk.Get("/api/articles"));
        Assert.Equal([("update", 0, 0), ("quotation", 0, 0), (null, 1, 1)], list.RootElement.EnumerateArray().Select(article =>
            (article.TryGetProperty("kin", out var kin) ? kin.GetString() : null, article.GetProperty("copies").GetInt32(), article.GetProperty("updates").GetInt32())));
    }
}

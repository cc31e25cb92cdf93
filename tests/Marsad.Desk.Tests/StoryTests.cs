using System.Text.Json;
using Marsad.Desk.Tests.Support;
using Marsad.Flow;
using Marsad.Reading;

namespace Marsad.Desk.Tests;

/// <summary>What the desk and the API say of a story: its title, its days, where it is and who speaks, with copies folded under the first.</summary>
public sealed class StoryTests : IAsyncLifetime
{
    private const string Wire =
        "أعلنت وزارة الداخلية في كازاخستان مساء الأربعاء أن قوات الأمن استعادت السيطرة على مطار مدينة ألماتي بعد ساعات من سقوطه في أيدي محتجين غاضبين من رفع أسعار الوقود.\n" +
        "وقال المتحدث باسم الوزارة إن المحتجين اقتحموا مبنى البلدية وأضرموا فيه النار، مضيفا أن السلطات فتحت تحقيقا في ما جرى.\n" +
        "ودعت مفوضة الأمم المتحدة السامية لحقوق الإنسان إلى الإفراج عن المحتجزين والتحقيق في ما جرى خلال الأيام الماضية في عدة مدن من البلاد.";

    private const string Next =
        "عاد مطار ألماتي في كازاخستان إلى العمل بعد أن استعادت قوات الأمن السيطرة عليه من المحتجين.\n" +
        "وقالت وزارة الداخلية إن الرحلات إلى طشقند ستستأنف غدا.";

    private DeskHost _desk = null!;

    // The report of the next day comes first.
    public async ValueTask InitializeAsync() => _desk = await DeskHost.Start((store, _) =>
    {
        var walk = new PageWalk(store, []);
        File(walk, "sada", "مطار ألماتي في كازاخستان يعود إلى العمل", Next, 7);
        File(walk, "manara", "قوات الأمن في كازاخستان تستعيد مطار ألماتي", Wire, 6);
        File(walk, "ufuq", "مطار ألماتي تحت سيطرة قوات الأمن في كازاخستان", Wire, 6);
    });

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static void File(PageWalk walk, string outlet, string title, string text, int day)
    {
        var at = new DateTimeOffset(2022, 1, day, 9, 0, 0, TimeSpan.Zero);
        var article = new Article(text, title, null, PublicationTime.At(at), Url: $"http://{outlet}.example/1", Outlet: outlet, Language: "ar");
        Assert.IsType<WalkEnd.Filed>(walk.Walk(new Arrival.Given(outlet, at, "articles.jsonl", outlet, article) { HasOwnId = true }));
    }

    private async Task<JsonElement> Story() => JsonDocument.Parse(await _desk.Get("/api/stories/1")).RootElement;

    private static IEnumerable<(string? Name, int Count)> Counted(JsonElement story, string list, string count) =>
        story.GetProperty(list).EnumerateArray().Select(one => (one.GetProperty("name").GetString(), one.GetProperty(count).GetInt32()));

    [Fact]
    public async Task A_story_spans_from_its_first_article_to_its_last_whichever_came_first()
    {
        var story = await Story();
        Assert.Equal(("2022-01-06T09:00:00Z", "2022-01-07T09:00:00Z"), (story.GetProperty("firstAt").GetString(), story.GetProperty("lastAt").GetString()));
        Assert.Contains("6 January 2022 – 7 January 2022", await _desk.Get("/en/stories/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_places_of_a_story_are_those_that_its_articles_name_copies_counted_once()
    {
        var places = Counted(await Story(), "places", "articles").ToList();
        Assert.Contains(("كازاخستان", 2), places);
        Assert.Contains(("طشقند", 1), places);
        Assert.Equal(places.Select(place => place.Count).OrderDescending(), places.Select(place => place.Count));
    }

    [Fact]
    public async Task The_parties_of_a_story_are_those_who_speak_in_it_copies_counted_once()
    {
        var parties = Counted(await Story(), "parties", "statements").ToDictionary(party => party.Name!, party => party.Count);
        Assert.Equal(2, parties["وزارة الداخلية"]);
        Assert.All(parties.Values, statements => Assert.InRange(statements, 1, 2));
    }

    [Fact]
    public async Task A_copy_says_what_it_is_folded_under()
    {
        var articles = (await Story()).GetProperty("articles").EnumerateArray().ToList();
        Assert.Equal(["manara", "ufuq", "sada"], articles.Select(article => article.GetProperty("outlet").GetString()!));
        Assert.Equal([null, 2, null], articles.Select(article => article.TryGetProperty("copyOf", out var first) ? first.GetInt32() : (int?)null));
    }

    [Fact]
    public async Task A_place_and_a_party_lead_to_who_they_are()
    {
        var page = await _desk.Get("/en/stories/1");
        Assert.Matches("<a href=\"/en/entities/[0-9]+\"><bdi>طشقند</bdi>", page);
        Assert.Matches("<a href=\"/en/entities/[0-9]+\"><bdi>وزارة الداخلية</bdi>", page);
    }
}

using System.Text;
using Marsad.Reading;

namespace Marsad.Tests.Reading;

/// <summary>Where the sources on a page disagree, what was believed and why is kept.</summary>
public sealed class ChoiceTests
{
    private const string Headline = "وزير يزور السد الجديد", Long = "وزير الري يزور السد الجديد قبل افتتاحه الرسمي بأيام";

    [Fact]
    public void A_headline_that_is_sent_out_and_shown_is_believed_before_the_search_engines_own()
    {
        var article = Read($$"""<title>السد الجديد موعد الافتتاح والتفاصيل الكاملة</title><meta property="og:title" content="{{Long}}"><script type="application/ld+json">{"@type":"NewsArticle","headline":"السد الجديد موعد الافتتاح والتفاصيل الكاملة"}</script>""", $"<h1>{Long}</h1>");
        Assert.Equal(Long, article.Title);
        var choice = Assert.Single(article.Choices, choice => choice.Field == "title");
        Assert.Equal("og:title", choice.Source);
        Assert.Contains(choice.Others, other => other.StartsWith("json-ld: ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_site_s_name_after_a_headline_is_no_disagreement() =>
        Assert.DoesNotContain(Read($"<title>{Headline} - جريدة المرفأ</title>", $"<h1>{Headline}</h1>").Choices, choice => choice.Field == "title");

    [Fact]
    public void A_writer_is_believed_before_the_outlet_s_own_name()
    {
        var article = Read($$"""<title>{{Headline}}</title><meta property="og:site_name" content="جريدة المرفأ"><meta name="author" content="جريدة المرفأ">""", $"<h1>{Headline}</h1><div class=byline>بقلم: نادين حداد</div>");
        Assert.Equal(["نادين حداد"], article.Authors);
        Assert.Equal("byline", Assert.Single(article.Choices, choice => choice.Field == "authors").Source);
    }

    [Fact]
    public void Letters_are_believed_before_the_declared_language()
    {
        var article = Read("<title>x</title>", $"<h1>{Headline}</h1>", "en");
        Assert.Equal("ar", article.Language);
        Assert.Equal(["lang: en"], Assert.Single(article.Choices, choice => choice.Field == "language").Others);
    }

    [Fact]
    public void The_clock_at_the_outlet_is_believed_before_universal_time()
    {
        var article = Read($$"""<title>{{Headline}}</title><meta property="article:published_time" content="2023-11-04T22:30:00Z">""", $"<h1>{Headline}</h1><div>الأحد 5 تشرين الثاني 2023 01:30</div>");
        Assert.Equal("2023-11-05T01:30:00+03:00", article.Published?.ToString());
        Assert.Contains("outlet", Assert.Single(article.Choices, choice => choice.Field == "published").Reason, StringComparison.Ordinal);
    }

    private static Article Read(string head, string top, string language = "ar") => Assert.IsType<PageReading.Read>(PageReader.Read(Encoding.UTF8.GetBytes(
        $"<html lang={language}><head><meta charset=utf-8>{head}</head><body>{top}<div class=article-body><p>زار الوزير السد الجديد واطلع على سير العمل فيه، وقال إن البناء ينتهي قبل موعده بشهرين.</p><p>ورافقه في الزيارة مهندسون شرحوا له مراحل التنفيذ وما بقي منها حتى نهاية السنة.</p></div></body></html>"), PageHints.None)).Article;
}

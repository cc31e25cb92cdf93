using System.Text;
using Marsad.Feeds;
using Marsad.Reading.Links;

namespace Marsad.Tests.Reading.Links;

public sealed class FrontPageTests
{
    private static readonly Uri Home = new("https://www.manara.example/");

    private const string Page = """
        <!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>منارة | الرئيسية</title><meta property="og:site_name" content="منارة"></head><body>
        <header><a href="/"><img alt="صحيفة منارة الإخبارية الدولية" src="logo.png"></a><nav><ul><li><a href="/politics">سياسة</a></li><li><a href="/economy">اقتصاد</a></li>
        <li><a href="/opinion/all-the-writers-of-this-paper">كل كتاب الرأي في هذه الصحيفة العريقة منذ تأسيسها</a></li></ul></nav></header>
        <main><h2><a href="/politics/2022/1/6/كازاخستان-تعلن">كازاخستان تعلن حالة الطوارئ في أنحاء البلاد كافة</a></h2>
        <article><a href="/news/48211?utm_source=home"><img src="a.jpg" alt="x"></a><h3><a href="/news/48211">مجلس الأمن يعقد جلسة طارئة مساء اليوم</a></h3></article>
        <article><a href="/news/48212"><img alt="قوات حفظ السلام تصل إلى مطار ألماتي فجرا"></a></article>
        <li><a href="/news/48213">ارتفاع أسعار الوقود</a></li>
        <a href="/tag/كازاخستان-والاحتجاجات">كازاخستان والاحتجاجات في مدنها الكبرى كلها</a>
        <a href="/author/sami-najjar-2011">سامي النجار مراسل الصحيفة في آسيا الوسطى</a>
        <a href="https://ads.elsewhere.example/buy/12345/now">اشتر الآن واحصل على خصم كبير لفترة محدودة</a></main>
        <footer><a href="/about-us">عن منارة وسياستها التحريرية وشروط الاستخدام</a></footer></body></html>
        """;

    private static FeedReading Read(string page) => FrontPage.Read(Encoding.UTF8.GetBytes(page), new FeedHints(Home, "text/html"));

    [Fact]
    public void Links_to_articles_are_told_from_navigation_tags_authors_and_advertising() =>
        Assert.Equal(["/politics/2022/1/6/كازاخستان-تعلن", "/news/48211", "/news/48212", "/news/48213"], Read(Page).Entries.Select(e => Uri.UnescapeDataString(e.Link.AbsolutePath)));

    [Fact]
    public void A_link_has_the_headline_as_its_title_also_from_a_picture() =>
        Assert.Equal(["مجلس الأمن يعقد جلسة طارئة مساء اليوم", "قوات حفظ السلام تصل إلى مطار ألماتي فجرا"], Read(Page).Entries.Skip(1).Take(2).Select(e => e.Title));

    [Fact]
    public void The_page_says_its_outlet_and_language() => Assert.Equal(("منارة", "ar"), (Read(Page).Title, Read(Page).Language));

    [Fact]
    public void A_page_without_articles_says_so() => Assert.Equal("FE011", Assert.Single(Read("<html><body><nav><a href=/a>سياسة</a><a href=/b>اقتصاد</a></nav></body></html>").Troubles).Code);

    [Fact]
    public void A_page_nested_without_end_is_bounded() =>
        Assert.Equal("FE011", Assert.Single(Read("<html>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "<a href=/x>x</a>").Troubles).Code);
}

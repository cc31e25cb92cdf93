using System.Text;
using Marsad.Reading;

namespace Marsad.Tests.Reading;

public sealed class PlainPageTests
{
    private const string Page = """
        المجلس البلدي يقر ميزانية العام الجديد
        وكالات موقع الواحةقالت رئيسة المجلس إن الميزانية الجديدة تزيد على سابقتها بنحو عشرة في المئة.
        وأضافت أن الزيادة تذهب إلى إصلاح الطرق وشبكة المياه.
        موضوعات ذات صلة
        - افتتاح مكتبة عامة في حي الزيتون
        - تأجيل مباراة الديربي بسبب المطر
        وفي سياق متصل، طالب سكان الحي الشرقي بمدرسة جديدة.
        """;

    [Fact]
    public void The_first_line_is_the_headline() => Assert.Equal("المجلس البلدي يقر ميزانية العام الجديد", Read(Page).Title);

    [Fact]
    public void A_credit_glued_to_the_first_word_is_taken_off()
    {
        var article = Read(Page);
        Assert.StartsWith("قالت رئيسة المجلس", article.Text, StringComparison.Ordinal);
        Assert.Equal(["وكالات"], article.Agencies);
    }

    [Fact]
    public void Related_headlines_become_leads_and_the_text_goes_on_after_them()
    {
        var article = Read(Page);
        Assert.Equal(["افتتاح مكتبة عامة في حي الزيتون", "تأجيل مباراة الديربي بسبب المطر"], article.Leads.Select(lead => lead.Title));
        Assert.Equal(3, article.Text.Split('\n').Length);
        Assert.EndsWith("بمدرسة جديدة.", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("رويترز - أعلنت الشركة نتائجها السنوية يوم الأحد.", "رويترز", "أعلنت")]
    [InlineData("(أ ف ب) - وصل الوفد إلى العاصمة صباح اليوم.", "أ ف ب", "وصل")]
    [InlineData("وكالات: انخفض سعر النفط في تعاملات اليوم.", "وكالات", "انخفض")]
    public void A_credit_before_a_dash_is_taken_off(string paragraph, string agency, string firstWord)
    {
        var article = Read("عنوان من أربع كلمات\n" + paragraph);
        Assert.Equal([agency], article.Agencies);
        Assert.StartsWith(firstWord, article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("رويترز نقلت عن مسؤول أن المحادثات مستمرة في جنيف.")]
    [InlineData("معا نبني مدرسة جديدة، بهذا الشعار بدأت الحملة.")]
    public void An_agency_that_is_the_subject_of_the_sentence_stays(string paragraph) =>
        Assert.StartsWith(paragraph, Read("عنوان من أربع كلمات\n" + paragraph).Text, StringComparison.Ordinal);

    [Fact]
    public void The_page_that_it_began_with_gives_its_text_without_its_leads()
    {
        var article = Read(File.ReadAllText(SharedData.Require("seed/page.txt")));
        Assert.Equal(12, article.Leads.Count);
        Assert.StartsWith("قال نيد", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(article.Leads, lead => article.Text.Contains(lead.Title, StringComparison.Ordinal));
        Assert.Equal(13, article.Text.Split('\n').Length);
        Assert.Equal(["وكالات"], article.Agencies);
    }

    private static Article Read(string page) => Assert.IsType<PageReading.Read>(PageReader.Read(Encoding.UTF8.GetBytes(page), PageHints.None)).Article;
}

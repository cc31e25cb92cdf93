using System.Globalization;
using Marsad.Language.Figures;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Figures;

/// <summary>Numbers, ranks and percentages wherever they stand, whatever they count.</summary>
public sealed class NumberExpressionTests
{
    [Theory]
    [InlineData("دفع .08 من المبلغ", ".08=0.08")]
    [InlineData("سائل .25مل", "")]
    [InlineData("بلغ ثلاثة فاصلة خمسة", "ثلاثة فاصلة خمسة=3.5")]
    [InlineData("أربعة آلاف وثلاثمئة وصفر", "أربعة آلاف وثلاثمئة=4300; صفر=0")]
    [InlineData("- 1 4/5", "- 1 4/5=-1.8")]
    [InlineData("واحد", "واحد=1")]
    [InlineData("قال واحد منهم", "")]
    [InlineData("بلغ 1 234 567.89 هنا", "1 234 567.89=1234567.89")]
    [InlineData("دفع 322 مئة", "322 مئة=32200")]
    [InlineData("دفع ثلاثة على خمسة", "ثلاثة على خمسة=0.6")]
    public void A_number_is_found_with_its_value(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", NumberExpressions.Find(new Document(text)).Select(number => Shown(text, number))));

    [Theory]
    [InlineData("حل في المركز الخامس والعشرين", true, "الخامس والعشرين=25")]
    [InlineData("حلت في المرتبة الخامسة و عشرون", true, "الخامسة و عشرون=25")]
    [InlineData("حل الاثنان و عشرون", true, "الاثنان و عشرون=22")]
    [InlineData("الرقم المائة وخمسة وعشرون", true, "المائة وخمسة وعشرون=125")]
    [InlineData("الجلسة قبل الأخيرة", true, "قبل الأخيرة=end-1")]
    [InlineData("الثانية إلى الأخير", false, "")]
    public void A_rank_is_found_with_its_place(string text, bool relative, string expected) =>
        Assert.Equal(expected, string.Join("; ", ArabicOrdinals.Find(new Document(text), relative).Select(rank => $"{rank.Span.In(text)}={rank.Value}")));

    [Fact]
    public void A_mark_of_direction_behind_a_percent_sign_is_no_part_of_it()
    {
        const string text = "شحن 100٪\u061C الآن";
        Assert.Equal("100٪", Assert.Single(ArabicPercentages.Find(new Document(text))).Span.In(text));
    }

    private static string Shown(string text, NumberExpression number) => string.Create(CultureInfo.InvariantCulture, $"{number.Span.In(text)}={number.Value:0.#####}");
}

using Marsad.Language;
using Marsad.Language.Text;
using Marsad.Relating.Figures;

namespace Marsad.Tests.Relating.Figures;

public sealed class FigureSettingTests
{
    [Theory]
    [InlineData("قتل 12 شخصا في بغداد أمس. ووصل الوفد إلى البصرة.", "12", "بغداد")]
    [InlineData("قتل 12 شخصا في الليل. ووصل الوفد إلى البصرة.", "12", null)]
    [InlineData("اجتمع الوفد في البصرة، وقتل 7.5 آلاف شخص في بغداد", "7.5", "بغداد")]
    public void A_figure_counts_at_the_nearest_place_of_its_sentence(string text, string figure, string? place) => Assert.Equal(place, Setting(text, figure).Place);

    [Fact]
    public void A_figure_counts_on_the_nearest_day_of_its_sentence() => Assert.Equal("2011-12", Setting("قتل 16 شخصا في كانون الأول 2011 برصاص الشرطة. وعاد الهدوء اليوم.", "16").Day);

    [Fact]
    public void Nowadays_is_no_day() => Assert.Null(Setting("يحتجز 16 شخصا حاليا في السجن.", "16").Day);

    private static FigureSetting Setting(string text, string figure)
    {
        var record = ArabicAnalyzer.Read(new ArticleText(text) { Published = new DateOnly(2022, 1, 8) });
        return FigureSetting.Of(new Span(text.IndexOf(figure, StringComparison.Ordinal), text.IndexOf(figure, StringComparison.Ordinal) + figure.Length), text, record.Names, record.Times);
    }
}

using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Names;

public class ResolutionTests
{
    private const string Police = "قال المتحدث باسم شرطة محافظة أسيوط إن الحملة بدأت. وأضافت شرطة أسيوط أنها مستمرة.";

    [Fact]
    public void Two_people_with_one_last_name_stay_two() =>
        Assert.Equal(2, Find("التقى جورج بوش أمس ابنه جيب بوش في واشنطن.").Count(name => name.Type == NameType.Person));

    [Fact]
    public void An_acronym_in_brackets_is_another_name_of_what_stands_before_it() =>
        Assert.Contains("وفا", Named("ذكرت وكالة الأنباء الفلسطينية (وفا) أن الاجتماع تأجل.", "وكالة الأنباء الفلسطينية").Variants);

    [Fact]
    public void A_title_in_quotation_marks_is_another_name_of_its_organisation() =>
        Assert.Contains("الفجر", Named("نشرت صحيفة \"الفجر\" الخبر صباح اليوم.", "صحيفة \"الفجر\"").Variants);

    [Fact]
    public void A_description_joins_the_organisation_named_before_it() =>
        Assert.Contains("المرصد", Named("أعلن المرصد السوري لحقوق الإنسان الحصيلة، وأضاف المرصد أن العدد سيرتفع.", "المرصد السوري لحقوق الإنسان").Variants);

    [Fact]
    public void A_class_noun_is_no_name_of_the_body_named_before_it() =>
        Assert.DoesNotContain("اللجنة", Named("قالت اللجنة الوطنية للانتخابات إن الموعد قريب. وأضافت اللجنة أن القوائم جاهزة.", "اللجنة الوطنية للانتخابات").Variants);

    [Fact]
    public void A_class_noun_mentions_the_body_named_before_it() =>
        Assert.Equal(2, Named("قالت اللجنة الوطنية للانتخابات إن الموعد قريب. وأضافت اللجنة أن القوائم جاهزة.", "اللجنة الوطنية للانتخابات").Mentions.Count);

    [Theory]
    [InlineData("فاز فريق برشلونة أمس. وسجل برشلونة هدفين.", "فريق برشلونة", "برشلونة")]
    [InlineData("خسر نادي الوحدة أمس. وقال مدرب الوحدة إن التحكيم ظلمه.", "نادي الوحدة", "الوحدة")]
    [InlineData("تقدمت قوات المقاومة الشعبية في المدينة. وقالت المقاومة الشعبية إنها سيطرت عليها.", "قوات المقاومة الشعبية", "المقاومة الشعبية")]
    public void What_is_called_with_a_noun_and_without_it_is_one_name(string text, string with, string without) =>
        Assert.Equal(Named(text, with).Id, Named(text, without).Id);

    [Fact]
    public void A_last_name_in_another_spelling_is_the_same_person() =>
        Assert.Contains("فيرنانديز", Named("قال ماريو فرنانديز إن الخطة جاهزة. وأضاف فيرنانديز أنها كلفت كثيرا.", "ماريو فرنانديز").Variants);

    [Fact]
    public void A_name_that_leaves_words_out_joins_the_full_one() =>
        Assert.Contains("وزارة النقل البحري", Named("أصدرت وزارة النقل الدولي البحري بيانا. وقالت وزارة النقل البحري إن العمل بدأ.", "وزارة النقل الدولي البحري").Variants);

    [Fact]
    public void An_alias_joins_the_name_before_it() =>
        Assert.Contains("أبو عمر", Named("أعلنت الشرطة توقيف خالد حسين المكنى أبو عمر في بغداد.", "خالد حسين").Variants);

    [Fact]
    public void A_name_is_the_same_with_its_servant_written_together_or_apart() =>
        Assert.Single(Find("قال عبد الله الثاني أمس في عمان. وأضاف الملك عبدالله الثاني أن الأردن ملتزم."), name => name.Type == NameType.Person);

    [Fact]
    public void An_official_news_agency_is_no_news_agency_at_large() =>
        Assert.DoesNotContain("وكالة الأنباء", Named("ذكرت وكالة الأنباء الرسمية «سيغ» ذلك.", "وكالة الأنباء الرسمية").Variants);

    [Fact]
    public void A_body_of_a_governorate_is_the_same_without_the_noun() =>
        Assert.Equal(Named(Police, "شرطة محافظة أسيوط").Id, Named(Police, "شرطة أسيوط").Id);

    [Fact]
    public void A_father_is_not_his_son() =>
        Assert.Equal(2, Find("استقبل سلمان بن خالد بن سعود أمس والده خالد بن سعود في جدة.").Count(name => name.Type == NameType.Person));

    [Fact]
    public void A_fused_article_is_left_out_where_the_name_stands_without_it() =>
        Assert.Equal(["الأمم المتحدة"], Forms("قالت الأمم المتحدة ذلك. ودعا الوزير للأمم المتحدة بالتوفيق.", null));

    [Fact]
    public void A_country_of_a_long_name_is_not_called_by_every_part_of_it() =>
        Assert.Equal(["المملكة العربية السعودية"], Forms("زار الوفد المملكة العربية السعودية أمس.", null));

    [Fact]
    public void A_party_of_a_country_is_called_by_its_first_word() =>
        Assert.Contains("النداء", Named("يرأس حزب نداء تونس منذ عام. وقال إن النداء سيبقى.", "حزب نداء تونس").Variants);

    [Fact]
    public void What_the_title_calls_a_person_is_a_variant() =>
        Assert.Equal(["ماجد الجبالي", "الجبالي"], Forms("قال الوزير ماجد الجبالي إن الخطة جاهزة.", "الجبالي: الخطة جاهزة"));

    [Fact]
    public void Whom_only_the_title_names_is_no_name_of_the_article() =>
        Assert.Empty(NameFinder.Find(new Document("قال إن الخطة جاهزة."), "ماجد الجبالي: الخطة جاهزة").Names);

    private static IEnumerable<string> Forms(string text, string? title) =>
        NameFinder.Find(new Document(text), title).Names.SelectMany(name => name.Variants.Prepend(name.Canonical));

    private static IReadOnlyList<Name> Find(string text) => NameFinder.Find(new Document(text)).Names;

    private static Name Named(string text, string surface) =>
        Assert.Single(Find(text), name => name.Canonical == surface || name.Variants.Contains(surface));
}

using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Names;

public class NameFinderTests
{
    [Fact]
    public void A_last_name_stands_for_the_person_named_in_full()
    {
        var name = Named("قال جون كيري إن المحادثات مستمرة. وأضاف كيري أنه سيزور القاهرة.", "كيري");
        Assert.Equal("جون كيري", name.Canonical);
    }

    [Fact]
    public void Two_spellings_of_a_country_are_one_name()
    {
        var name = Named("وصل الوفد إلى كازاخستان أمس، وسيبقى في قازاخستان يومين.", "قازاخستان");
        Assert.Equal(["كازاخستان", "قازاخستان"], [name.Canonical, .. name.Variants]);
    }

    [Fact]
    public void Particles_are_no_part_of_a_name()
    {
        Assert.Equal("باريس", Named("سافر الوزير أمس إلى لندن وباريس.", "باريس").Canonical);
    }

    [Fact]
    public void A_force_with_an_adjective_of_nationality_is_an_organisation()
    {
        Assert.Equal(NameType.Organization, Named("أعلنت الشرطة الكندية توقيف مشتبه به.", "الشرطة الكندية").Type);
    }

    [Theory]
    [InlineData("وأفاد مراسل ياسمين أف أم بأن الحركة عادت.", "ياسمين أف أم")]
    [InlineData("أذنت محكمة الاستئناف بمحافظة أسيوط بالإفراج عنه.", "محكمة الاستئناف بمحافظة أسيوط")]
    [InlineData("أقرت لجنة الشؤون المالية بالبرلمان المغربي المشروع.", "لجنة الشؤون المالية بالبرلمان المغربي")]
    [InlineData("أصدر الديوان الوطني للسياحة بيانا أمس.", "الديوان الوطني للسياحة")]
    [InlineData("أعلنت حكومة البرازيل خطتها أمس.", "حكومة البرازيل")]
    [InlineData("اجتمعت لجنة الحقوق والحريات والعلاقات الخارجية صباح اليوم.", "لجنة الحقوق والحريات والعلاقات الخارجية")]
    [InlineData("بث راديو المنار 4 حوارا معه. وكانت قناة المنار 4.", "قناة المنار 4")]
    [InlineData("بدأ الديوان الوطني للتنظيف حملته.", "الديوان الوطني للتنظيف")]
    [InlineData("اختتم المنتخب المغربي لكرة السلة معسكره.", "المنتخب المغربي لكرة السلة")]
    [InlineData("أصدرت الهيئة السياسية لحزب العدالة بيانا.", "الهيئة السياسية لحزب العدالة")]
    [InlineData("دعمه البنك الإفريقي للتنمية وإعادة الإعمار.", "البنك الإفريقي للتنمية وإعادة الإعمار")]
    [InlineData("نشرت الخبر في موقعها بصحيفة الصدى.", "صحيفة الصدى")]
    [InlineData("قال مركز الملك سلمان للإغاثة إن الخيام وصلت.", "مركز الملك سلمان للإغاثة")]
    [InlineData("نقل الجريح إلى المستشفى الجامعي سامي الحداد أمس.", "المستشفى الجامعي سامي الحداد")]
    [InlineData("أعلنت الجمعية الخيرية وقوات الجيش اللبناني ذلك.", "قوات الجيش اللبناني")]
    [InlineData("دعت النقابة العامة للمهندسين والفنيين إلى الإضراب.", "النقابة العامة للمهندسين والفنيين")]
    [InlineData("وزع مركز الملك سلمان للإغاثة والأعمال الإنسانية الخيام.", "مركز الملك سلمان للإغاثة والأعمال الإنسانية")]
    [InlineData("أيدت اللجنة القانونية في البرلمان المغربي المشروع.", "اللجنة القانونية في البرلمان المغربي")]
    [InlineData("وأفاد مراسل ياسمين \"أف أم\" بأن الحركة عادت.", "ياسمين \"أف أم\"")]
    [InlineData("ونقلت وكالة «سيغما» الكورية الجنوبية للأنباء الخبر.", "وكالة «سيغما» الكورية الجنوبية للأنباء")]
    [InlineData("قال مدير إدارة مكافحة المخدرات في البلدة ذلك.", "إدارة مكافحة المخدرات")]
    [InlineData("وزعت مؤسسة خادم الحرمين الشريفين الملك خالد الخيرية السلال.", "مؤسسة خادم الحرمين الشريفين الملك خالد الخيرية")]
    [InlineData("باشرت الإدارة العامة للدفاع المدني الحادث.", "الإدارة العامة للدفاع المدني")]
    [InlineData("أصدرت الهيئة الوطنية للبحوث والتجارب والابتكارات بيانا.", "الهيئة الوطنية للبحوث والتجارب والابتكارات")]
    [InlineData("وفق موقع هيئة الأوراق المالية اليوم.", "هيئة الأوراق المالية")]
    public void An_organisation_is_named_to_its_last_word(string text, string surface)
    {
        Assert.Equal(NameType.Organization, Named(text, surface).Type);
    }

    [Theory]
    [InlineData("اجتمعت لجنة الحقوق في مجلس النواب الأردني أمس.", "لجنة الحقوق", "مجلس النواب الأردني")]
    [InlineData("قضت محكمة الاستئناف بمحافظة أسيوط بذلك.", "محكمة الاستئناف", "أسيوط")]
    [InlineData("أصدرت الكتلة النيابية لحزب العدالة بيانا.", "الكتلة النيابية لحزب العدالة", "حزب العدالة")]
    [InlineData("باشرت فرقة الدفاع المدني بمحافظة الطائف الحادث.", "فرقة الدفاع المدني", "الطائف")]
    [InlineData("نقل المصابون إلى المستشفى المحلي بالقيروان أمس.", "المستشفى المحلي", "القيروان")]
    [InlineData("تخرج في كلية الفنون الجميلة بجامعة أسيوط عام 2010.", "كلية الفنون الجميلة", "جامعة أسيوط")]
    [InlineData("أعلنت إدارة الجوازات بالرياض ذلك أمس.", "إدارة الجوازات", "الرياض")]
    public void A_body_with_its_seat_is_also_named_without_it_and_the_seat_is_a_name(string text, string body, string seat)
    {
        Assert.Equal(NameType.Organization, Named(text, body).Type);
        Assert.NotSame(Named(text, body), Named(text, seat));
    }

    [Theory]
    [InlineData("أعلن الخبر أمس لسعد الجبالي في تونس.", "لسعد الجبالي")]
    [InlineData("لجين الحربي – جدة\nافتتح المعرض أمس.", "لجين الحربي")]
    [InlineData("وصل عبدربه منصور هادي إلى عدن.", "عبدربه منصور هادي")]
    [InlineData("حضر علي عبدالله صالح الحفل.", "علي عبدالله صالح")]
    [InlineData("التقى الوزير الدكتور مساعد بن محمد الفايز أمس.", "مساعد بن محمد الفايز")]
    public void A_given_name_keeps_its_first_letter_and_its_place(string text, string person)
    {
        Assert.Equal(NameType.Person, Named(text, person).Type);
    }

    [Fact]
    public void A_quarter_named_after_a_person_is_a_place()
    {
        Assert.Equal(NameType.Location, Named("وقع الحادث في حي الأمير سلطان مساء أمس.", "الأمير سلطان").Type);
    }

    [Theory]
    [InlineData("عكاظ- جدة: أعلنت الأمانة موعد الحفل.", "عكاظ")]
    [InlineData("وقال الأحمد لـ«الشرق الأوسط» إن الوضع مستقر.", "الشرق الأوسط")]
    public void A_newspaper_of_an_ordinary_name_is_named_in_a_byline_or_in_quotation_marks(string text, string outlet)
    {
        Assert.Equal(NameType.Organization, Named(text, outlet).Type);
    }

    [Fact]
    public void A_party_that_is_only_new_has_no_name()
    {
        Assert.Empty(Find("أعلنوا أمس عن تأسيس حزب جديد.").Names);
    }

    [Fact]
    public void A_town_in_the_name_of_its_club_is_a_name_too()
    {
        Assert.Equal(NameType.Location, Named("فازت جمعية بنزرت على ضيفها أمس.", "بنزرت").Type);
    }

    [Fact]
    public void A_point_of_the_compass_is_no_place()
    {
        Assert.DoesNotContain(Find("وقع الانفجار في جنوب شرق تركيا أمس.").Names, name => name.Canonical == "جنوب شرق");
    }

    [Fact]
    public void An_adjective_of_a_country_behind_a_definite_noun_is_no_place()
    {
        Assert.DoesNotContain(Find("اشتكى اللاعبون من الأندية السعودية أمس.").Names, name => name.Type == NameType.Location);
    }

    [Fact]
    public void A_place_of_several_words_is_known_by_the_list_of_places()
    {
        Assert.Equal(NameType.Location, Named("عثر عليه في منزله بدار شعبان صباح اليوم.", "دار شعبان").Type);
    }

    [Theory]
    [InlineData("وقال قاسم توكاييف إن الأمر انتهى. وطلب توكاييف مساعدة عاجلة.", "توكاييف مساعدة")]
    [InlineData("أعلنت وزارة الصحة أمس وفاة 12 شخصا.", "الصحة")]
    public void A_word_that_news_never_names_anything_by_is_no_part_of_a_name(string text, string surface)
    {
        Assert.DoesNotContain(Find(text).Names, name => name.Canonical == surface || name.Variants.Contains(surface));
    }

    [Fact]
    public void A_person_may_be_called_as_a_place_is()
    {
        Assert.Equal(NameType.Person, Named("وقال الرئيس السابق نور سلطان نزارباييف إنه باق في البلاد.", "نور سلطان نزارباييف").Type);
    }

    [Theory]
    [InlineData("هبطت الطائرة في مطار \"هيثرو\" بلندن أمس.", "مطار \"هيثرو\"")]
    [InlineData("تباطأ النمو في منطقة اليورو هذا العام.", "منطقة اليورو")]
    [InlineData("غادر الوفد سلطنة عمان أمس.", "سلطنة عمان")]
    public void A_place_keeps_the_noun_that_is_part_of_its_name(string text, string place)
    {
        Assert.Equal(NameType.Location, Named(text, place).Type);
    }

    [Theory]
    [InlineData("هبطت الطائرة في مطار هيثرو الدولي أمس.", "مطار هيثرو الدولي", "مطار هيثرو")]
    [InlineData("نقلوا إلى السجن المركزي في صنعاء أمس.", "السجن المركزي في صنعاء", "السجن المركزي")]
    [InlineData("هبطت الطائرة في مطار الملك خالد الدولي بالرياض أمس.", "مطار الملك خالد الدولي بالرياض", "مطار الملك خالد")]
    public void A_building_is_named_with_its_kind_and_town_and_without_them(string text, string full, string bare)
    {
        Assert.Equal(NameType.Location, Named(text, full).Type);
        Assert.Equal(Named(text, full).Id, Named(text, bare).Id);
    }

    [Fact]
    public void The_town_of_an_airport_is_a_name_too()
    {
        Assert.Equal(NameType.Location, Named("أغلق مطار بنغازي أمام الملاحة أمس.", "بنغازي").Type);
    }

    [Fact]
    public void The_title_of_a_film_is_no_organisation_whatever_kind_of_film_it_is()
    {
        Assert.DoesNotContain(Find("تصدر فيلم الحركة والخيال العلمي الجديد «مايكروسوفت لاند» القائمة.").Names, name => name.Canonical.Contains("لاند", StringComparison.Ordinal));
    }

    [Fact]
    public void He_called_is_no_club()
    {
        Assert.Empty(Find("وقف في الساحة وقد نادى المتظاهرين واحدا واحدا.").Names);
    }

    [Fact]
    public void A_governorate_is_named_without_its_noun()
    {
        Assert.Equal(NameType.Location, Named("وصل الوزير في زيارة إلى ولاية القيروان صباح أمس.", "القيروان").Type);
    }

    [Fact]
    public void A_canal_is_no_channel()
    {
        Assert.Equal(NameType.Location, Named("عبرت السفن قناة السويس أمس.", "قناة السويس").Type);
    }

    [Fact]
    public void A_force_alone_is_no_name()
    {
        Assert.Empty(Find("أعلنت الشرطة توقيف مشتبه به.").Names);
    }

    [Fact]
    public void A_ministry_is_named_with_what_it_is_for()
    {
        Assert.Equal(NameType.Organization, Named("ذكرت وزارة الصحة في بيان أن الوضع مستقر.", "وزارة الصحة").Type);
    }

    private static Name Named(string text, string surface) =>
        Assert.Single(Find(text).Names, name => name.Canonical == surface || name.Variants.Contains(surface));

    private static ArticleNames Find(string text) => NameFinder.Find(new Document(text));
}

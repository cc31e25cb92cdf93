using System.Globalization;
using Marsad.Language.Figures;
using Marsad.Language.Times;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Figures;

public sealed class FigureFinderTests
{
    private static readonly DateOnly Published = new(2022, 1, 8);

    [Theory]
    [InlineData("وصل إلى المدينة ألفان وخمسمئة جندي.", "2500 exact forces")]
    [InlineData("أعلنت الوزارة مقتل 18 شرطيا وإصابة 748 آخرين.", "18 exact killed; 748 exact injured")]
    [InlineData("واعتقلت الشرطة نحو 3 آلاف شخص في ألماتي.", "3000 about detained")]
    [InlineData("تظاهر أكثر من خمسة آلاف شخص في الساحة.", "5000 more_than participants")]
    [InlineData("قتل 12 شخصا على الأقل في الاشتباكات.", "12 at_least killed")]
    [InlineData("أصيب ما لا يقل عن 40 مدنيا بجروح.", "40 at_least injured")]
    [InlineData("لقي سبعة عمال مصرعهم في انهيار منجم.", "7 exact killed")]
    [InlineData("اعتقلت السلطات ما بين 50 و60 متظاهرا.", "50-60 range detained")]
    [InlineData("وصل من 200 إلى 300 لاجئ إلى الميناء.", "200-300 range displaced")]
    [InlineData("بلغت الخسائر 3 إلى 5 ملايين دولار.", "3000000-5000000 range money")]
    [InlineData("ارتفعت الأسعار بنسبة 12,5 في المئة.", "12.5 exact percent")]
    [InlineData("صوت 40% من الناخبين.", "40 exact percent")]
    [InlineData("خصصت الحكومة مليار ونصف المليار دولار.", "1500000000 exact money")]
    [InlineData("فتح مسلحان النار على الدورية.", "2 exact other")]
    [InlineData("أحرق المحتجون سيارتين أمام المبنى.", "2 exact items")]
    [InlineData("أسقط الجيش ثلاث طائرات مسيرة.", "3 exact items")]
    [InlineData("اجتمعت الدول الخمس في العاصمة.", "5 exact other")]
    [InlineData("حكم عليه في القضايا الأربع الأخرى.", "4 exact other")]
    [InlineData("سقط 66 قتيلا وجريحا في القصف.", "66 exact casualties")]
    [InlineData("فقد تسعة بحارة بعد غرق السفينة.", "9 exact missing")]
    [InlineData("نال المرشح 300 صوت.", "300 exact votes")]
    [InlineData("ويضم المخيم أقل من ألف نازح.", "1000 less_than displaced")]
    [InlineData("دفع غرامة قدرها $200 أمس.", "200 exact money")]
    [InlineData("يتنافس في السباق أكثر من 80 فارسا.", "80 more_than participants")]
    [InlineData("أنقذت الفرق 12 عالقا في السيل.", "12 exact other")]
    [InlineData("قتل 15 مصليا في التفجير.", "15 exact killed")]
    [InlineData("قالت الوزارة إن 18 من عناصر الشرطة قتلوا، وإن 748 أصيبوا.", "18 exact killed; 748 exact injured")]
    [InlineData("قالت الوزارة إن ثمانية من أعوان الأمن قتلوا وأن 317 أصيبوا بجروح.", "8 exact killed; 317 exact injured")]
    [InlineData("تجاوز عدد القتلى 300 شخص.", "300 more_than killed")]
    [InlineData("ويزيد عدد اللاجئين فيها على 5000 لاجئ.", "5000 more_than displaced")]
    [InlineData("ولا تتجاوز قيمة الصفقة 7 ملايين دولار.", "7000000 at_most money")]
    [InlineData("صدرت البلاد «6.9» مليون برميل.", "6900000 exact items")]
    [InlineData("حضر اللقاء (15) شخصا.", "15 exact participants")]
    [InlineData("تضررت 12 قرية من أصل 40.", "12 exact other; 40 exact other")]
    [InlineData("أرسلت البلدية سيارتي إسعاف.", "2 exact items")]
    [InlineData("دفن في المقبرة 90 شخصا.", "90 exact killed")]
    [InlineData("غرق مركب وراح ضحيته 9 بحارة.", "9 exact killed")]
    [InlineData("شارك 150 شخصا أو أكثر.", "150 at_least participants")]
    [InlineData("بلغ العدد ما مجموعه 5275 ترشيحا.", "5275 exact items")]
    [InlineData("نشرت 3 آلاف جندي دربوا للمشاركة في المعارك بينهم 500 جندي.", "3000 exact forces; 500 exact forces")]
    [InlineData("اجتمع رؤساء المراكز الـ45 في المدينة.", "45 exact other")]
    [InlineData("عاد مع أبنائه الثلاثة.", "3 exact other")]
    [InlineData("تتراوح أعدادهم بين 400 و500.", "400-500 range other")]
    [InlineData("سجلت المنطقة 135 حالة وفاة.", "135 exact killed")]
    [InlineData("قال الطبيب إن ثمانية قتلوا.", "8 exact killed")]
    [InlineData("زادت الوظائف 215 ألفا الشهر الماضي.", "215000 exact other")]
    [InlineData("نظرت المحكمة في 30 دعوى.", "30 exact items")]
    [InlineData("نفذ الهجوم انتحاريين اثنين.", "2 exact other")]
    [InlineData("ينتج الحقل 5 ملايين متر مكعب.", "5000000 exact items")]
    [InlineData("جاءت المدينة أولا بواقع 82.", "82 exact other")]
    [InlineData("تراجعت المبيعات بنسبة 10% إلى 6.5 مليار دولار.", "10 exact percent; 6500000000 exact money")]
    [InlineData("ارتفعت النسبة من 10% إلى 20%.", "10-20 range percent")]
    [InlineData("يعمل هناك بين 60 ألف و90 ألف عامل.", "60000-90000 range other")]
    [InlineData("أعلن استشهاد عشرة من الحراس إضافة إلى ثلاثة من العمال.", "10 exact killed; 3 exact killed")]
    [InlineData("تعاونت أربع حكومات في المشروع.", "4 exact other")]
    public void A_figure_has_its_value_bound_and_category(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("أصدر المجلس القرار 2216 بشأن اليمن.")]
    [InlineData("استمر الحصار ثلاثة أشهر وخمسة أيام.")]
    [InlineData("يبلغ الشاب من العمر 36 عاما.")]
    [InlineData("تقع القرية على بعد 20 كيلومترا من الحدود.")]
    [InlineData("فاز الفريق 3-1 في المباراة.")]
    [InlineData("للاتصال على الرقم 0501234567 مباشرة.")]
    [InlineData("وصل مئات اللاجئين وعشرات الجرحى وآلاف الزوار.")]
    [InlineData("حل في المرتبة الخامسة والعشرين.")]
    [InlineData("عملا بأحكام الفصلين 89 و98 من الدستور.")]
    [InlineData("فاز بتسعة أهداف مقابل ثلاثة أهداف.")]
    [InlineData("تراجعت المبيعات في الأشهر الثلاثة الأخيرة.")]
    [InlineData("عقد الاجتماع يوم 5 يناير 2022.")]
    [InlineData("أقلعت مقاتلات إف-16 من القاعدة.")]
    [InlineData("قال أحد السكان إنه رأى رجلا واحدا.")]
    [InlineData("حركة طالبان تسيطر على كابول.")]
    [InlineData("تصدر الفريق المجموعة برصيد ثلاث نقاط.")]
    [InlineData("ارتفعت الأسعار ثلاثة أضعاف.")]
    [InlineData("يلتقي الفريقان في دور الـ32 من المسابقة.")]
    [InlineData("نظرت إلى سيارتي التي تعطلت.")]
    [InlineData("سكب كمية من الوقود.")]
    [InlineData("عاد المهرجان في دورته الثلاثين بعرض للموسيقى.")]
    [InlineData("أحيا الأهالي الذكرى 17 لوفاة الشاعر.")]
    [InlineData("أحيا الأهالي الذكرى الـ70 للمعركة.")]
    [InlineData("انضم إلى الجمعية محامين ومتقاعدين.")]
    [InlineData("ونجا بحارة آخرين.")]
    [InlineData("حل اللاعب في المركز 25 عالميا.")]
    public void Numbers_that_count_nothing_of_interest_are_left_out(string text) => Assert.Equal("", Shown(text));

    [Fact]
    public void A_figure_says_what_it_counts()
    {
        const string text = "قال إن إجمالي عدد قوات حفظ السلام سيبلغ حوالي 2500 في البلاد.";
        var figure = Assert.Single(Find(text));
        Assert.Equal((FigureCategory.Forces, Bound.About, 2500m), (figure.Category, figure.Bound, figure.Low));
    }

    [Theory]
    [InlineData("أعلنت الوزارة مقتل 18 من عناصر الشرطة والحرس الوطني أمس.", "عناصر الشرطة والحرس الوطني")]
    [InlineData("سقط 26 قتيلا من المهاجمين في الليل.", "قتيلا من المهاجمين")]
    [InlineData("أصيب ثلاثة رجال أمن في الاشتباكات.", "رجال أمن")]
    [InlineData("قتل 12 شخصا الثلاثاء في القصف.", "شخصا")]
    [InlineData("قتل أربعة ضباط الأحد في الكمين.", "ضباط")]
    [InlineData("أعلنت الشرطة مقتل 26 \"مجرما مسلحا\" في العملية.", "مجرما مسلحا")]
    [InlineData("أعلنت الشرطة مقتل 26 ممن سمتهم «مجرمين مسلحين» في العملية.", "مجرمين مسلحين")]
    [InlineData("أعلنت الوزارة مقتل 18 شرطيا وإصابة 748 آخرين.", "شرطيا; شرطيا")]
    [InlineData("قتل 18 من رجال الأمن وجرح 70.", "رجال الأمن; رجال الأمن")]
    public void What_is_counted_is_said_in_full(string text, string of) => Assert.Equal(of, string.Join("; ", Find(text).Select(figure => figure.Of)));

    [Fact]
    public void The_span_covers_the_number_and_its_noun()
    {
        const string text = "وأحرقت بـ27 مركزا حيويا في البلاد.";
        Assert.Equal("27 مركزا حيويا", Assert.Single(Find(text)).Span.In(text));
    }

    private static IReadOnlyList<Figure> Find(string text)
    {
        var document = new Document(text);
        return FigureFinder.Find(document, TimeFinder.Find(document, Published));
    }

    private static string Shown(string text) => string.Join("; ", Find(text).Select(figure =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Low}{(figure.High == figure.Low ? "" : $"-{figure.High}")} {Name(figure.Bound)} {Name(figure.Category)}")));

    private static string Name(Enum value) => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}

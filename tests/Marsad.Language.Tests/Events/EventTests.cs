namespace Marsad.Language.Tests.Events;

/// <summary>Sentences of our own; what the two watches of the first release ask for.</summary>
public sealed class EventTests
{
    [Theory]
    [InlineData("اعتقلت الشرطة ثلاثة صحفيين في العاصمة.", "COERCE", "arrest", "اعتقلت")]
    [InlineData("قتل 30 متظاهرا برصاص قوات الأمن.", "ASSAULT", null, "قتل")]
    [InlineData("اقتحم مسلحون مبنى الإذاعة.", "COERCE", "seize", "اقتحم")]
    [InlineData("استولى الجيش على مقر الحكومة.", "COERCE", "seize", "استولى")]
    [InlineData("قطعت السلطات الإنترنت عن المدينة.", "COERCE", "censor", "قطعت")]
    [InlineData("فرضت الحكومة حظر التجول.", "COERCE", "curfew", "فرضت")]
    [InlineData("وقالت المنظمة إن تعذيب المعتقلين مستمر.", "ASSAULT", "torture", "تعذيب")]
    [InlineData("فرقت الشرطة المتظاهرين بالقوة.", "ASSAULT", "crowd-control", "فرقت")]
    public void An_act_is_coded_with_its_type_and_mode(string text, string type, string? mode, string anchor)
    {
        var found = Assert.Single(Read(text));
        Assert.Equal((type, mode, anchor), (found.Type, found.Mode, found.Anchor.In(text)));
    }

    [Fact]
    public void The_subject_does_it_to_the_object()
    {
        var found = Assert.Single(Read("اعتقلت الشرطة ثلاثة صحفيين."));
        Assert.Equal(("الشرطة", "ثلاثة صحفيين"), (found.Actor, found.Recipient));
    }

    [Fact]
    public void A_passive_has_its_agent_behind_it()
    {
        var found = Assert.Single(Read("قتل 30 متظاهرا على يد قوات الأمن."));
        Assert.Equal("قوات الأمن", found.Actor);
    }

    [Fact]
    public void What_is_called_for_has_not_happened() =>
        Assert.Equal(EventStatus.CalledFor, Assert.Single(Read("دعا القائد إلى اعتقال الوزير.")).Status);

    [Fact]
    public void What_somebody_says_happened_is_a_claim_with_its_statement()
    {
        var record = ArabicAnalyzer.Read(new ArticleText("قالت المنظمة إن الشرطة اعتقلت ثلاثة صحفيين."));
        var found = Assert.Single(record.Events);
        Assert.Equal((EventStatus.Claimed, record.Statements[0].Id), (found.Status, found.Statement));
    }

    [Theory]
    [InlineData("قطع الفريق مسافة طويلة.")]
    [InlineData("فرض المدرب أسلوبه على اللاعبين.")]
    public void A_verb_is_an_act_only_with_the_object_that_makes_it_one(string text) => Assert.Empty(Read(text));

    private static IReadOnlyList<Event> Read(string text) => ArabicAnalyzer.Read(new ArticleText(text)).Events;
}

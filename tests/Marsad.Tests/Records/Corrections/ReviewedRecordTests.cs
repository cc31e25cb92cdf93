using System.Text;
using Marsad.Language;
using Marsad.Language.Text;
using Marsad.Reading;
using Marsad.Records;
using Marsad.Records.Corrections;

namespace Marsad.Tests.Records.Corrections;

public class ReviewedRecordTests
{
    private const string Text = "قال الوزير سامي النجار إن القوات ستبقى في المدينة. وقُتل 12 شخصا يوم الثلاثاء.";
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    [Fact]
    public void A_record_that_nobody_decided_on_is_the_machine_s() => Assert.Equal(RecordJson.Write(Machine(Text)), RecordJson.Write(ReviewedRecord.Of(Machine(Text), []).Holds));

    [Fact]
    public void A_correction_sets_the_fields_of_its_item()
    {
        var reviewed = ReviewedRecord.Of(Machine(Text), [OnFigure(Decision.Corrected, ("low", "13"), ("high", "13"))]);
        Assert.Equal(13, reviewed.Holds.Record.Figures.Single().Low);
        Assert.Equal(Decision.Corrected, reviewed.Reviews["f1"].Decision);
    }

    [Fact]
    public void A_rejected_item_is_shown_but_does_not_hold()
    {
        var reviewed = ReviewedRecord.Of(Machine(Text), [OnFigure(Decision.Rejected)]);
        Assert.Empty(reviewed.Holds.Record.Figures);
        Assert.Single(reviewed.Shown.Record.Figures);
    }

    [Fact]
    public void Nothing_points_to_a_rejected_name()
    {
        var name = new Correction(1, ItemKind.Name, Decision.Rejected, 11, "سامي النجار", new Dictionary<string, string?> { ["name"] = "سامي النجار", ["type"] = "PER" }, "هدى", At);
        Assert.Null(ReviewedRecord.Of(Machine(Text), [name]).Holds.Record.Statements.Single().SpeakerName);
    }

    [Fact]
    public void Of_two_decisions_on_one_item_the_later_holds()
    {
        var reviewed = ReviewedRecord.Of(Machine(Text), [OnFigure(Decision.Rejected), OnFigure(Decision.Confirmed) with { Id = 2 }]);
        Assert.Equal((2, Decision.Confirmed), (reviewed.Reviews["f1"].Correction, reviewed.Reviews["f1"].Decision));
        Assert.Single(reviewed.Holds.Record.Figures);
    }

    [Theory]
    [InlineData("خبر سابق. " + Text)]
    [InlineData("قال الوزير إن 12 شخصا نجوا. " + Text)]
    public void A_decision_follows_its_words_in_an_edited_text(string text)
    {
        var machine = Machine(text);
        Assert.Contains(ReviewedRecord.Of(machine, [OnFigure(Decision.Corrected, ("category", "injured"))]).Holds.Record.Figures, f => f.Category == FigureCategory.Injured);
    }

    [Fact]
    public void A_decision_whose_words_are_gone_is_kept_adrift()
    {
        const string Other = "لا أرقام في هذا النص.";
        var machine = new ArticleRecord("a", new Article(Other), new Record([], [], [], [], [], [], "2"));
        Assert.Single(ReviewedRecord.Of(machine, [OnFigure(Decision.Confirmed)]).Adrift);
    }

    [Fact]
    public void What_a_person_confirmed_stays_when_a_newer_analyzer_does_not_find_it()
    {
        var newer = Machine(Text) with { Record = Machine(Text).Record with { Statements = [], Figures = [] } };
        var reviewed = ReviewedRecord.Of(newer, [OnStatement(Decision.Confirmed), OnFigure(Decision.Confirmed)]);
        var statement = reviewed.Holds.Record.Statements.Single();
        Assert.Equal(("القوات ستبقى في المدينة", "قال", "سامي النجار"), (statement.Content.In(Text), statement.Cue.In(Text), statement.Speaker));
        Assert.Equal(12, reviewed.Holds.Record.Figures.Single().Low);
    }

    [Fact]
    public void A_decision_holds_for_a_content_whose_border_a_newer_analyzer_draws_elsewhere()
    {
        var machine = Machine(Text);
        var shifted = machine with { Record = machine.Record with { Statements = [machine.Record.Statements[0] with { Content = At1("إن القوات ستبقى في المدينة") }] } };
        Assert.Empty(ReviewedRecord.Of(shifted, [OnStatement(Decision.Rejected)]).Holds.Record.Statements);
    }

    [Fact]
    public void The_data_contract_says_what_was_decided()
    {
        var json = Encoding.UTF8.GetString(RecordJson.Write(ReviewedRecord.Of(Machine(Text), [OnFigure(Decision.Confirmed), OnStatement(Decision.Rejected)])));
        Assert.Contains("\"review\":\"confirmed\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"id\":\"s1\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("low", "كثير")]
    [InlineData("high", "")]
    [InlineData("bound", "roughly")]
    [InlineData("high", "3")]
    public void A_field_that_cannot_be_so_is_named(string field, string value)
    {
        var fields = new Dictionary<string, string?>(OnFigure(Decision.Corrected).Fields) { [field] = value.Length == 0 ? null : value };
        Assert.Equal(field, ItemFields.Fault(ItemKind.Figure, fields));
    }

    [Fact]
    public void Numbers_may_be_written_in_either_script() =>
        Assert.Null(ItemFields.Fault(ItemKind.Figure, new Dictionary<string, string?>(OnFigure(Decision.Corrected).Fields) { ["low"] = "١١", ["high"] = "١٢" }));

    private static Correction OnFigure(Decision decision, params (string Field, string Value)[] changed)
    {
        var fields = new Dictionary<string, string?> { ["low"] = "12", ["high"] = "12", ["bound"] = "exact", ["category"] = "killed", ["of"] = "شخصا" };
        foreach (var (field, value) in changed) fields[field] = value;
        return new Correction(1, ItemKind.Figure, decision, Text.IndexOf("12", StringComparison.Ordinal), "12 شخصا", fields, "هدى", At);
    }

    private static Correction OnStatement(Decision decision) => new(
        3, ItemKind.Statement, decision, Text.IndexOf("القوات", StringComparison.Ordinal), "القوات ستبقى في المدينة",
        new Dictionary<string, string?> { ["speaker"] = "سامي النجار", ["role"] = "الوزير", ["kind"] = "indirect", ["type"] = "assert", ["cue"] = "قال" }, "هدى", At);

    private static Span At1(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);

    private static ArticleRecord Machine(string text)
    {
        Span In(string words) => new(text.LastIndexOf(words, StringComparison.Ordinal), text.LastIndexOf(words, StringComparison.Ordinal) + words.Length);
        return new ArticleRecord("a", new Article(text), new Record(
            [new Name("n1", NameType.Person, "سامي النجار", [], [In("سامي النجار")])],
            [new Statement("s1", In("قال"), In("القوات ستبقى في المدينة"), "سامي النجار", "n1", In("سامي النجار"), "الوزير", null, null, StatementKind.Indirect, StatementType.Assert, null, 0.7)],
            [new Figure("f1", In("12 شخصا"), 12, 12, Bound.Exact, FigureCategory.Killed, "شخصا", null)],
            [new TimeExpression(In("يوم الثلاثاء"), "2022-01-04")], [], [], "1"));
    }
}

using System.Text;
using System.Text.Json;
using Marsad.Language;
using Marsad.Language.Text;
using Marsad.Reading;
using Marsad.Records;

namespace Marsad.Tests.Records;

public sealed class RecordJsonTests
{
    // The face is one code point and two UTF-16 units, so every offset after it differs between the two counts.
    private const string Text = "😀 قال الوزير إن 12 شخصا قتلوا اليوم";

    private static readonly ArticleRecord Full = new(
        "a1",
        new Article(Text, "عنوان", "كاتب", new PublicationTime(new DateOnly(2022, 1, 6)), Url: "https://a.example/1", Outlet: "أ", Language: "ar")
        {
            Agencies = ["رويترز"],
            Leads = [new Lead("خبر آخر", "https://a.example/2")],
        },
        new Record(
            [new Name("n1", NameType.Person, "الوزير", ["وزير"], [Span("الوزير")])],
            [new Statement("s1", Span("قال"), Span("12 شخصا قتلوا اليوم"), "الوزير", "n1", Span("الوزير"), null, null, null, StatementKind.Indirect, StatementType.Assert, null, 0.9)],
            [new Figure("f1", Span("12 شخصا"), 12, 12, Bound.AtLeast, FigureCategory.Killed, "شخصا", "s1")],
            [new TimeExpression(Span("اليوم"), "2022-01-06")],
            [new Place("n1", 43.25, 76.95, "KZ", 0.5)],
            [new Event("e1", "ASSAULT", null, ["military"], Span("قتلوا"), null, null, "12 شخصا", null, "2022-01-06", EventStatus.Claimed, "s1", ["f1"], 0.8)],
            "0.1.0+ar.1"));

    [Fact]
    public void Offsets_that_go_out_count_code_points()
    {
        using var json = JsonDocument.Parse(RecordJson.Write(Full));
        var content = json.RootElement.GetProperty("statements")[0].GetProperty("content");
        var points = Text.EnumerateRunes().ToArray();
        var words = string.Concat(points[content.GetProperty("start").GetInt32()..content.GetProperty("end").GetInt32()].Select(rune => rune.ToString()));
        Assert.Equal("12 شخصا قتلوا اليوم", words);
    }

    [Fact]
    public void What_was_written_reads_back_the_same()
    {
        var json = RecordJson.Write(Full);
        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(RecordJson.Write(RecordJson.Read(json))));
        Assert.Equal(Full.Record.Statements, RecordJson.Read(json).Record.Statements);
    }

    [Fact]
    public void Closed_lists_go_out_in_the_contracts_words()
    {
        var json = Encoding.UTF8.GetString(RecordJson.Write(Full));
        Assert.Contains("\"bound\":\"at_least\",\"category\":\"killed\"", json, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"PER\"", json, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"claimed\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_is_absent_and_never_empty()
    {
        var bare = new ArticleRecord("b", new Article("نص"), new Record([], [], [], [], [], [], "v"));
        Assert.Equal("""{"id":"b","text":"نص","names":[],"statements":[],"figures":[],"times":[],"places":[],"events":[],"analyzer":"v"}""", Encoding.UTF8.GetString(RecordJson.Write(bare)));
    }

    [Fact]
    public void A_word_outside_the_contract_is_refused_by_name()
    {
        var json = Encoding.UTF8.GetString(RecordJson.Write(Full)).Replace("at_least", "perhaps", StringComparison.Ordinal);
        var error = Assert.Throws<FormatException>(() => RecordJson.Read(Encoding.UTF8.GetBytes(json)));
        Assert.Contains("perhaps", error.Message, StringComparison.Ordinal);
    }

    private static Span Span(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new Span(start, start + words.Length);
    }
}

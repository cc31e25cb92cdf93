using System.Text.Json.Nodes;
using Marsad.Eval.Gold;

namespace Marsad.Eval.Tests.Gold;

public sealed class PackingTests
{
    private const string Text = "قال الوزير أمس إن الوزير 😀 وصل أمس مع 5 جنود.";
    private const string Title = "زيارة سالم";

    [Fact]
    public void What_was_packed_is_given_back()
    {
        var gold = Join(Packed("""
            {"statements":[{"cue":"قال","content":"الوزير 😀 وصل أمس مع 5 جنود","speaker_text":"الوزير","speaker":"سالم","kind":"indirect","type":"assert"}],
             "figures":[{"text":"5 جنود","value":5,"bound":"exact","category":"forces"}],
             "times":[{"text":"أمس","text_n":1,"value":"2022-01-05"}],
             "names":[{"type":"PER","canonical":"سالم","variants":["الوزير"]}],"events":[]}
            """, out var faults));
        Assert.Empty(faults);
        var statement = Assert.Single(gold.Statements);
        Assert.Equal(("سالم", "الوزير"), (statement.Speaker, statement.SpeakerText));
        Assert.Equal("الوزير 😀 وصل أمس مع 5 جنود", statement.Content!.Value.In(Text));
        Assert.Equal("5 جنود", Assert.Single(gold.Figures).Text!.Value.In(Text));
        Assert.Equal(Text.LastIndexOf("أمس", StringComparison.Ordinal) - 1, Assert.Single(gold.Times).Text!.Value.Start);
        Assert.Equal("سالم", Assert.Single(gold.Names).Canonical);
    }

    [Theory]
    [InlineData("""{"times":[{"text":"غدا","value":"2022-01-07"}]}""", "times[0].text")]
    [InlineData("""{"times":[{"text":"أمس","text_n":2,"value":"2022-01-07"}]}""", "times[0].text")]
    [InlineData("""{"figures":[{"text":"5 جنود","value":5,"bound":"exact","category":"soldiers"}]}""", "figures[0].category")]
    [InlineData("""{"statements":[{"cue":"قال","kind":"indirect","type":"assert"}]}""", "statements[0].content")]
    public void What_the_guide_does_not_allow_is_refused_with_its_place(string guide, string place)
    {
        Packed(guide, out var faults);
        Assert.StartsWith(place, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Offsets_never_point_into_a_changed_text()
    {
        var packed = Packed("{}", out _);
        var changed = new Dictionary<string, JsonObject> { ["a"] = new() { ["id"] = "a", ["text"] = Text + " " } };
        Assert.Throws<InvalidDataException>(() => PackedGold.Join(packed, changed));
    }

    [Fact]
    public void No_word_of_the_text_is_kept() =>
        Assert.DoesNotContain(Packed("""{"times":[{"text":"أمس","value":"2022-01-05"}]}""", out _).ToJsonString(), c => c > '\u007F');

    private static JsonObject Packed(string guide, out IReadOnlyList<string> faults)
    {
        var packing = new Packing(Text, Title);
        var packed = packing.Pack(JsonNode.Parse(guide)!.AsObject(), "a", "antcorpus", "2022-01-06");
        faults = packing.Faults;
        return packed;
    }

    private static GoldArticle Join(JsonObject packed) =>
        PackedGold.Join(packed, new Dictionary<string, JsonObject> { ["a"] = new() { ["id"] = "a", ["text"] = Text, ["title"] = Title } });
}

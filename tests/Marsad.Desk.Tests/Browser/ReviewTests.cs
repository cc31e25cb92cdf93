namespace Marsad.Desk.Tests.Browser;

/// <summary>A person decides on items of a record in a real browser. The desk is this class's own, since deciding changes it.</summary>
public sealed class ReviewTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_statement_is_confirmed_and_undone_with_one_click(bool javaScript)
    {
        await using var visit = await browsing.Open("/ar/articles/1", javaScript);
        await visit.Page.FillAsync("#who", "هدى");
        await visit.Page.ClickAsync("#note-s1 button[name=confirm]");
        Assert.Contains("هدى", await visit.Page.Locator("#note-s1.confirmed .said").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("هدى", await visit.Page.InputValueAsync("#who"));
        await visit.Page.ClickAsync("#note-s1 button[name=undo]");
        Assert.Equal(1, await visit.Page.Locator("#note-s1 button[name=confirm]").CountAsync());
        Assert.NotEqual(0, await visit.Page.Locator("#decisions .undone").CountAsync());
    }

    [Fact]
    public async Task Nobody_decides_without_a_name()
    {
        await using var visit = await browsing.Open("/ar/articles/6");
        await visit.Page.ClickAsync("#note-s1 button[name=confirm]");
        Assert.Equal("who", await visit.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal(0, await visit.Page.Locator(".said").CountAsync());
    }

    [Fact]
    public async Task Keys_decide_on_the_item_that_has_the_focus()
    {
        await using var visit = await browsing.Open("/en/articles/4");
        await visit.Page.FillAsync("#who", "Huda");
        await visit.Page.FocusAsync("#note-s3 a");
        await visit.Page.Keyboard.PressAsync("x");
        await visit.Page.WaitForSelectorAsync("#note-s3.rejected");
        Assert.Equal(0, await visit.Page.Locator("mark#s3").CountAsync());
    }

    [Fact]
    public async Task A_speaker_is_corrected_on_a_page_of_its_own()
    {
        await using var visit = await browsing.Open("/ar/articles/5", javaScript: false);
        await visit.Page.ClickAsync("#note-s1 a.edit");
        await visit.Page.FillAsync("#field-speaker", "ناطق باسم الوزارة");
        await visit.Page.SelectOptionAsync("#field-type", "announce");
        await visit.Page.FillAsync("#who", "هدى");
        await visit.Page.ClickAsync("form.correct button");
        Assert.Equal("ناطق باسم الوزارة", await visit.Page.Locator("#note-s1.corrected .speaker").InnerTextAsync());
        Assert.Equal("يعلن", await visit.Page.Locator("#note-s1 .act").InnerTextAsync());
    }

    [Fact]
    public async Task A_value_that_cannot_be_is_said_and_nothing_typed_is_lost()
    {
        await using var visit = await browsing.Open("/en/articles/4/items/f1");
        await visit.Page.FillAsync("#field-low", "many");
        await visit.Page.FillAsync("#who", "Huda");
        await visit.Page.ClickAsync("form.correct button");
        Assert.Equal("true", await visit.Page.Locator("#field-low").GetAttributeAsync("aria-invalid"));
        Assert.Equal("many", await visit.Page.InputValueAsync("#field-low"));
    }
}

using System.Net;
using Marsad.Desk.Tests.Support;

namespace Marsad.Desk.Tests;

public sealed class PagesTests(FilledDesk filled) : IClassFixture<FilledDesk>
{
    public static TheoryData<string> Paths =>
    [
        "", "/situations/kazakhstan", "/situations/kazakhstan/timeline", "/situations/kazakhstan/statements", "/situations/kazakhstan/figures?category=detained", "/situations/kazakhstan/figures", "/situations/new", "/situations/kazakhstan/edit", "/articles", "/articles/1", "/articles/6",
        "/articles/6/changes", "/stories/1", "/entities/1", "/search", "/search?q=كازاخستان", "/search?q=speaker:حداد from:2022", "/search?q=spaeker:حداد", "/articles/1/items/s1", "/articles/4/items/f1", "/alerts", "/sources", "/sources/1", "/parked", "/api",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_page_exists_in_both_languages_and_is_under_100_KB(string path)
    {
        var arabic = await filled.Desk.Get("/ar" + path);
        var english = await filled.Desk.Get("/en" + path);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\"", arabic, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\"", english, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(arabic), 1_000, 100_000);
    }

    [Fact]
    public async Task An_empty_desk_says_what_to_do_next()
    {
        await using var desk = await DeskHost.Start();
        Assert.Contains("marsad demo", await desk.Get("/en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_answered_in_the_language_of_the_address()
    {
        await using var desk = await DeskHost.Start();
        var answer = await desk.Client.GetAsync(new Uri("/en/articles/99", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<html lang=\"en\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

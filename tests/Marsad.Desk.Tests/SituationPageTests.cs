using System.Net;
using Marsad.Desk.Tests.Support;

namespace Marsad.Desk.Tests;

/// <summary>What the page of a situation shows of its parties.</summary>
public sealed class SituationPageTests(FilledDesk filled) : IClassFixture<FilledDesk>
{
    [Fact]
    public async Task What_a_party_denies_stands_apart_from_what_else_it_says()
    {
        var page = WebUtility.HtmlDecode(await filled.Desk.Get("/ar/situations/kazakhstan"));
        var ministry = page[page.IndexOf("<h3><bdi>وزارة الداخلية</bdi>", StringComparison.Ordinal)..];
        ministry = ministry[..ministry.IndexOf("</section>", StringComparison.Ordinal)];
        int At(string words) => ministry.IndexOf(words, StringComparison.Ordinal);
        Assert.InRange(At("<h4>نفي</h4>"), 0, At("استعمال القوة المفرطة"));
        Assert.InRange(At("<h4>أقوال أخرى</h4>"), At("استعمال القوة المفرطة"), At("قواتها أوقفت نحو 800 شخص"));
    }
}

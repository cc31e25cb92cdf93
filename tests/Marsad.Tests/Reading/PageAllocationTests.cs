using System.Globalization;
using Marsad.Reading;

namespace Marsad.Tests.Reading;

/// <summary>What reading a page allocates: deterministic, so it is a gate (69 to 89 KB measured). Raise a limit only with a reason.</summary>
public sealed class PageAllocationTests
{
    [Theory]
    [InlineData("wordpress-jannah.html")]
    [InlineData("agency-credit.html")]
    [InlineData("infinite-scroll.html")]
    public void A_short_page_is_read_in_a_bounded_number_of_bytes(string page)
    {
        var body = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Reading", "Pages", page));
        PageReader.Read(body, PageHints.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PageReader.Read(body, PageHints.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 120_000, string.Create(CultureInfo.InvariantCulture, $"{page}: {allocated} bytes"));
    }
}

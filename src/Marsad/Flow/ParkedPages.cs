using System.Text.Json;
using Marsad.Language;
using Marsad.Reading;
using Marsad.Store;

namespace Marsad.Flow;

/// <summary>Turns what hurt into a parked page, and a parked page back into what may be tried again.</summary>
internal static class ParkedPages
{
    public static ParkedPage Of(Understanding.Hurt hurt)
    {
        var arrival = hurt.Arrival;
        var parked = new ParkedPage(
            0, arrival.Place, arrival.At, hurt.Room, hurt.Reason.Code, hurt.Reason.Detail, hurt.Stack, ArabicAnalyzer.Version, 1, default) { Source = arrival.Source, Work = arrival.Work };
        return arrival switch
        {
            Arrival.Page page => parked with { Digest = page.Capture.ToString(), Outlet = page.Outlet, ContentType = page.ContentType },
            Arrival.Given given => parked with { Input = JsonSerializer.SerializeToUtf8Bytes(given), Outlet = given.Article.Outlet },
            _ => parked,
        };
    }

    /// <summary>The article as it was given; null where the page came otherwise.</summary>
    public static Arrival.Given? Given(ParkedPage parked) => parked.Input is { } input ? JsonSerializer.Deserialize<Arrival.Given>(input) : null;
}

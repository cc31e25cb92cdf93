using System.Text.Json;
using Marsad.Archive;
using Marsad.Language;
using Marsad.Store;

namespace Marsad.Flow;

/// <summary>Turns what hurt into a parked page, and a parked page back into what may be tried again.</summary>
internal static class ParkedPages
{
    public static ParkedPage Of(Understanding.Hurt hurt)
    {
        var arrival = hurt.Arrival;
        var parked = new ParkedPage(
            0, arrival.Place, arrival.At, hurt.Room, hurt.Reason.Code, hurt.Reason.Detail, hurt.Stack, ArabicAnalyzer.Version, 1, default)
        { Source = arrival.Source, Work = arrival.Work };
        return arrival switch
        {
            Arrival.Page page => parked with { Digest = page.Capture.ToString(), Outlet = page.Outlet, ContentType = page.ContentType },
            Arrival.Given given => parked with { Input = JsonSerializer.SerializeToUtf8Bytes(given), Outlet = given.Article.Outlet },
            _ => parked,
        };
    }

    /// <summary>What enters the walk again; null where neither the article nor its page was kept.</summary>
    public static Arrival? ArrivalOf(ParkedPage parked, Func<Digest, ReadOnlyMemory<byte>> body)
    {
        if (parked.Input is { } input) return JsonSerializer.Deserialize<Arrival.Given>(input);
        if (!Digest.TryParse(parked.Digest, out var digest)) return null;
        return new Arrival.Page(parked.Place, parked.CapturedAt, body(digest), digest)
        {
            Source = parked.Source,
            Work = parked.Work,
            Outlet = parked.Outlet,
            ContentType = parked.ContentType,
        };
    }
}

using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Marsad.Fetch;

/// <summary>The trouble codes of this room; docs/rooms/fetch.md says what each means for an operator.</summary>
internal static class FetchTrouble
{
    public static FetchOutcome.Failed Refused(string host) => Lasting("FT001", $"{host} has no public address");

    public static FetchOutcome.Failed TimedOut(TimeSpan after) => Passing("FT005", $"no whole answer within {after.TotalSeconds:0} s");

    public static FetchOutcome.Failed TooLarge(int limit) => Lasting("FT006", $"the body is larger than {limit} bytes");

    public static FetchOutcome.Failed TooManyRedirects(int limit) => Lasting("FT007", $"more than {limit} redirects");

    public static FetchOutcome.Failed BadRedirect(string? to) => Lasting("FT008", $"a redirect to {to ?? "nowhere"}");

    public static FetchOutcome.Failed Disallowed(Uri url) => Lasting("FT010", $"robots.txt of {url.Authority} does not allow {url.PathAndQuery}");

    public static FetchOutcome.Failed RobotsUnreachable(Uri url, Trouble why) =>
        Passing("FT011", $"robots.txt of {url.Authority} cannot be had ({why.Code}: {why.Detail}), so nothing may be asked of it");

    public static FetchOutcome.Failed Wait(string host, TimeSpan time) =>
        Passing("FT012", $"{host} asks to be left alone for {time.TotalSeconds:0} s", time);

    public static FetchOutcome.Failed NoWebAddress(Uri url) => Lasting("FT017", $"{url} is no web address that may be asked");

    public static FetchOutcome.Failed Status(HttpStatusCode status) => (int)status switch
    {
        404 => Passing("FT014", "404, not found"),
        410 => Lasting("FT015", "410, gone for good"),
        408 or 425 => Passing("FT013", $"the host answers {(int)status}"),
        >= 500 => Passing("FT016", $"the host answers {(int)status}"),
        _ => Lasting("FT013", $"the host answers {(int)status}"),
    };

    /// <summary>Null for what is no trouble of the world's.</summary>
    public static FetchOutcome.Failed? Of(Exception fault) => fault switch
    {
        AddressRefusedException refused => Lasting("FT001", refused.Message),
        { InnerException: AddressRefusedException refused } => Lasting("FT001", refused.Message),
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } e } => Passing("FT002", e.Message),
        HttpRequestException { InnerException: AuthenticationException e } => Passing("FT004", e.Message),
        HttpRequestException { InnerException: SocketException e } => Passing("FT003", e.Message),
        HttpRequestException or HttpIOException or InvalidDataException or IOException => Passing("FT009", fault.Message),
        _ => null,
    };

    private static FetchOutcome.Failed Passing(string code, string detail, TimeSpan? retryAfter = null) => new(new Trouble(code, detail), true, retryAfter);

    private static FetchOutcome.Failed Lasting(string code, string detail) => new(new Trouble(code, detail), false);
}

namespace Marsad.Reading;

/// <summary>What is known of a page besides its bytes.</summary>
/// <param name="Url">Where it was fetched; leads and canonical links are resolved against it.</param>
/// <param name="ContentType">The Content-Type header as it came, such as "text/html; charset=windows-1256".</param>
/// <param name="Outlet">The outlet's name where the source is known.</param>
public sealed record PageHints(Uri? Url = null, string? ContentType = null, string? Outlet = null)
{
    public static PageHints None { get; } = new();
}

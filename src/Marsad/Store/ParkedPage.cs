namespace Marsad.Store;

/// <summary>A page that was set aside, with all that is needed to try it again.</summary>
/// <param name="Place">Its URL, or its path and line.</param>
/// <param name="Stack">Where the program was wrong; null where the world is odd.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record ParkedPage(
    long Id, string Place, DateTimeOffset CapturedAt, string Room, string Code, string Detail, string? Stack, string Analyzer, int Attempts, DateTimeOffset ParkedAt)
{
    /// <summary>Of its body in the archive; null where it has none there.</summary>
    public string? Digest { get; init; }

    /// <summary>The article as it was given, where it came clean; else null.</summary>
    public byte[]? Input { get; init; }

    public string? Outlet { get; init; }

    public string? ContentType { get; init; }

    public long? Source { get; init; }

    public long? Work { get; init; }
}

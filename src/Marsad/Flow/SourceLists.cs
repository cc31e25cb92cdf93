using Marsad.Feeds;
using Marsad.Store;

namespace Marsad.Flow;

/// <summary>What is followed, as OPML: for other programs, and for another Marsad with all that people said of each source.</summary>
public static class SourceLists
{
    private const int LongestName = 200;

    /// <summary>A file of addresses on this machine means nothing elsewhere and is left out.</summary>
    public static byte[] Write(IEnumerable<Source> sources) => Opml.Write(sources.Where(source => !source.FeedUrl.IsFile).Select(Said), "Marsad");

    /// <returns>Trouble FE009 where it is no OPML; what could be read before it broke is given all the same.</returns>
    public static (IReadOnlyList<NewSource> Sources, Trouble? Trouble) Read(ReadOnlySpan<byte> bytes)
    {
        var (subscriptions, trouble) = Opml.Read(bytes);
        return ([.. subscriptions.Select(Source)], trouble);
    }

    private static Subscription Said(Source source) => new(source.FeedUrl, source.Outlet, source.Language)
    {
        Country = source.Country,
        Kind = source.Kind.ToString().ToLowerInvariant(),
        Trust = source.Trust.ToString().ToLowerInvariant(),
    };

    private static NewSource Source(Subscription said) => new(said.Feed, Cut(said.Title ?? said.Feed.Host), said.Language, said.Country is { Length: 2 } country ? country.ToUpperInvariant() : null)
    {
        Kind = Word(said.Kind, SourceKind.Feed),
        Trust = Word(said.Trust, SourceTrust.Usual),
    };

    private static string Cut(string name) => name.Length <= LongestName ? name : name[..LongestName];

    private static T Word<T>(string? said, T otherwise) where T : struct, Enum => Enum.TryParse<T>(said, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : otherwise;
}

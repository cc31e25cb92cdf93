using System.Collections.Frozen;

namespace Marsad.Feeds;

/// <summary>The namespaces that feeds use, each under the prefix that is usual for it.</summary>
internal static class Namespaces
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Atom03 = "http://purl.org/atom/ns#";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
    public const string DublinTerms = "http://purl.org/dc/terms/";
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string Xml = "http://www.w3.org/XML/1998/namespace";

    private static readonly FrozenDictionary<string, string> Usual = new Dictionary<string, string>
    {
        ["atom"] = Atom,
        ["dc"] = DublinCore,
        ["dcterms"] = DublinTerms,
        ["rdf"] = Rdf,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string prefix) => Usual.TryGetValue(prefix, out var name) ? name : "undeclared:" + prefix;

    /// <summary>Elements of RSS stand in no namespace, in RSS 1.0's, in 0.90's, or in one that someone invented for RSS.</summary>
    public static bool IsRss(string name) =>
        name.Length == 0 || name.Contains("rss", StringComparison.OrdinalIgnoreCase) || name.StartsWith("http://my.netscape.com/", StringComparison.Ordinal);

    public static bool IsAtom(string name) => name is Atom or Atom03;
}

namespace Marsad.Flow.Exports;

/// <summary>The key that an address is looked up by in CDXJ: host reversed, lower case, query sorted ("com,example)/page?a=1&amp;b=2"), as warcio and pywb make it.</summary>
internal static class Surt
{
    public static string Of(Uri url)
    {
        if (url.Scheme is not ("http" or "https")) return url.AbsoluteUri;
        var host = url.IdnHost.ToLowerInvariant();
        if (host.StartsWith("www", StringComparison.Ordinal) && host.IndexOf('.', StringComparison.Ordinal) is var dot and >= 3 && host.AsSpan(3, dot - 3).IndexOfAnyExceptInRange('0', '9') < 0)
            host = host[(dot + 1)..];
        var key = string.Join(',', host.Split('.').Reverse()) + (url.IsDefaultPort ? "" : ":" + url.Port) + ")" + url.AbsolutePath.ToLowerInvariant();
        return url.Query.Length < 2 ? key : $"{key}?{string.Join('&', url.Query[1..].ToLowerInvariant().Split('&').Order(StringComparer.Ordinal))}";
    }
}

using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Marsad.Desk;

/// <summary>Style, script, icon and fonts, embedded so that they are there however the program was started. Nothing comes from another host.</summary>
internal static class DeskAssets
{
    private static readonly FrozenDictionary<string, Asset> All = LoadAll();

    /// <summary>The address of an asset, with its content's hash, so that a browser keeps it for ever and yet never shows an old one.</summary>
    public static string Address(string name) => $"/assets/{name}?v={All[name].Hash}";

    public static IResult Serve(HttpContext http, string name)
    {
        if (!All.TryGetValue(name, out var asset)) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Bytes, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}\""));
    }

    private static FrozenDictionary<string, Asset> LoadAll()
    {
        var assembly = typeof(DeskAssets).Assembly;
        return assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith("assets/", StringComparison.Ordinal))
            .ToFrozenDictionary(name => name["assets/".Length..], Load, StringComparer.Ordinal);
    }

    private static Asset Load(string resource)
    {
        using var stream = typeof(DeskAssets).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Asset(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], TypeOf(resource));
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };

    private sealed record Asset(byte[] Bytes, string Hash, string ContentType);
}

using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Marsad.Archive;

/// <summary>The SHA-256 of a capture's body: its name in the archive, written "sha256:" and 64 lower-case hexadecimal digits.</summary>
public readonly record struct Digest
{
    private const string Prefix = "sha256:";
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private Digest(string hex) => Hex = hex;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    public static Digest Of(ReadOnlySpan<byte> body) => new(Convert.ToHexStringLower(SHA256.HashData(body)));

    public static bool TryParse([NotNullWhen(true)] string? text, out Digest digest)
    {
        digest = default;
        if (text is null) return false;
        var hex = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        if (hex.Length != 64 || hex.AsSpan().ContainsAnyExcept(HexDigits)) return false;
        digest = new Digest(hex);
        return true;
    }

    public override string ToString() => Prefix + Hex;
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Marsad.Archive.Chain;

/// <summary>A time-stamping authority (RFC 3161 over HTTP): says that a hash existed at a time, so that not even who holds the installation's key can date an archive back.</summary>
/// <param name="client">Speaks to the authority that the operator named; not bound by the address policy for what feeds and pages name.</param>
internal sealed class TimestampAuthority(Uri address, HttpMessageInvoker client)
{
    /// <summary>The token for a hash, DER.</summary>
    /// <exception cref="HttpRequestException">It cannot be had.</exception>
    /// <exception cref="CryptographicException">It gave no token, or one for something else.</exception>
    public async Task<byte[]> StampAsync(ReadOnlyMemory<byte> sha256, CancellationToken stop)
    {
        var request = Rfc3161TimestampRequest.CreateFromHash(sha256, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(16), requestSignerCertificates: true);
        using var content = new ByteArrayContent(request.Encode());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        using var response = await client.SendAsync(message, stop);
        response.EnsureSuccessStatusCode();
        return request.ProcessResponse(await response.Content.ReadAsByteArrayAsync(stop), out _).AsSignedCms().Encode();
    }

    /// <summary>Whether a token vouches for a line's hash, and what it says.</summary>
    public static Stamp? Verify(string? token, string hash)
    {
        try
        {
            if (!Rfc3161TimestampToken.TryDecode(Convert.FromBase64String(token ?? ""), out var read, out var length) || length * 4L / 3 > token!.Length) return null;
            // A flipped byte of the unsigned part would pass: what is decoded and written again must be what was read.
            if (Convert.ToBase64String(read.AsSignedCms().Encode()) != token) return null;
            return read.VerifySignatureForHash(Convert.FromHexString(hash), HashAlgorithmName.SHA256, out var signer)
                ? new Stamp(read.TokenInfo.Timestamp, string.Create(CultureInfo.InvariantCulture, $"{signer.Subject} (sha256 {signer.GetCertHashString(HashAlgorithmName.SHA256)})")) : null;
        }
        catch (Exception odd) when (odd is FormatException or CryptographicException)
        {
            return null;
        }
    }
}

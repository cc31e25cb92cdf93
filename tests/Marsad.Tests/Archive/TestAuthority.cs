using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;
using BouncyCertificate = Org.BouncyCastle.X509.X509Certificate;

namespace Marsad.Tests.Archive;

/// <summary>A time-stamping authority on this machine, made of BouncyCastle's TSP: it shares no code with the client that it is asked by.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;
    private int _serial;

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Test authority", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        // RFC 3161 §2.3: the certificate must be for time stamping only, and say so critically.
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        _certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    public DateTime Now { get; set; } = new(2022, 1, 6, 13, 0, 0, DateTimeKind.Utc);

    /// <summary>Stamps another hash than it was asked for.</summary>
    public bool Cheats { get; set; }

    public async Task Answer(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = new TimeStampRequest(body.ToArray());
        if (Cheats) request = Other(request);
        var certificate = new BouncyCertificate(_certificate.RawData);
        var generator = new TimeStampTokenGenerator(
            DotNetUtilities.GetRsaKeyPair(_key).Private, certificate, TspAlgorithms.Sha256, "1.3.6.1.4.1.99999.1");
        generator.SetCertificates(CollectionUtilities.CreateStore([certificate]));
        var response = new TimeStampResponseGenerator(generator, TspAlgorithms.Allowed).Generate(request, BigInteger.ValueOf(++_serial), Now);
        context.Response.ContentType = "application/timestamp-reply";
        await context.Response.Body.WriteAsync(response.GetEncoded());
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private static TimeStampRequest Other(TimeStampRequest asked)
    {
        var generator = new TimeStampRequestGenerator();
        generator.SetCertReq(true);
        return generator.Generate(TspAlgorithms.Sha256, new byte[32], asked.Nonce);
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Marsad.Archive;
using Marsad.Fetch;
using Marsad.Tests.Store;
using Microsoft.AspNetCore.Http;

namespace Marsad.Tests.Fetch;

/// <summary>Real TLS on this machine, with certificates made for the test.</summary>
public sealed class EncryptedServersTests
{
    private const string Outlet = "manara.example";

    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static X509Certificate2 CertificateOf(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(Epoch, Epoch.AddYears(100));
    }

    private static Task<LoopbackServer> Serve(X509Certificate2 certificate) => LoopbackServer.StartAsync(
        context =>
        {
            if (context.Request.Path == "/robots.txt") context.Response.StatusCode = 404;
            return context.Request.Path == "/robots.txt" ? Task.CompletedTask : context.Response.WriteAsync($"<p>the page at {context.Request.Path}</p>");
        },
        certificate);

    private static Fetcher Trusting(LoopbackServer server, params X509Certificate2[] roots) =>
        new(new FetchOptions { Hosts = server.Named(Outlet), Gap = TimeSpan.Zero, RetryDelay = TimeSpan.FromMilliseconds(1), Roots = [.. roots] }, TimeProvider.System);

    private static Task<FetchOutcome> Ask(Fetcher fetcher, string path) => fetcher.FetchAsync(new FetchRequest(new Uri($"https://{Outlet}{path}"), 1 << 20), default);

    [Fact]
    public async Task What_came_over_tls_is_kept_as_it_was_within()
    {
        using var certificate = CertificateOf(Outlet);
        await using var server = await Serve(certificate);
        using var fetcher = Trusting(server, certificate);
        // The second goes over the connection of the first.
        foreach (var path in (string[])["/news/1", "/news/2"])
        {
            var wire = Assert.Single(Assert.IsType<FetchOutcome.Fetched>(await Ask(fetcher, path)).Capture.Wire);
            Assert.StartsWith($"GET {path} HTTP/1.1\r\nHost: {Outlet}\r\n", Encoding.ASCII.GetString(wire.Request.Span), StringComparison.Ordinal);
            Assert.EndsWith("\r\n\r\n", Encoding.ASCII.GetString(wire.Request.Span), StringComparison.Ordinal);
            Assert.StartsWith("HTTP/1.1 200 OK\r\n", Encoding.ASCII.GetString(wire.Response.Span), StringComparison.Ordinal);
            Assert.Equal($"<p>the page at {path}</p>", Encoding.ASCII.GetString(WireMessage.Read(wire.Response)!.Value.Body(1 << 20).Span));
            Assert.Equal(server.Place.Address, wire.Address);
        }
    }

    [Fact]
    public async Task A_page_that_came_over_tls_is_read_from_the_archive_again()
    {
        using var certificate = CertificateOf(Outlet);
        await using var server = await Serve(certificate);
        using var fetcher = Trusting(server, certificate);
        using var directory = new TemporaryDirectory();
        using var archive = new CaptureArchive(directory.File("archive"));
        var capture = Assert.IsType<FetchOutcome.Fetched>(await Ask(fetcher, "/news/1")).Capture;
        var kept = archive.Keep(capture);
        Assert.Equal(capture.Body.ToArray(), archive.Read(kept.Digest).ToArray());
        Assert.Equal(["request", "response"], archive.Members(kept.Entry).Select(member => member.Type).Where(type => type != "warcinfo"));
        Assert.Null(ArchiveCheck.Run(directory.File("archive")).Damage);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_ends_it()
    {
        using var certificate = CertificateOf(Outlet);
        await using var server = await Serve(certificate);
        using var fetcher = Trusting(server);
        Assert.Equal("FT004", Unreached(await Ask(fetcher, "/news/1")));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_certificate_of_another_host_ends_it()
    {
        using var certificate = CertificateOf("other.example");
        await using var server = await Serve(certificate);
        using var fetcher = Trusting(server, certificate);
        Assert.Equal("FT004", Unreached(await Ask(fetcher, "/news/1")));
        Assert.Empty(server.Asked);
    }

    private static string Unreached(FetchOutcome outcome) => Assert.IsType<FetchOutcome.Failed>(outcome).Trouble.Code;
}

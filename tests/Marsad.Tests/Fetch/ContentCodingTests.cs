using System.IO.Compression;
using System.Text;
using Marsad.Fetch;

namespace Marsad.Tests.Fetch;

public sealed class ContentCodingTests
{
    private const string Outlet = "manara.example";

    public static TheoryData<string> Codings => ["gzip", "x-gzip", "deflate", "br", "zstd", "gzip, br"];

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_packed_page_comes_unpacked(string coding) =>
        Assert.Equal("مرصد", Encoding.UTF8.GetString(Assert.IsType<FetchOutcome.Fetched>(await Ask(coding, Packed(coding, "مرصد"u8))).Capture.Body.Span));

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_small_body_that_unpacks_to_a_huge_one_is_left(string coding) =>
        Assert.Equal("FT006", Assert.IsType<FetchOutcome.Failed>(await Ask(coding, Packed(coding, new byte[64 << 20]))).Trouble.Code);

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_body_that_is_not_packed_as_it_says_is_trouble(string coding) =>
        Assert.Equal("FT009", Assert.IsType<FetchOutcome.Failed>(await Ask(coding, "<html>plain</html>"u8.ToArray())).Trouble.Code);

    // A whole answer whose packed content was cut by the server itself is taken as browsers take it; one that breaks off on the wire is not.
    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_packed_answer_that_breaks_off_is_trouble(string coding)
    {
        var random = new byte[100_000];
        new Random(1).NextBytes(random);
        var whole = Packed(coding, random);
        Assert.Equal("FT009", Assert.IsType<FetchOutcome.Failed>(await Ask(coding, whole[..(whole.Length / 2)], breaksOff: true)).Trouble.Code);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("none")]
    [InlineData("identity")]
    public async Task A_name_of_no_coding_leaves_the_bytes_as_they_are(string coding) =>
        Assert.IsType<FetchOutcome.Fetched>(await Ask(coding, "plain"u8.ToArray()));

    [Fact]
    public async Task A_zstd_frame_that_wants_a_huge_window_is_refused()
    {
        // RFC 8878 §3.1.1: magic number, a header that gives a window of 1 GB, and one empty block.
        byte[] greedy = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xA0, 0x01, 0x00, 0x00];
        Assert.Equal("FT009", Assert.IsType<FetchOutcome.Failed>(await Ask("zstd", greedy)).Trouble.Code);
    }

    private static async Task<FetchOutcome> Ask(string coding, byte[] body, bool breaksOff = false)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/robots.txt")
            {
                context.Response.StatusCode = 404;
                return;
            }

            context.Response.Headers.ContentEncoding = coding;
            await context.Response.Body.WriteAsync(body);
            await context.Response.Body.FlushAsync();
            if (breaksOff) context.Abort();
        });
        var options = new FetchOptions { Hosts = server.Named(Outlet), Gap = TimeSpan.Zero, Retries = 0, Timeout = TimeSpan.FromSeconds(20) };
        using var fetcher = new Fetcher(options, TimeProvider.System);
        return await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Outlet}/1"), 1 << 20), CancellationToken.None);
    }

    private static byte[] Packed(string coding, ReadOnlySpan<byte> body)
    {
        var bytes = body.ToArray();
        foreach (var one in coding.Split(", ")) bytes = Pack(one, bytes);
        return bytes;
    }

    private static byte[] Pack(string coding, byte[] body)
    {
        var packed = new MemoryStream();
        using (Stream packing = coding switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "zstd" => new ZstdSharp.CompressionStream(packed, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        }) packing.Write(body);
        return packed.ToArray();
    }
}

using Marsad.Archive;

namespace Marsad.Tests.Archive;

public sealed class DigestTests
{
    [Fact]
    public void A_digest_is_the_sha256_of_the_bytes_and_reads_back()
    {
        var digest = Digest.Of("abc"u8);
        Assert.Equal("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", digest.ToString());
        Assert.True(Digest.TryParse(digest.ToString(), out var parsed));
        Assert.Equal(digest, parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256:xyz")]
    [InlineData("../../etc/passwd")]
    public void What_is_no_digest_is_refused(string text) => Assert.False(Digest.TryParse(text, out _));
}

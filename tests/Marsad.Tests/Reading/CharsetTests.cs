using System.Text;
using Marsad.Reading;
using Marsad.Reading.Bytes;

namespace Marsad.Tests.Reading;

public sealed class CharsetTests
{
    private const string Sentence = "قالت البلدية إن المياه عادت إلى ثلاثة أحياء بعد انقطاع طويل استمر أياما عدة في المدينة كلها.";

    private static readonly Encoding Windows1256 = CodePagesEncodingProvider.Instance.GetEncoding(1256)!;

    [Fact]
    public void A_byte_order_mark_is_believed_before_the_header() =>
        Assert.Equal(Sentence, PageText.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sentence)], "text/html; charset=windows-1256"));

    [Fact]
    public void The_header_is_believed_before_the_meta() =>
        Assert.EndsWith(Sentence, PageText.Decode(Windows1256.GetBytes("<meta charset=utf-8>" + Sentence), "text/html; charset=windows-1256"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<meta charset=\"windows-1256\">")]
    [InlineData("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1256'>")]
    public void A_meta_is_believed_where_the_header_says_nothing(string meta) =>
        Assert.EndsWith(Sentence, PageText.Decode(Windows1256.GetBytes(meta + Sentence), "text/html"), StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_UTF_8_are_read_as_such_whatever_a_meta_says() =>
        Assert.EndsWith(Sentence, PageText.Decode(Encoding.UTF8.GetBytes("<meta charset=windows-1252>" + Sentence), null), StringComparison.Ordinal);

    [Fact]
    public void Undeclared_windows_1256_is_known_by_its_content() => Assert.Equal(Sentence, PageText.Decode(Windows1256.GetBytes(Sentence), null));

    [Fact]
    public void UTF_16_without_a_mark_is_known_by_its_zeros() =>
        Assert.Equal("<p>A page of plain words</p>" + Sentence[..20], PageText.Decode(Encoding.Unicode.GetBytes("<p>A page of plain words</p>" + Sentence[..20]), null));

    [Fact]
    public void A_few_broken_bytes_do_not_unmake_a_UTF_8_page()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(Sentence), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(Sentence)];
        Assert.StartsWith(Sentence, PageText.Decode(body, null), StringComparison.Ordinal);
    }

    [Fact]
    public void ISO_8859_1_means_windows_1252() => Assert.Equal("\u201Cquoted\u201D", PageText.Decode([0x93, .. "quoted"u8, 0x94], "text/plain; charset=iso-8859-1"));

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x34 }, "RD002")]
    [InlineData(new byte[] { }, "RD001")]
    [InlineData(new byte[] { 0x20, 0x0A, 0x09 }, "RD001")]
    public void What_holds_no_text_is_no_article(byte[] body, string code) =>
        Assert.Equal(code, Assert.IsType<PageReading.NotAnArticle>(PageReader.Read(body, PageHints.None)).Reason.Code);
}

using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Marsad.Desk.Reports;
using Marsad.Desk.Tests.Support;
using Parquet;

namespace Marsad.Desk.Tests;

public sealed class ReportTests(FilledDesk filled) : IClassFixture<FilledDesk>
{
    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    public async Task Every_citation_of_a_report_has_its_source(string format)
    {
        var text = Encoding.UTF8.GetString(await Written(format));
        var cited = System.Text.RegularExpressions.Regex.Matches(text, @"\\?\[(\d+)\\?\]").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        var sources = format == "html" ? text.Split("id=\"source-").Length - 1 : text.Split('\n').Count(line => line.Length > 0 && char.IsAsciiDigit(line[0]));
        Assert.NotEmpty(cited);
        Assert.Equal(Enumerable.Range(1, sources), cited.Order());
    }

    [Fact]
    public async Task A_report_says_what_each_party_said_with_calls_and_denials_apart()
    {
        var text = Encoding.UTF8.GetString(await Written("md"));
        Assert.Contains("### ليلى حداد", text, StringComparison.Ordinal);
        Assert.Contains("**دعوات ومطالب**", text, StringComparison.Ordinal);
        Assert.Contains("**نفي**", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_document_is_valid_and_right_to_left()
    {
        using var file = new MemoryStream(await Written("docx"));
        using var document = WordprocessingDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(fault => fault.Description));
        Assert.Contains("w:bidi", document.MainDocumentPart!.Document!.OuterXml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_come_one_a_line_as_the_data_contract_says()
    {
        var lines = Encoding.UTF8.GetString(await Written("jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.NotEmpty(JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!));
    }

    [Fact]
    public async Task A_table_has_a_line_for_every_statement_and_a_mark_that_spreadsheets_know_utf_8_by()
    {
        var csv = await Written("csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.Equal(await Rows(), Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    [Fact]
    public async Task Places_are_points_with_the_longitude_first()
    {
        var geo = JsonDocument.Parse(await Written("geojson")).RootElement;
        var point = geo.GetProperty("features").EnumerateArray().First().GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal((76.95, 43.25), (point[0].GetDouble(), point[1].GetDouble()));
    }

    [Fact]
    public async Task What_is_not_followed_is_not_written() => Assert.False(await RecordExport.Write(filled.Desk.Store, ExportChoice.OfSituation("nothing"), "md", "ar", Stream.Null));

    [Fact]
    public async Task The_desk_hands_out_every_format()
    {
        foreach (var format in RecordExport.Formats)
        {
            using var answer = await filled.Desk.Client.GetAsync(new Uri($"/ar/situations/kazakhstan/report.{format}", UriKind.Relative));
            Assert.Equal(("attachment", true), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.IsSuccessStatusCode));
        }
    }

    private async Task<long> Rows()
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(await Written("parquet")));
        using var group = reader.OpenRowGroupReader(0);
        return group.RowCount;
    }

    private async Task<byte[]> Written(string format)
    {
        var target = new MemoryStream();
        Assert.True(await RecordExport.Write(filled.Desk.Store, ExportChoice.OfSituation("kazakhstan"), format, "ar", target));
        return target.ToArray();
    }
}

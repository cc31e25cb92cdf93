using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Marsad.Desk.Readers;

namespace Marsad.Desk.Reports;

/// <summary>A report as a Word document (ECMA-376), right to left where the reader is.</summary>
internal static class ReportDocx
{
    public static void Write(Report report, Reader reader, Stream target)
    {
        using var document = WordprocessingDocument.Create(target, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        main.Document = new Document(new Body(Paragraphs(report, reader)));
        var styles = main.AddNewPart<StyleDefinitionsPart>();
        styles.Styles = new Styles(Heading("Heading1", 36), Heading("Heading2", 28), Heading("Heading3", 24));
    }

    private static IEnumerable<Paragraph> Paragraphs(Report report, Reader reader)
    {
        var lines = new ReportLines(report, reader);
        Paragraph Text(string words, string? style = null) => Of(words, reader.IsArabic, style);
        yield return Text(lines.Title, "Heading1");
        yield return Text(lines.Made);
        yield return Text(reader.Words["report.parties"], "Heading2");
        foreach (var party in report.Parties)
        {
            yield return Text(party.Name, "Heading3");
            foreach (var group in party.Groups)
            {
                yield return Text(reader.Words["report." + group.Name]);
                foreach (var said in group.Statements) yield return Text($"– {lines.Saying(said)}: «{said.Content}» {lines.Cited(said.ArticleId)}");
            }
        }

        yield return Text(reader.Words["report.figures"], "Heading2");
        foreach (var series in report.Series)
        {
            yield return Text(lines.Series(series.Category, series.Of, series.Place), "Heading3");
            foreach (var figure in series.Figures) yield return Text($"– {lines.Figure(figure, series.Marks.GetValueOrDefault(figure.Id))} {lines.Cited(figure.ArticleId)}");
        }

        yield return Text(reader.Words["report.stories"], "Heading2");
        foreach (var story in report.Stories) yield return Text($"– {story.Title} {string.Concat(story.Articles.Select(article => lines.Cited(article.Id)))}");
        yield return Text(reader.Words["report.sources"], "Heading2");
        foreach (var source in report.Sources) yield return Text($"{lines.Cited(source.Id)} {lines.Source(source)}");
    }

    private static Paragraph Of(string words, bool rightToLeft, string? style)
    {
        var layout = new ParagraphProperties();
        if (style is not null) layout.ParagraphStyleId = new ParagraphStyleId { Val = style };
        var look = new RunProperties();
        if (rightToLeft)
        {
            layout.BiDi = new BiDi();
            look.RightToLeftText = new RightToLeftText();
        }

        return new Paragraph(layout, new Run(look, new Text(Clean(words)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    // XML 1.0 has no place for control characters, however the page came by them.
    private static string Clean(string words) => new([.. words.Select(c => char.IsControl(c) ? ' ' : c)]);

    private static Style Heading(string name, int halfPoints) => new(
        new StyleName { Val = name }, new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "80" }),
        new StyleRunProperties(new Bold(), new BoldComplexScript(), new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" }))
    { Type = StyleValues.Paragraph, StyleId = name };
}

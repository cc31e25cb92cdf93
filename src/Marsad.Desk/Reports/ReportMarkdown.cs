using System.Text;
using Marsad.Desk.Readers;

namespace Marsad.Desk.Reports;

/// <summary>A report as Markdown (CommonMark).</summary>
internal static class ReportMarkdown
{
    public static string Write(Report report, Reader reader)
    {
        var lines = new ReportLines(report, reader);
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');
        Line($"# {Plain(lines.Title)}");
        Line();
        Line(lines.Made);
        Line();
        Line($"## {reader.Words["report.parties"]}");
        foreach (var party in report.Parties)
        {
            Line();
            Line($"### {Plain(party.Name)}");
            foreach (var group in party.Groups)
            {
                Line();
                Line($"**{reader.Words["report." + group.Name]}**");
                Line();
                foreach (var said in group.Statements) Line($"- {Plain(lines.Saying(said))}: «{Plain(said.Content)}» {Plain(lines.Cited(said.ArticleId))}");
            }
        }

        Line();
        Line($"## {reader.Words["report.figures"]}");
        foreach (var series in report.Series)
        {
            Line();
            Line($"**{Plain(lines.Series(series.Category, series.Of, series.Place))}**");
            Line();
            foreach (var figure in series.Figures) Line($"- {Plain(lines.Figure(figure, series.Marks.GetValueOrDefault(figure.Id)))} {Plain(lines.Cited(figure.ArticleId))}");
        }

        Line();
        Line($"## {reader.Words["report.stories"]}");
        Line();
        foreach (var story in report.Stories) Line($"- {Plain(story.Title)} {Plain(string.Concat(story.Articles.Select(article => lines.Cited(article.Id))))}");
        Line();
        Line($"## {reader.Words["report.sources"]}");
        Line();
        for (var i = 0; i < report.Sources.Count; i++) Line($"{i + 1}. {Plain(lines.Source(report.Sources[i]))}");
        return text.ToString();
    }

    // Words from outside are never markup: CommonMark 2.4 lets every ASCII punctuation mark be escaped.
    private static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var c in words.ReplaceLineEndings(" "))
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '!' or '&' or '~') plain.Append('\\');
            plain.Append(c);
        }

        return plain.ToString();
    }
}

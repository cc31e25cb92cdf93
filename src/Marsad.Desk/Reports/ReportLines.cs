using Marsad.Desk.Readers;
using Marsad.Store.Queries;

namespace Marsad.Desk.Reports;

/// <summary>The sentences of a report, in the reader's language and the same in every format.</summary>
internal sealed class ReportLines(Report report, Reader reader)
{
    public string Title => reader.IsArabic ? report.Situation.TitleAr : report.Situation.TitleEn;

    public string Made => $"{reader.Words["report.made"]} {reader.Day(DateOnly.FromDateTime(reader.Now.UtcDateTime))} · {reader.Count("articles", report.Situation.Articles)} · {reader.Count("outlets", report.Situation.Outlets)}";

    /// <summary>Who says it, in which act, through whom; the words follow it.</summary>
    public string Saying(StatementRow said) =>
        $"{reader.Day(said.Time.Day)}: {reader.Words.Find("act." + said.Type) ?? said.Type}{(said.Role is { } role ? $" ({role})" : "")}{(said.Via is { } via ? $"، {reader.Words["statement.via"]} {via}" : "")}";

    public string Cited(long article) => $"[{reader.Number(report.Cite(article))}]";

    public string Series(string category, string? of, string? place) =>
        string.Join(" · ", new[] { reader.Words.Find("category." + category) ?? category, of, place }.Where(part => part is not null));

    public string Figure(FigureRow figure, Marsad.Relating.Figures.MarkedClaim? mark) =>
        $"{reader.Day(figure.Time.Day)}: {Amounts.InWords((decimal)figure.Low, (decimal)figure.High, figure.Bound, reader)} · {figure.Speaker ?? figure.Outlet}{(mark is null ? "" : " · " + reader.Words["mark." + mark.Mark.ToString().ToLowerInvariant()])}";

    public string Source(ArticleRow article) =>
        string.Join(" · ", new[] { article.Outlet, article.Headline, reader.Absolute(article.Time), article.Url, article.Digest }.Where(part => !string.IsNullOrEmpty(part)));
}

using System.Globalization;
using System.Text;
using Marsad.Language;
using Marsad.Records;
using Spectre.Console;

namespace Marsad.Cli.Output;

/// <summary>Records for people at a terminal: the headline, then tables of statements, figures, times and names.</summary>
internal sealed class TextRecordWriter(Stream output) : RecordWriter
{
    private const int WidthWithoutTerminal = 120;

    private readonly StreamWriter _output = new(output, new UTF8Encoding(false));
    private readonly bool _terminal = !Console.IsOutputRedirected;

    public override void Write(ArticleRecord record)
    {
        var page = new StringWriter(CultureInfo.InvariantCulture);
        Print(Screen(page), record);
        foreach (var line in page.ToString().Split('\n'))
            _output.WriteLine(_terminal ? Isolates.Around(line.TrimEnd()) : line.TrimEnd());
        _output.Flush();
    }

    public override void Dispose() => _output.Flush();

    private IAnsiConsole Screen(TextWriter page)
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = _terminal ? AnsiSupport.Detect : AnsiSupport.No,
            Out = new AnsiConsoleOutput(page),
            Interactive = InteractionSupport.No,
        });
        screen.Profile.Width = _terminal ? Math.Max(60, Console.WindowWidth) : WidthWithoutTerminal;
        screen.Profile.Capabilities.Unicode = true;
        return screen;
    }

    private static void Print(IAnsiConsole screen, ArticleRecord source)
    {
        var (article, record) = (source.Article, source.Record);
        screen.MarkupLineInterpolated($"[bold]{article.Title ?? source.Id}[/]");
        var head = Joined(article.Outlet, article.Published?.ToString(), article.Byline, Joined([.. article.Agencies]), article.Url);
        if (head.Length > 0) screen.MarkupLineInterpolated($"[dim]{head}[/]");
        Table(screen, "Statements", ["Who", "Via", "Act", "Said what"], record.Statements.Select(s => StatementRow(s, article.Text)));
        Table(screen, "Figures", ["How many", "Of what", "Category", "In the words"], record.Figures.Select(f => FigureRow(f, article.Text)));
        Table(screen, "Times", ["When", "In the words"], record.Times.Select(t => new[] { t.Value, t.Span.In(article.Text) }));
        Table(screen, "Names", ["Name", "Type", "Also written", "Mentions"], record.Names.Select(NameRow));
        Table(screen, "Events", ["Type", "Actor", "Recipient", "Status", "Word"], record.Events.Select(e => EventRow(e, article.Text)));
        if (article.Leads.Count > 0) screen.MarkupLineInterpolated($"[dim]{article.Leads.Count} related headlines set aside[/]");
        screen.WriteLine();
    }

    private static void Table(IAnsiConsole screen, string title, string[] columns, IEnumerable<string?[]> rows)
    {
        var table = new Table { Border = TableBorder.Rounded, Title = new TableTitle(title), ShowRowSeparators = true };
        foreach (var column in columns) table.AddColumn(new TableColumn(column));
        foreach (var row in rows) table.AddRow([.. row.Select(cell => new Text(cell ?? "–"))]);
        if (table.Rows.Count > 0) screen.Write(table);
    }

    private static string?[] StatementRow(Statement s, string text) =>
        [Joined(s.Speaker, s.Role), s.Via, s.Addressee is null ? Terms.Of(s.Type) : $"{Terms.Of(s.Type)} → {s.Addressee}", s.Content.In(text)];

    private static string?[] FigureRow(Figure f, string text) =>
        [Value(f), f.Of, Terms.Of(f.Category), f.Span.In(text)];

    private static string?[] NameRow(Name n) =>
        [n.Canonical, Terms.Of(n.Type), n.Variants.Count == 0 ? null : string.Join("، ", n.Variants), n.Mentions.Count.ToString(CultureInfo.InvariantCulture)];

    private static string?[] EventRow(Event e, string text) =>
        [e.Mode is null ? e.Type : $"{e.Type} {e.Mode}", e.Actor, e.Recipient, Terms.Of(e.Status), e.Anchor.In(text)];

    private static string Value(Figure f)
    {
        var low = f.Low.ToString("#,0.###", CultureInfo.InvariantCulture);
        return f.Bound switch
        {
            Bound.Exact => low,
            Bound.Range => $"{low} – {f.High.ToString("#,0.###", CultureInfo.InvariantCulture)}",
            _ => $"{Terms.Of(f.Bound).Replace('_', ' ')} {low}",
        };
    }

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}

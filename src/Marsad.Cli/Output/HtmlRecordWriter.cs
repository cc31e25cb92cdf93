using System.Globalization;
using System.Net;
using System.Text;
using Marsad.Language;
using Marsad.Records;

namespace Marsad.Cli.Output;

/// <summary>One self-contained page: every article with its words highlighted, beside it the record; each item leads to its words and back.</summary>
internal sealed class HtmlRecordWriter : RecordWriter
{
    private readonly StreamWriter _output;
    private int _article;

    public HtmlRecordWriter(Stream output)
    {
        _output = new StreamWriter(output, new UTF8Encoding(false));
        _output.WriteLine($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n<title>Marsad – record</title>\n<style>\n{Css()}</style></head><body>");
        _output.WriteLine("<p class=\"key quiet\">Marsad · <span class=\"statement\">statement</span><span class=\"name\">name</span><span class=\"figure\">figure</span><span class=\"time\">time</span><span class=\"event\">event</span></p>");
    }

    public override void Write(ArticleRecord record)
    {
        var prefix = $"a{++_article}-";
        var (article, text) = (record.Article, record.Article.Text);
        _output.WriteLine($"<article><div class=\"text\" dir=\"auto\"{Lang(article.Language)}>");
        _output.WriteLine($"<h1 dir=\"auto\">{Html(article.Title ?? record.Id)}</h1><p class=\"head\" dir=\"auto\">{Html(Joined(article.Outlet, article.Published?.ToString(), article.Byline))}</p>");
        WriteText(record, prefix);
        _output.WriteLine("</div><aside>");
        List("Statements", record.Record.Statements, s => Item(prefix, s.Id, Says(s, text)));
        List("Figures", record.Record.Figures, f => Item(prefix, f.Id, Counts(f, text)));
        List("Times", record.Record.Times.Select((time, i) => (time, Id: $"t{i + 1}")), t => Item(prefix, t.Id, $"{t.time.Value} ({t.time.Span.In(text)})"));
        List("Names", record.Record.Names, n => Item(prefix, n.Id, Named(n)));
        List("Events", record.Record.Events, e => Item(prefix, e.Id, Happened(e, text)));
        _output.WriteLine("</aside></article>");
    }

    public override void Dispose()
    {
        _output.WriteLine("</body></html>");
        _output.Flush();
    }

    private void WriteText(ArticleRecord record, string prefix)
    {
        var text = record.Article.Text;
        var explanations = Explanations(record.Record, text);
        var anchored = new HashSet<string>();
        var highlights = RecordHighlights.Of(record.Record);
        foreach (var paragraph in RecordHighlights.Paragraphs(text))
        {
            _output.Write("<p dir=\"auto\">");
            foreach (var stretch in RecordHighlights.Stretches(paragraph, highlights)) WriteStretch(stretch, text, prefix, explanations, anchored);
            _output.WriteLine("</p>");
        }
    }

    private void WriteStretch(HighlightedStretch stretch, string text, string prefix, Dictionary<string, string> explanations, HashSet<string> anchored)
    {
        var words = Html(stretch.Span.In(text));
        if (stretch.Highlights.Count == 0)
        {
            _output.Write(words);
            return;
        }

        // The first stretch of an item carries its anchor; an element has one id, so further items that start here get empty anchors.
        foreach (var item in stretch.Highlights.Select(h => h.Item).Distinct().Where(anchored.Add)) _output.Write($"<span id=\"{prefix}{item}\"></span>");
        var innermost = stretch.Highlights.MinBy(h => h.Span.Length)!.Item;
        var classes = string.Join(' ', stretch.Highlights.Select(h => h.Kind.ToString().ToLowerInvariant()).Distinct());
        var title = string.Join("\n", stretch.Highlights.Select(h => h.Item).Distinct().Select(item => explanations.GetValueOrDefault(item)).Where(e => e is not null));
        _output.Write($"<a class=\"{classes}\" href=\"#{prefix}{innermost}-item\" title=\"{Html(title)}\">{words}</a>");
    }

    private static Dictionary<string, string> Explanations(Record record, string text)
    {
        var all = new Dictionary<string, string>();
        foreach (var s in record.Statements) all[s.Id] = Joined($"{s.Id}: {s.Speaker ?? "?"}", s.Role, s.Via is null ? null : "via " + s.Via, $"{Terms.Of(s.Type)}, {Terms.Of(s.Kind)}");
        foreach (var f in record.Figures) all[f.Id] = $"{f.Id}: {Counts(f, text)}";
        for (var i = 0; i < record.Times.Count; i++) all[$"t{i + 1}"] = $"t{i + 1}: {record.Times[i].Value}";
        foreach (var n in record.Names) all[n.Id] = $"{n.Id}: {Named(n)}";
        foreach (var e in record.Events) all[e.Id] = $"{e.Id}: {Happened(e, text)}";
        return all;
    }

    private void List<T>(string title, IEnumerable<T> items, Func<T, string> item)
    {
        var all = items.Select(item).ToList();
        if (all.Count > 0) _output.WriteLine($"<h2>{title} ({all.Count.ToString(CultureInfo.InvariantCulture)})</h2><ul>{string.Join('\n', all)}</ul>");
    }

    private static string Item(string prefix, string id, string words) =>
        $"<li id=\"{prefix}{id}-item\"><a href=\"#{prefix}{id}\" dir=\"auto\">{Html(words)}</a></li>";

    private static string Says(Statement s, string text) => Joined(
        s.Speaker ?? "?", s.Role, s.Via is null ? null : $"via {s.Via}", Terms.Of(s.Type), s.Addressee is null ? null : $"→ {s.Addressee}",
        s.Confidence.ToString("P0", CultureInfo.InvariantCulture)) + ": " + s.Content.In(text);

    private static string Counts(Figure f, string text) => Joined(
        Terms.Of(f.Bound) + " " + f.Low.ToString("#,0.###", CultureInfo.InvariantCulture) + (f.High == f.Low ? "" : " – " + f.High.ToString("#,0.###", CultureInfo.InvariantCulture)),
        Terms.Of(f.Category), f.Of, f.Span.In(text));

    private static string Named(Name n) => Joined(n.Canonical, Terms.Of(n.Type), n.Variants.Count == 0 ? null : string.Join(", ", n.Variants));

    private static string Happened(Event e, string text) => Joined(e.Type, e.Mode, e.Actor, e.Recipient is null ? null : $"→ {e.Recipient}", Terms.Of(e.Status), e.Anchor.In(text));

    private static string Lang(string? language) => language is null ? "" : $" lang=\"{Html(language)}\"";

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string Css()
    {
        using var stream = typeof(HtmlRecordWriter).Assembly.GetManifestResourceStream("record.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

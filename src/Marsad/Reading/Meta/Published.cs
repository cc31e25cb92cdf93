using Marsad.Reading.Html;
using Marsad.Reading.Times;

namespace Marsad.Reading.Meta;

/// <summary>When an article was published and changed, and which source on the page says so.</summary>
internal sealed class Published(PageTree tree, PageSigns signs, int heading)
{
    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "og:pubdate", "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "published_time",
        "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued", "dc.date", "dc:date", "dc.date.created",
        "dc:created", "dc:issued", "article.published", "articlepublicationdate", "published-date", "published_at", "date.available", "article_date_original", "originalpublicationdate", "rnews:datepublished", "vr:published_time", "release_date", "bt:pubdate", "iso-8601-publish-date", "publication_date", "createdate", "last-modified", "date",
    ];

    private static readonly string[] ModifiedMetas = ["article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "dcterms.modified", "dc.date.modified", "article:modified", "lastmod", "modified_time", "revised", "last-modified"];

    /// <summary>How far from the headline a printed date is looked for, in nodes.</summary>
    private const int Near = 160;

    private static readonly TimeSpan MostAhead = TimeSpan.FromHours(4);

    public PublicationTime? Modified => StatedTime.Parse(signs.Linked?.Modified) ?? StatedTime.Parse(signs.Meta(ModifiedMetas));

    public (PublicationTime? Time, Choice? Choice) Choose(bool arabic, Uri? url)
    {
        var stated = Stated();
        if (stated.Count == 0) return (Element() ?? Visible(out _) ?? InUrl(url), null);
        var (source, time) = stated[0];
        var against = stated.Where(other => other.Time.Day != time.Day).Select(other => $"{other.Source}: {other.Time}").ToList();
        if (arabic && time is { Clock: not null, Offset.Ticks: 0 } && IsFalseZone(time, out var printed))
            return (time with { Clock = new TimeOnly(time.Clock.Value.Hour, time.Clock.Value.Minute), Offset = null }, new Choice("published", source, $"the zone is dropped: the clock printed for readers, {printed}, is the same, so Z was put on local time", against));
        if (arabic && time is { Clock: not null, Offset.Ticks: 0 } && Local(time, out printed) is { } local)
            return (local, new Choice("published", source, $"told at the outlet: the clock printed for readers, {printed}, is the same instant there", against));
        return (time, against.Count == 0 ? null : new Choice("published", source, "stated for machines, in the order JSON-LD, meta, microdata", against));
    }

    private List<(string Source, PublicationTime Time)> Stated()
    {
        var stated = new List<(string, PublicationTime)>();
        if (StatedTime.Parse(signs.Linked?.Published) is { } linked) stated.Add(("json-ld", linked));
        foreach (var name in PublishedMetas)
            if (StatedTime.Parse(signs.Meta(name)) is { } meta) { stated.Add(("meta " + name, meta)); break; }
        foreach (var node in signs.Properties)
            if (tree.Raw(node, HtmlAttribute.ItemProp).Contains("datePublished", StringComparison.OrdinalIgnoreCase) && OfNode(node) is { } item) { stated.Add(("microdata", item)); break; }
        return stated;
    }

    private PublicationTime? OfNode(int node) => StatedTime.Parse(tree.Value(node, HtmlAttribute.DateTime) ?? tree.Value(node, HtmlAttribute.Content) ?? tree.Text(node));

    /// <summary>The time element nearest after the headline, or one that calls itself the publication's.</summary>
    private PublicationTime? Element()
    {
        foreach (var node in signs.Times)
            if (tree.Has(node, HtmlAttribute.PubDate) && OfNode(node) is { } own) return own;
        foreach (var node in signs.Times)
            if (node > heading - Near && OfNode(node) is { } near) return near;
        return null;
    }

    private PublicationTime? Visible(out string printed)
    {
        printed = "";
        if (heading == 0) return Scan(0, tree.Count, ref printed);
        return Scan(heading, Math.Min(tree.Count, heading + Near), ref printed) ?? Scan(Math.Max(0, heading - Near), heading, ref printed, backwards: true);
    }

    private PublicationTime? Scan(int from, int to, ref string printed, bool backwards = false)
    {
        for (var i = from; i < to; i++)
        {
            var node = backwards ? to - 1 - (i - from) : i;
            ref readonly var at = ref tree[node];
            if (at.Tag != HtmlTag.Text || at.End - at.Start is < 6 or > 240 || tree[at.Parent].Tag.IsRawText()) continue;
            var raw = tree.Source.AsSpan(at.Start, at.End - at.Start);
            if (!HasDigit(raw)) continue;
            printed = Whole(at.Parent, Entities.Decode(raw).Trim());
            if (VisibleDate.Find(printed) is { } time && time.Day.Year is > 1995 and < 2100) return time;
        }

        return null;
    }

    /// <summary>A date is often cut up by spans: the text of the element round it, if that is short.</summary>
    private string Whole(int parent, string text)
    {
        for (var up = 0; up < 2 && parent > 0; up++, parent = tree[parent].Parent)
            if (tree[parent].Next - parent <= 12 && tree.Text(parent).Trim() is { Length: < 160 } whole) text = whole;
        return text;
    }

    private static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsDigit(c)) return true;
        return false;
    }

    /// <summary>A clock printed for readers that equals the one stated with Z, and does not say that it is universal time.</summary>
    private bool IsFalseZone(PublicationTime stated, out string printed) =>
        Visible(out printed) is { Clock: { } clock } visible && visible.Day == stated.Day && clock.Hour == stated.Clock!.Value.Hour && clock.Minute == stated.Clock.Value.Minute && !DayHalf.SaysUniversal(printed);

    /// <summary>
    /// The stated instant on the outlet's own clock, where the printed one stands whole hours ahead of universal time, as it does from Rabat to Muscat. Without it the day
    /// of what is published after midnight slips to the one before.
    /// </summary>
    private PublicationTime? Local(PublicationTime stated, out string printed)
    {
        if (Visible(out printed) is not { Clock: { } clock } visible || DayHalf.SaysUniversal(printed)) return null;
        var ahead = visible.Day.ToDateTime(clock) - stated.Day.ToDateTime(new TimeOnly(stated.Clock!.Value.Hour, stated.Clock.Value.Minute));
        return ahead.Ticks > 0 && ahead <= MostAhead && ahead.Ticks % TimeSpan.TicksPerHour == 0 ? PublicationTime.At(stated.Instant.ToOffset(ahead)) : null;
    }

    /// <summary>"/2024/05/03/" in the address.</summary>
    private static PublicationTime? InUrl(Uri? url)
    {
        if (url is null || !url.IsAbsoluteUri) return null;
        var parts = url.AbsolutePath.Split('/');
        for (var i = 0; i + 2 < parts.Length; i++)
            if (parts[i].Length == 4 && parts[i + 1].Length is 1 or 2 && parts[i + 2].Length is 1 or 2 && StatedTime.Parse($"{parts[i]}-{parts[i + 1]}-{parts[i + 2]}") is { } day) return day;
        return null;
    }
}

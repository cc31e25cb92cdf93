using Marsad.Archive;
using Marsad.Language;
using Marsad.Reading;
using Marsad.Relating;
using Marsad.Relating.Copies;
using Marsad.Relating.Entities;
using Marsad.Relating.Stories;
using Marsad.Store;
using Marsad.Watching;
using Microsoft.Data.Sqlite;

namespace Marsad.Flow;

/// <summary>Leads one page through the rooms: Reading, Language, Relating, Store, Watching. What hurts is parked, the next page walks on.</summary>
/// <remarks>Safe to use from any thread. <see cref="Understand"/> is the long part and runs on as many threads as one likes; <see cref="File"/> takes turns.</remarks>
public sealed class PageWalk(StationStore store, IReadOnlyList<Watch> watches)
{
    private const int MostQuoted = 12;

    /// <summary>The whole walk of one page.</summary>
    /// <exception cref="SqliteException">The store is down (disk full, locked for too long); nothing of the page was filed.</exception>
    public WalkEnd Walk(Arrival arrival) => File(Understand(arrival));

    /// <summary>Takes a page through the pure rooms. Never throws for what is in it.</summary>
    public Understanding Understand(Arrival arrival)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        var room = "Reading";
        try
        {
            if (Read(arrival, out var reason) is not { } article) return new Understanding.Empty(arrival, reason!);
            var content = ArticleIdentity.Content(article);
            var identity = ArticleIdentity.Of(arrival, article, content);
            if (store.Read(connection => Articles.Find(connection, identity, content)) is { } known) return new Understanding.Known(arrival, known);
            room = "Language";
            var record = ArticleReading.Understand(IdOf(arrival), article, PathOf(arrival));
            return new Understanding.Understood(arrival, record, identity, content, PublishedAt(arrival, article));
        }
        catch (Exception fault) when (fault is not SqliteException)
        {
            return new Understanding.Hurt(arrival, room, new Trouble("FL011", fault.Message), fault.ToString());
        }
    }

    /// <summary>Relates, files and watches what was understood, in one transaction; parks what hurts.</summary>
    /// <remarks>Inside a write that holds several pages a page that hurts throws: the whole is taken back, and its pages are to be filed one by one.</remarks>
    /// <exception cref="SqliteException">The store is down; nothing of the page was filed.</exception>
    public WalkEnd File(Understanding understanding) => understanding switch
    {
        Understanding.Understood understood => FileContained(understood),
        Understanding.Known known => Done(known.Arrival, new WalkEnd.Unchanged(known.Article)),
        Understanding.Empty empty => new WalkEnd.NoArticle(empty.Reason),
        Understanding.Hurt hurt => Park(hurt),
        _ => throw new ArgumentException("Not an understanding.", nameof(understanding)),
    };

    /// <summary>Tries a parked page again. Null where it is not parked (any more), or where nothing of it was kept: then it is to be fetched again.</summary>
    /// <param name="body">Reads a body from the archive.</param>
    public WalkEnd? Retry(long parked, Func<Digest, ReadOnlyMemory<byte>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (store.Parked.Find(parked) is not { } page || ParkedPages.ArrivalOf(page, body) is not { } arrival) return null;
        var end = Walk(arrival);
        return end is WalkEnd.NoArticle no ? Park(arrival, "Reading", no.Reason) : end;
    }

    /// <summary>Sets a page aside with the reason.</summary>
    public WalkEnd Park(Arrival arrival, string room, Trouble reason) => Park(new Understanding.Hurt(arrival, room, reason, null));

    private WalkEnd Park(Understanding.Hurt hurt)
    {
        store.Parked.Add(ParkedPages.Of(hurt));
        return new WalkEnd.Parked(hurt.Reason);
    }

    private WalkEnd FileContained(Understanding.Understood understood)
    {
        var room = "Relating";
        var isOneOfMany = store.IsWriting;
        try
        {
            return store.Write(_ => FileAll(understood, ref room));
        }
        catch (Exception fault) when (!isOneOfMany && fault is not SqliteException { SqliteErrorCode: not SQLitePCL.raw.SQLITE_CONSTRAINT })
        {
            return Park(new Understanding.Hurt(understood.Arrival, room, new Trouble("FL011", fault.Message), fault.ToString()));
        }
    }

    private WalkEnd FileAll(Understanding.Understood understood, ref string room)
    {
        if (store.Articles.Current(understood.Identity) is { } current && current.Content == understood.Content.ToString())
            return Done(understood.Arrival, new WalkEnd.Unchanged(current.Id));
        var article = understood.Record.Article;
        var title = new ArticleWords(article.Title ?? "");
        var text = new ArticleWords(article.Text);
        var relation = Relate(understood, title, text);
        room = "Store";
        var filing = new Filing(
            understood.Record, understood.Identity, understood.Content, understood.PublishedAt, (understood.Arrival as Arrival.Page)?.Capture, understood.Arrival.Source, title, text, relation);
        var story = StoryOf(relation, filing);
        var id = store.Articles.File(filing, story);
        store.Situations.Match(id, filing);
        room = "Watching";
        return Done(understood.Arrival, new WalkEnd.Filed(id, relation.Folded is not null, Alert(understood.Record.Record, text, id, story)));
    }

    private Relation Relate(Understanding.Understood understood, ArticleWords title, ArticleWords text)
    {
        var sketch = Sketch.Of(text);
        var names = understood.Record.Record.Names.Select(name => NameForm.Of(name.Canonical).Folded).ToHashSet(StringComparer.Ordinal);
        var sharing = store.Articles.Sharing(sketch, understood.Identity);
        var copy = CopyJudge.Judge(sketch, names, understood.PublishedAt, sharing);
        var all = StoryTerms.Of(understood.Record.Record, title, text);
        var terms = all.Weigh(store.Articles.Count(), store.Stories.Counts(all.All));
        IReadOnlyList<StoryCandidate> near = copy is null ? store.Stories.Near(terms, understood.PublishedAt) : [];
        return new Relation(copy, copy is null ? StoryJudge.Judge(near) : copy.Like.Story, sketch, all, terms) { Kin = KinOf(copy, understood, text) ?? QuotedBy(sharing, near, understood, text, sketch) };
    }

    // A copy is compared with the one that it would be folded under.
    private Kinship? KinOf(CopyOf? copy, Understanding.Understood understood, ArticleWords text) =>
        copy is null ? null : Kinship.Of(copy.Like.Head, copy.IsFirst, TextOf(understood, text), store.Kinships.TextOf(copy.Like.Head));

    // What is quoted often shares too little for the bands of its sketch; but it stands in reports on the same subject.
    private Kinship? QuotedBy(IReadOnlyList<CopyCandidate> sharing, IReadOnlyList<StoryCandidate> near, Understanding.Understood understood, ArticleWords text, Sketch sketch)
    {
        var subject = store.Articles.Sketches(near.OrderByDescending(one => one.Likeness).Take(MostQuoted).Select(one => one.Article), understood.Identity);
        return CopyJudge.Passages(sketch, sharing.Concat(subject).DistinctBy(candidate => candidate.Id))
            .Where(known => understood.PublishedAt < known.Published || KinJudge.MayQuote(TextOf(understood, text), known.Runs))
            .Select(known => Kinship.Apart(known.Id, understood.PublishedAt < known.Published, TextOf(understood, text), store.Kinships.TextOf(known.Id)))
            .FirstOrDefault(kin => kin is not null);
    }

    private static KinText TextOf(Understanding.Understood understood, ArticleWords text) =>
        new(text, understood.Record.Article.Title, understood.Record.Article.Outlet, understood.Record.Record);

    private long StoryOf(Relation relation, Filing filing)
    {
        if (relation.Story is not { } story) return store.Stories.Open(filing.Record.Article.Title ?? FirstLine(filing.Record.Article.Text), filing.PublishedAt);
        store.Stories.Stretch(story, filing.PublishedAt);
        return story;
    }

    private int Alert(Record record, ArticleWords text, long article, long story) =>
        watches.Count(watch => Lookout.Look(watch, record, text) is { } finding && store.Alerts.Raise(finding, text.Text, article, story));

    private WalkEnd Done(Arrival arrival, WalkEnd end)
    {
        store.Parked.Release(arrival.Place);
        return end;
    }

    private static Article? Read(Arrival arrival, out Trouble? reason)
    {
        reason = null;
        switch (arrival)
        {
            case Arrival.Given given:
                return given.Article;
            case Arrival.Unreadable unreadable:
                reason = unreadable.Reason;
                return null;
            case Arrival.Page page:
                return ReadPage(page, out reason);
            default:
                throw new ArgumentException("Not an arrival.", nameof(arrival));
        }
    }

    private static Article? ReadPage(Arrival.Page page, out Trouble? reason)
    {
        reason = null;
        var url = Uri.TryCreate(page.Place, UriKind.Absolute, out var address) && !address.IsFile ? address : null;
        var reading = PageReader.Read(page.Body, new PageHints(url, page.ContentType, page.Outlet));
        if (reading is PageReading.NotAnArticle not) reason = not.Reason;
        if (reading is not PageReading.Read { Article: var article }) return null;
        return article with
        {
            Url = article.Url ?? url?.AbsoluteUri,
            Outlet = article.Outlet ?? page.Outlet,
            Published = article.Published ?? (page.FeedTime is { } time ? PublicationTime.At(time) : null),
        };
    }

    private static DateTimeOffset PublishedAt(Arrival arrival, Article article) => article.Published?.Instant ?? (arrival as Arrival.Page)?.NotAfter ?? arrival.At;

    private static string IdOf(Arrival arrival) => arrival switch
    {
        Arrival.Given given => given.Id,
        Arrival.Page page => page.Id ?? page.Capture.ToString(),
        _ => arrival.Place,
    };

    private static string? PathOf(Arrival arrival) => arrival switch
    {
        Arrival.Given given => given.Path,
        Arrival.Page { Id: not null } page => page.Place,
        _ => null,
    };

    private static string FirstLine(string text)
    {
        const int Longest = 120;
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        if (end >= 0) line = line[..end];
        return line.Length <= Longest ? line.ToString() : string.Concat(line[..Longest], "…");
    }
}

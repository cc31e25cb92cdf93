using System.Text;
using Dapper;
using Marsad.Archive;
using Marsad.Fetch;
using Marsad.Language;
using Marsad.Language.Text;
using Marsad.Reading;
using Marsad.Records;
using Marsad.Relating;
using Marsad.Relating.Copies;
using Marsad.Relating.Stories;
using Marsad.Store;
using Marsad.Watching;
using Microsoft.Data.Sqlite;

namespace Marsad.Desk.Tests.Support;

/// <summary>A small situation in words of our own: a crisis, a few outlets, a copy, an edited article, figures that grow, an alert, trouble.</summary>
public static class SomeNews
{
    public static readonly DateTimeOffset Now = new(2022, 1, 7, 10, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset CapturedAt = new(2022, 1, 6, 15, 0, 0, TimeSpan.Zero);

    public static void Fill(StationStore store, CaptureArchive archive)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(archive);
        store.Situations.Follow(new Situation("kazakhstan", "أزمة كازاخستان", "The crisis in Kazakhstan", ["كازاخستان", "الداخلية", "أوامر قضائية", "حصيلة"]));
        store.Write(c =>
        {
            Sources(c);
            Stories(c);
            foreach (var (article, i) in Articles.Select((a, i) => (a, i + 1))) File(store, c, archive, article, i);
            Alert(store);
            Parked(c);
        });
    }

    private static void Parked(SqliteConnection c) => c.Execute(
        """
        INSERT INTO work (id, source_id, url, entry_key, state, added_at) VALUES (1, 1, 'http://horizon.example/broken', 'k1', 'parked', '2022-01-06T08:00:00Z');
        INSERT INTO parked (identity, captured_at, work_id, url, digest, room, code, detail, analyzer, parked_at)
        VALUES ('url:broken', '2022-01-06T08:04:00Z', 1, 'http://horizon.example/broken', NULL, 'Fetch', 'FT003', 'GET http://horizon.example/broken: connection refused, 4 attempts', '0.1.0+ar.1', '2022-01-06T08:05:00Z');
        """);

    private static void Sources(SqliteConnection c) => c.Execute(
        """
        INSERT INTO source (id, feed_url, outlet, language, polled_at, next_poll_at, ok_at, failures, trouble_code, trouble) VALUES
        (1, 'http://horizon.example/rss', 'الأفق', 'ar', '2022-01-07T09:55:00Z', '2022-01-07T10:05:00Z', '2022-01-07T09:55:00Z', 0, NULL, NULL),
        (2, 'http://steppe.example/atom', 'صوت السهوب', 'ar', '2022-01-07T09:40:00Z', NULL, '2022-01-06T21:00:00Z', 5, 'FE012', 'no entry could be read'),
        (3, 'http://courier.example/feed', 'The Courier', 'en', NULL, NULL, NULL, 0, NULL, NULL)
        """);

    private static void Stories(SqliteConnection c) => c.Execute(
        """
        INSERT INTO story (id, title, first_at, last_at) VALUES
        (1, 'الوزارة تتحدث عن وصول القوات', '2022-01-06T08:00:00Z', '2022-01-06T12:00:00Z'),
        (2, 'ارتفاع عدد الموقوفين', '2022-01-06T15:00:00Z', '2022-01-07T07:00:00Z')
        """);

    private static void Alert(StationStore store)
    {
        const string Words = "اعتُقلوا دون أوامر قضائية";
        var text = Articles[3].Text;
        var start = text.IndexOf(Words, StringComparison.Ordinal);
        store.Alerts.Raise(new Finding("human-rights", "arbitrary-arrest", ["اعتُقلوا", "دون أوامر"], new Span(start, start + Words.Length)), text, 4, 2);
    }

    private static void File(StationStore store, SqliteConnection c, CaptureArchive archive, Page page, int number)
    {
        var html = Encoding.UTF8.GetBytes($"<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>{page.Title}</title><script>document.title='ran'</script><h1>{page.Title}</h1><p>{page.Text}</p>");
        var url = new Uri($"http://{number}.example/news");
        var (digest, entry) = archive.Keep(new Capture(url, url, CapturedAt, 200, "text/html; charset=utf-8", html));
        var article = new Article(page.Text, page.Title, "مراسلنا", Published(page), Url: url.AbsoluteUri, Outlet: page.Outlet, Language: "ar")
        {
            Leads = [new Lead("عنوان من صفحة أخرى", null)],
        };
        c.Execute(
            "INSERT INTO capture (digest, url, final_url, captured_at, status, content_type, length, entry) VALUES (@digest, @Url, @Url, '2022-01-06T15:00:00Z', 200, 'text/html; charset=utf-8', @Length, @entry)",
            new { digest = digest.ToString(), article.Url, html.Length, entry });
        var (title, text) = (new ArticleWords(page.Title), new ArticleWords(page.Text));
        var record = RecordOf(page);
        var copy = page.CopyOf is { } head ? new CopyOf(new CopyCandidate(head, Published(page).Instant, head, Published(page).Instant, page.Story, [], new(new HashSet<string>())), default, IsFirst: false) : null;
        var relation = new Relation(copy, page.Story, Sketch.Of(text), StoryTerms.Of(record, title, text), []);
        var filing = new Filing(new ArticleRecord($"page:{number}", article, record), page.Key ?? $"id:{number}", Digest.Of(html), Published(page).Instant, digest, 1, title, text, relation);
        store.Situations.Match(store.Articles.File(filing, page.Story), filing);
    }

    private static PublicationTime Published(Page page) => PublicationTime.TryParse(page.Published, out var time) ? time : throw new FormatException(page.Published);

    private static Record RecordOf(Page page)
    {
        Span At(string words) => page.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var start ? new Span(start, start + words.Length) : throw new FormatException(words);
        string? NameOf(string? speaker) => page.Names.Select((n, i) => (n.Words, Id: $"n{i + 1}")).FirstOrDefault(n => n.Words == speaker).Id;
        var statements = page.Statements.Select((s, i) => new Statement($"s{i + 1}", At(s.Cue), At(s.Words), s.Speaker, NameOf(s.Speaker), null, s.Role, s.Via, s.To, StatementKind.Indirect, s.Type, null, s.Confidence)).ToList();
        var figures = page.Figures.Select((f, i) => new Figure($"f{i + 1}", At(f.Words), f.Low, f.High, f.Bound, f.Category, f.Of, statements.FirstOrDefault(s => s.Content.Contains(At(f.Words)))?.Id)).ToList();
        var names = page.Names.Select((n, i) => new Name($"n{i + 1}", n.Type, n.Words, n.Variants, Mentions(page.Text, [n.Words, .. n.Variants]))).ToList();
        var events = page.Events.Select((e, i) => new Event($"e{i + 1}", e.Type, null, [], At(e.Anchor), e.Actor, null, null, e.Place, null, e.Status, null, [], 0.8)).ToList();
        var places = names.Where(n => n.Canonical == "ألماتي").Select(n => new Place(n.Id, 43.25, 76.95, "KZ", 0.9)).ToList();
        return new Record(names, statements, figures, [.. page.Times.Select(t => new TimeExpression(At(t.Words), t.Value))], places, events, "0.1.0+ar.1");
    }

    private static List<Span> Mentions(string text, string[] forms)
    {
        var found = new List<Span>();
        foreach (var form in forms)
            for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
                if (!found.Any(f => f.Overlaps(new Span(at, at + form.Length)))) found.Add(new Span(at, at + form.Length));
        return [.. found.OrderBy(f => f.Start)];
    }

    private sealed record Said(string Cue, string Words, string? Speaker, StatementType Type, string? Role = null, string? Via = null, string? To = null, double Confidence = 0.92);

    private sealed record Counted(string Words, decimal Low, decimal High, Bound Bound, FigureCategory Category, string? Of);

    private sealed record Named(string Words, NameType Type, params string[] Variants);

    private sealed record Done(string Anchor, string Type, string? Actor, string? Place, EventStatus Status = EventStatus.Happened);

    private sealed record Dated(string Words, string Value);

    private sealed record Page(string Outlet, string Published, string Title, string Text, long Story)
    {
        /// <summary>What makes it the same article as another.</summary>
        public string? Key { get; init; }

        public long? CopyOf { get; init; }

        public IReadOnlyList<Said> Statements { get; init; } = [];

        public IReadOnlyList<Counted> Figures { get; init; } = [];

        public IReadOnlyList<Named> Names { get; init; } = [];

        public IReadOnlyList<Done> Events { get; init; } = [];

        public IReadOnlyList<Dated> Times { get; init; } = [];
    }

    private const string Arrival =
        "أعلن سامر النجار، المتحدث باسم وزارة الخارجية، أن بلاده تتابع باهتمام أنباء وصول نحو 2500 جندي إلى كازاخستان، وقال إن أي تدخل يجب أن يكون محدود المدة.\n" +
        "ونقلت وكالة السهوب للأنباء عن مصدر في الأمانة العامة قوله إن القوات ستتولى حراسة المنشآت وحدها ولن تشارك في تفريق المحتجين.\n" +
        "وأضاف النجار أن الوزارة ترجو ألا يُستعمل الرصاص الحي في ألماتي، داعياً جميع الأطراف إلى التهدئة.\n" +
        "وتشهد قازاخستان منذ مطلع الأسبوع مظاهرات واسعة بدأت بسبب ارتفاع أسعار الوقود ثم امتدت إلى مدن عدة.";

    private static readonly Page First = new("الأفق", "2022-01-06T14:05:00+06:00", "الخارجية: نتابع أنباء وصول القوات إلى كازاخستان باهتمام بالغ", Arrival, 1)
    {
        Statements =
        [
            new("أعلن", "بلاده تتابع باهتمام أنباء وصول نحو 2500 جندي إلى كازاخستان", "سامر النجار", StatementType.Announce, "المتحدث باسم وزارة الخارجية"),
            new("قال", "أي تدخل يجب أن يكون محدود المدة", "سامر النجار", StatementType.Demand, "المتحدث باسم وزارة الخارجية"),
            new("نقلت", "القوات ستتولى حراسة المنشآت وحدها ولن تشارك في تفريق المحتجين", "مصدر في الأمانة العامة", StatementType.Assert, null, "وكالة السهوب للأنباء", null, 0.55),
            new("أضاف", "الوزارة ترجو ألا يُستعمل الرصاص الحي في ألماتي", "سامر النجار", StatementType.Call, "المتحدث باسم وزارة الخارجية"),
            new("داعياً", "التهدئة", "سامر النجار", StatementType.Call, "المتحدث باسم وزارة الخارجية", null, "جميع الأطراف", 0.8),
        ],
        Figures = [new("نحو 2500 جندي", 2500, 2500, Bound.About, FigureCategory.Forces, "جندي")],
        Names = [new("سامر النجار", NameType.Person, "النجار"), new("وزارة الخارجية", NameType.Organization), new("وكالة السهوب للأنباء", NameType.Organization), new("كازاخستان", NameType.Location, "قازاخستان"), new("ألماتي", NameType.Location)],
        Events = [new("مظاهرات", "PROTEST", null, "قازاخستان"), new("وصول", "MOBILIZE", null, "كازاخستان", EventStatus.Claimed)],
        Times = [new("مطلع الأسبوع", "2022-01-03")],
    };

    private static readonly Page[] Articles =
    [
        First,
        First with { Outlet = "صوت السهوب", Published = "2022-01-06T16:30:00+06:00", CopyOf = 1 },
        First with { Outlet = "بريد المدينة", Published = "2022-01-06", CopyOf = 1 },
        new("صحيفة النهر", "2022-01-06T18:20:00+03:00", "منظمة حقوقية: محتجون اعتُقلوا دون أوامر قضائية",
            "أفادت ليلى حداد، رئيسة منظمة العدالة، بأن ما لا يقل عن 300 شخص اعتُقلوا دون أوامر قضائية خلال يومين، وطالبت بالكشف عن أماكنهم.\nوقالت السلطات إن الموقوفين متهمون بنهب المتاجر.", 2)
        {
            Statements =
            [
                new("أفادت", "ما لا يقل عن 300 شخص اعتُقلوا دون أوامر قضائية خلال يومين", "ليلى حداد", StatementType.Accuse, "رئيسة منظمة العدالة"),
                new("طالبت", "الكشف عن أماكنهم", "ليلى حداد", StatementType.Demand, "رئيسة منظمة العدالة"),
                new("قالت", "الموقوفين متهمون بنهب المتاجر", "السلطات", StatementType.Accuse, null, null, null, 0.74),
            ],
            Figures = [new("ما لا يقل عن 300 شخص", 300, 300, Bound.AtLeast, FigureCategory.Detained, "شخص")],
            Names = [new("ليلى حداد", NameType.Person), new("منظمة العدالة", NameType.Organization)],
            Events = [new("اعتُقلوا", "COERCE", "السلطات", null)],
            Times = [],
        },
        new("الأفق", "2022-01-06T21:00:00+06:00", "الداخلية: توقيف ما بين 450 و600 شخص",
            "قالت وزارة الداخلية إن قواتها أوقفت ما بين 450 و600 شخص في ثلاث مدن.", 2)
        {
            Key = "id:edited",
            Statements = [new("قالت", "قواتها أوقفت ما بين 450 و600 شخص في ثلاث مدن", "وزارة الداخلية", StatementType.Assert)],
            Figures = [new("ما بين 450 و600 شخص", 450, 600, Bound.Range, FigureCategory.Detained, "شخص")],
        },
        new("الأفق", "2022-01-07T01:30:00+06:00", "الداخلية: توقيف نحو 800 شخص",
            "قالت وزارة الداخلية إن قواتها أوقفت نحو 800 شخص في أربع مدن.\nونفت الوزارة استعمال القوة المفرطة.", 2)
        {
            Key = "id:edited",
            Statements =
            [
                new("قالت", "قواتها أوقفت نحو 800 شخص في أربع مدن", "وزارة الداخلية", StatementType.Assert),
                new("نفت", "استعمال القوة المفرطة", "وزارة الداخلية", StatementType.Deny),
            ],
            Figures = [new("نحو 800 شخص", 800, 800, Bound.About, FigureCategory.Detained, "شخص")],
            Names = [new("وزارة الداخلية", NameType.Organization)],
            Events = [new("أوقفت", "COERCE", "وزارة الداخلية", null)],
        },
        new("مرايا", "2022-01-07T09:10:00+02:00", "حصيلة جديدة: أكثر من 2000 موقوف وفق النيابة",
            "ذكرت النيابة العامة أن عدد الموقوفين تجاوز 2000 شخص، وأن 26 شخصاً قُتلوا في المواجهات.\nوتوقعت ليلى حداد أن يرتفع العدد في الأيام المقبلة.", 2)
        {
            Statements =
            [
                new("ذكرت", "عدد الموقوفين تجاوز 2000 شخص، وأن 26 شخصاً قُتلوا في المواجهات", "النيابة العامة", StatementType.Assert),
                new("توقعت", "يرتفع العدد في الأيام المقبلة", "ليلى حداد", StatementType.Predict, "رئيسة منظمة العدالة", null, null, 0.6),
            ],
            Figures = [new("2000 شخص", 2000, 2000, Bound.MoreThan, FigureCategory.Detained, "شخص"), new("26 شخصاً", 26, 26, Bound.Exact, FigureCategory.Killed, "شخصاً")],
            Names = [new("النيابة العامة", NameType.Organization), new("ليلى حداد", NameType.Person)],
        },
    ];
}

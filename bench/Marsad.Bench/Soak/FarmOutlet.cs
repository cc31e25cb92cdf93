using System.Globalization;
using System.Text;

namespace Marsad.Bench.Soak;

/// <summary>What an outlet of the farm does to those that follow it.</summary>
internal enum Manner
{
    Rss,
    Atom,
    Sitemap,
    FrontPage,

    /// <summary>A body that never ends.</summary>
    Endless,

    /// <summary>A small body that unpacks to a gigabyte.</summary>
    Bomb,

    /// <summary>A redirect to itself.</summary>
    Loop,

    /// <summary>A byte a second.</summary>
    Slow,

    /// <summary>A redirect to this machine.</summary>
    Inward,

    /// <summary>A feed with a bomb of entities, and pages nested a hundred thousand deep.</summary>
    Nested,

    /// <summary>Bytes without meaning.</summary>
    Noise,
}

/// <summary>An outlet of the farm: what it publishes when follows from its number alone, so that any process can say what must have been found.</summary>
internal sealed class FarmOutlet
{
    private const int InFeed = 12, AtStart = 3;

    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset _end;
    private readonly TimeSpan _period;
    private readonly TimeSpan _offset;

    public FarmOutlet(int number, Manner manner, DateTimeOffset start, DateTimeOffset end)
    {
        var random = new Random(number);
        (Number, Manner, _start, _end) = (number, manner, start, end);
        _period = TimeSpan.FromMinutes(3 + Math.Pow(random.NextDouble(), 2) * 90);
        _offset = _period * random.NextDouble();
        Latency = TimeSpan.FromMilliseconds(((int[])[2, 10, 40, 150, 800])[random.Next(5)]);
    }

    public int Number { get; }

    public Manner Manner { get; }

    public TimeSpan Latency { get; }

    public bool IsHostile => Manner >= Manner.Endless;

    public string Host => string.Create(CultureInfo.InvariantCulture, $"o{Number}.farm.example");

    public Uri Address => new($"http://{Host}{(Manner switch { Manner.Sitemap => "/sitemap.xml", Manner.FrontPage => "/", _ => "/feed.xml" })}");

    public int Published(DateTimeOffset now)
    {
        var time = (now < _end ? now : _end) - _start - _offset;
        return AtStart + (time < TimeSpan.Zero ? 0 : 1 + (int)(time / _period));
    }

    public string Url(int article) => string.Create(CultureInfo.InvariantCulture, $"http://{Host}/2022/news-{10_000 + article}.html");

    /// <summary>The article that a path names; null where there is none yet.</summary>
    public int? ArticleAt(string path, DateTimeOffset now)
    {
        var number = path.StartsWith("/2022/news-", StringComparison.Ordinal) && int.TryParse(path[11..].Replace(".html", "", StringComparison.Ordinal), out var said) ? said - 10_000 : -1;
        return number >= 0 && number < Published(now) ? number : null;
    }

    /// <param name="poll">Counts the polls: links come with another click counter each time.</param>
    public string Feed(DateTimeOffset now, int poll)
    {
        var count = Published(now);
        var newest = Enumerable.Range(Math.Max(0, count - InFeed), Math.Min(count, InFeed)).Reverse();
        string Link(int i) => Number % 3 == 0 ? $"{Url(i)}?utm_source=feed{poll}" : Url(i);
        return Manner switch
        {
            Manner.Atom => "<feed xmlns='http://www.w3.org/2005/Atom'><title>" + Host + "</title>" + string.Concat(newest.Select(i => $"<entry><id>{i}</id><title>{Title(i)}</title><link href='{Link(i)}'/></entry>")) + "</feed>",
            Manner.Sitemap => "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>" + string.Concat(newest.Select(i => $"<url><loc>{Link(i)}</loc></url>")) + "</urlset>",
            Manner.FrontPage => "<html lang=ar><head><title>" + Host + "</title></head><body><nav><a href=/politics>سياسة</a></nav>" + string.Concat(newest.Select(i => $"<h2><a href='{Link(i)}'>{Title(i)}</a></h2>")) + "</body></html>",
            _ => "<rss version='2.0'><channel><title>" + Host + "</title>" + string.Concat(newest.Select(i => $"<item><title>{Title(i)}</title><link>{Link(i)}</link></item>")) + "</channel></rss>",
        };
    }

    public string Page(int article)
    {
        var random = new Random((Number * 100_003) + article);
        var text = new StringBuilder();
        for (var i = 0; i < 6; i++) text.Append(CultureInfo.InvariantCulture, $"<p>{Sentence(random)} {Sentence(random)}</p>");
        return $"<!DOCTYPE html><html lang=ar><head><meta charset=utf-8><title>{Title(article)}</title></head><body><article><h1>{Title(article)}</h1>{text}</article></body></html>";
    }

    private string Title(int article) => string.Create(CultureInfo.InvariantCulture, $"{Sentence(new Random((Number * 7919) + article))[..^1]} في الحي {Number} رقم {article}");

    private static string Sentence(Random random)
    {
        string[] who = ["وزير الخارجية", "المتحدث باسم الحكومة", "رئيسة المجلس", "قائد الشرطة", "محافظ المدينة", "سفير كازاخستان", "وزيرة الصحة", "رئيس البلدية"];
        string[] what = ["قال", "أعلن", "أكد", "نفى", "أضاف", "حذر"];
        string[] things = ["المحادثات", "الانتخابات", "الميزانية", "الهدنة", "المساعدات", "الحدود", "المستشفيات", "المدارس", "الأسعار", "المياه", "الطرق", "المصانع", "الموانئ", "القوات", "الاتصالات", "المحاصيل"];
        string[] places = ["ألماتي", "بيروت", "الخرطوم", "تونس", "بغداد", "عمان", "الرباط", "صنعاء", "دمشق", "طرابلس"];
        string Pick(string[] from) => from[random.Next(from.Length)];
        return $"{Pick(what)} {Pick(who)} في {Pick(places)} إن {Pick(things)} و{Pick(things)} تحتاج إلى {random.Next(2, 9000)} من {Pick(things)} خلال {random.Next(2, 90)} يوما.";
    }
}

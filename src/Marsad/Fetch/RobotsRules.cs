using System.Globalization;
using System.Text;

namespace Marsad.Fetch;

/// <summary>What a robots.txt says to one crawler (RFC 9309): pure, tolerant as the standard asks.</summary>
internal sealed class RobotsRules
{
    // RFC 9309 §2.5: "at least 500 kibibytes".
    public const int Largest = 500 * 1024;
    private const int MostRules = 10_000;
    private const int MostSitemaps = 50;

    private readonly List<(string Pattern, bool Allows)> _rules;

    private RobotsRules(List<(string, bool)> rules, TimeSpan? delay, IReadOnlyList<string> sitemaps)
    {
        _rules = rules;
        Delay = delay;
        Sitemaps = sitemaps;
    }

    public static RobotsRules AllowAll { get; } = new([], null, []);

    /// <summary>Crawl-delay: no part of the standard, but many write it; null if unsaid.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>The sitemaps that it names (sitemaps.org), as written: they are for every crawler, wherever they stand.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <summary>About how much memory it holds, in characters.</summary>
    public int Weight => _rules.Sum(rule => rule.Pattern.Length + 16) + Sitemaps.Sum(sitemap => sitemap.Length + 16);

    /// <param name="product">Our product token, lower case: "marsad".</param>
    public static RobotsRules Parse(string text, string product)
    {
        var own = new Group();
        var general = new Group();
        var named = new List<string>();
        var sitemaps = new List<string>();
        var atRules = true;
        foreach (var line in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Split(line) is not var (key, value)) continue;
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (atRules) named.Clear();
                atRules = false;
                named.Add(value);
                if (IsFor(value, product)) own.IsNamed = true;
                continue;
            }

            if (key.Equals("sitemap", StringComparison.OrdinalIgnoreCase) && sitemaps.Count < MostSitemaps) sitemaps.Add(value);
            if (!IsRule(key)) continue;
            atRules = true;
            if (named.Any(n => IsFor(n, product))) own.Take(key, value);
            if (named.Contains("*")) general.Take(key, value);
        }

        return (own.IsNamed ? own : general).ToRules(sitemaps);
    }

    /// <summary>The longest rule that matches decides; allow wins between equals; no rule allows (§2.2.2).</summary>
    public bool Allows(Uri url)
    {
        var path = Normal(url.PathAndQuery);
        if (path == "/robots.txt") return true;
        var (longest, allows) = (-1, true);
        foreach (var (pattern, allow) in _rules)
        {
            if (pattern.Length < longest || (pattern.Length == longest && !allow) || !Matches(pattern, path)) continue;
            (longest, allows) = (pattern.Length, allow);
        }

        return allows;
    }

    private static bool IsRule(string key) =>
        key.Equals("allow", StringComparison.OrdinalIgnoreCase) || key.Equals("disallow", StringComparison.OrdinalIgnoreCase)
        || key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase);

    private static (string Key, string Value)? Split(string line)
    {
        line = line.Trim('\uFEFF');
        if (line.IndexOf('#', StringComparison.Ordinal) is var comment and >= 0) line = line[..comment];
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 1 ? null : (line[..colon].Trim(), line[(colon + 1)..].Trim());
    }

    // §2.2.1: letters, "_" and "-" make a product token; a version after it does not count.
    private static bool IsFor(string name, string product)
    {
        var length = 0;
        while (length < name.Length && (char.IsAsciiLetter(name[length]) || name[length] is '-' or '_')) length++;
        return name.AsSpan(0, length).Equals(product, StringComparison.OrdinalIgnoreCase);
    }

    // §2.2.2: octets beyond ASCII are compared percent-encoded, and encoded characters that need no encoding are compared plain.
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                if (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~') normal.Append((char)octet);
                else normal.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
                i += 2;
            }
            else if (char.IsAscii(path[i])) normal.Append(path[i]);
            else if (char.IsHighSurrogate(path[i]) && i + 1 < path.Length) normal.Append(Uri.EscapeDataString(path.AsSpan(i++, 2)));
            else normal.Append(Uri.EscapeDataString(path[i].ToString()));
        }

        return normal.ToString();
    }

    // "*" stands for any run of characters, "$" at the end for the end. Going back to the last "*" only keeps this linear in practice.
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        if (anchored) pattern = pattern[..^1];
        var (p, s, star, resume) = (0, 0, -1, 0);
        while (true)
        {
            if (p == pattern.Length && (!anchored || s == path.Length)) return true;
            if (p < pattern.Length && pattern[p] == '*') (star, resume, p) = (p, s, p + 1);
            else if (p < pattern.Length && s < path.Length && pattern[p] == path[s]) (p, s) = (p + 1, s + 1);
            else if (star >= 0 && resume < path.Length) (p, s) = (star + 1, ++resume);
            else return false;
        }
    }

    private sealed class Group
    {
        private readonly List<(string, bool)> _rules = [];
        private TimeSpan? _delay;

        public bool IsNamed { get; set; }

        public void Take(string key, string value)
        {
            if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase)) _delay = Seconds(value) ?? _delay;
            else if (value.Length > 0 && _rules.Count < MostRules) _rules.Add((Normal(value), key.Equals("allow", StringComparison.OrdinalIgnoreCase)));
        }

        public RobotsRules ToRules(List<string> sitemaps) => new(_rules, _delay, sitemaps);

        // Who asks for a week is not asked sooner than who asks for a day.
        private static TimeSpan? Seconds(string value) =>
            double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0
                ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400))
                : null;
    }
}

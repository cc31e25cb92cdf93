namespace Marsad.Reading.Meta;

/// <summary>Takes what sources give as writers apart into names.</summary>
internal static class WriterNames
{
    private static readonly string[] Joiners = [" and ", " und ", " y ", " et ", " & ", " e ", " och ", " og ", " en "];

    private static readonly char[] Separators = [',', ';', '|', '\u060C', '\u061B', '\u00B7', '\u3001'];

    /// <summary>"Reporter" after a name, as Korean bylines put it.</summary>
    private const string Reporter = " \uAE30\uC790";

    private const int LongestName = 60, MostWords = 5, MostSigned = 48;

    /// <summary>The names of a source: people alone, and all with the outlet's own where it is an entry of its own.</summary>
    public static (List<string> People, List<string> All) Of(IEnumerable<string> source, IReadOnlyList<string> outlets)
    {
        var (people, all) = (new List<string>(), new List<string>());
        foreach (var entry in source)
        {
            var names = Split(entry).Select(Plain).Where(IsName).ToList();
            var persons = names.Where(name => !outlets.Any(outlet => IsOutlet(name, outlet))).ToList();

            // "outlet.example, Frankfurt, Germany": what stands beside the outlet is where it is, unless it is a whole name.
            if (persons.Count < names.Count) persons.RemoveAll(name => !name.Contains(' '));
            Add(people, persons);
            Add(all, persons.Count > 0 ? persons : names);
        }

        return (people, all);
    }

    /// <summary>The names of a printed line. After a whole name a single word is a place or an office.</summary>
    public static IReadOnlyList<string> Printed(string line)
    {
        var cued = Byline.WithoutCue(line) is var rest && rest.Length < line.Length;
        var names = Split(line).Select(name => Plain(Byline.WithoutCue(name))).Where(name => IsFull(name) || (cued && !name.Contains(' '))).ToList();
        return names.Exists(IsFull) ? names.FindAll(IsFull) : names;
    }

    /// <summary>A line of names alone: "Jane Doe", "JANE DOE/Max Muster".</summary>
    public static IReadOnlyList<string> Signed(string line)
    {
        if (line.Length > MostSigned || line[^1] is '.' or ':' or '!' or '?') return [];
        var names = line.Split('/').SelectMany(Split).ToList();
        return names.TrueForAll(name => IsFull(name) && IsCased(name)) ? names : [];
    }

    /// <summary>A name of two words or more, each with a capital where the script has any.</summary>
    public static bool IsFull(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= MostWords && !name.Contains(':') && !(name[^1] == '.' && words[^1].Length > 3) && char.IsLetter(words[0][0]) && !char.IsLower(words[0][0]) && !char.IsLower(words[^1][0]) && char.IsLetter(words[^1][0]);
    }

    public static string BeforeDigits(string line)
    {
        var digit = line.AsSpan().IndexOfAnyInRange('0', '9');
        return digit < 0 ? line : line[..digit].TrimEnd(" |,-\u2013\u00B7\u2022".ToCharArray());
    }

    public static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || text.Contains('@') || text.Contains(".com/", StringComparison.Ordinal);

    private static bool IsCased(string name) => char.IsUpper(name[0]);

    private static void Add(List<string> to, List<string> names) => to.AddRange(names.Where(name => !to.Contains(name, StringComparer.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase));

    private static bool IsName(string name) => name.Length is >= 2 and <= LongestName && !IsAddress(name) && name.Any(char.IsLetter) && name[0] != '(';

    /// <summary>Without a cue and initials in brackets; a slug ("jane-doe") with spaces.</summary>
    private static string Plain(string text)
    {
        var name = Byline.WithoutCue(text);
        var bracket = name.IndexOf('(');
        if (bracket > 2 && name.EndsWith(')')) name = name[..bracket].Trim();
        if (name.EndsWith(Reporter, StringComparison.Ordinal)) name = name[..^Reporter.Length];
        return name.Contains('-') && !name.Contains(' ') && name.All(c => c == '-' || char.IsAsciiLetterLower(c)) ? name.Replace('-', ' ') : name;
    }

    /// <summary>The outlet, alone or with a word round it ("The Example newsroom"); a short name only alone or as an address, since longer words may hold it by chance.</summary>
    private static bool IsOutlet(string name, string outlet) =>
        Body.BlockJudge.Key(name) is { Length: > 1 } own && Body.BlockJudge.Key(outlet) is { Length: > 1 } site && (own == site || site.Contains(own, StringComparison.Ordinal) || ((site.Length > 3 || name.Contains('.')) && own.Contains(site, StringComparison.Ordinal)));

    private static IEnumerable<string> Split(string text) => text.Split(Separators).SelectMany(Unjoined).Select(Headline.Clean).Where(name => name.Length > 1);

    /// <summary>Two whole names joined by "and"; "Anna and Max Muster" and "Outlet and AFP" stay as they are written.</summary>
    private static IEnumerable<string> Unjoined(string text)
    {
        foreach (var joiner in Joiners)
        {
            var parts = text.Split(joiner, StringSplitOptions.TrimEntries);
            if (parts.Length > 1 && parts.All(part => part.Contains(' '))) return parts.SelectMany(Unjoined);
        }

        return [text];
    }
}

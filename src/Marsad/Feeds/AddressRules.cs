using System.Collections.Frozen;

namespace Marsad.Feeds;

/// <summary>What in an address does not change which article answers: Feeds/Data/addresses.tsv, looked up.</summary>
internal sealed class AddressRules
{
    private readonly FrozenSet<string> _parameters;
    private readonly string[] _prefixes;
    private readonly FrozenSet<string> _ampParameters;

    private AddressRules(ILookup<string, string> rows)
    {
        _parameters = Set(rows["parameter"].Where(name => name[^1] != '*'));
        _prefixes = [.. rows["parameter"].Where(name => name[^1] == '*').Select(name => name[..^1])];
        _ampParameters = Set(rows["amp-parameter"]);
        EditionLabels = Set(rows["edition-label"]);
        AmpSegments = Set(rows["amp-segment"]);
        // The longer first: ".amp.html" before ".amp".
        AmpSuffixes = [.. rows["amp-suffix"].OrderByDescending(suffix => suffix.Length)];
    }

    public static AddressRules Table { get; } = new(Rows().ToLookup(row => row[1], row => row[0]));

    /// <summary>First labels of hosts that serve the same pages in another dress: "m" of m.news.example.</summary>
    public FrozenSet<string> EditionLabels { get; }

    public FrozenSet<string> AmpSegments { get; }

    public string[] AmpSuffixes { get; }

    /// <summary>Whether a parameter ("name=value") exists to count clicks.</summary>
    public bool Counts(ReadOnlySpan<char> parameter)
    {
        var equals = parameter.IndexOf('=');
        var name = parameter[..(equals < 0 ? parameter.Length : equals)];
        foreach (var prefix in _prefixes)
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        return equals > 0 && _parameters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }

    public bool AsksForAmp(string parameter) => _ampParameters.Contains(parameter);

    private static FrozenSet<string> Set(IEnumerable<string> names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string[]> Rows()
    {
        using var stream = typeof(AddressRules).Assembly.GetManifestResourceStream("feeds/addresses.tsv") ?? throw new InvalidOperationException("feeds/addresses.tsv is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }
}

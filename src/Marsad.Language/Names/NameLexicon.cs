using System.Collections.Frozen;
using Marsad.Language.Data;
using Marsad.Language.Text;

namespace Marsad.Language.Names;

/// <summary>The lists of titles, heads of organisations and places, and adjectives of nationality, folded for look-up.</summary>
internal sealed class NameLexicon
{
    private const string Article = "\u0627\u0644";
    private const char Heh = '\u0647';
    private const char Teh = '\u062A';
    private const char Yeh = '\u064A';
    private const char Noon = '\u0646';
    private const char Waw = '\u0648';
    private const char Alef = '\u0627';

    private readonly FrozenDictionary<string, WordRoles> _roles;
    private readonly FrozenDictionary<string, WordRoles>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _countryBySpan;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _whole = Table.FoldedWords("whole-names.tsv").ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private NameLexicon(Dictionary<string, WordRoles> roles, Dictionary<string, string> countries)
    {
        _countryBySpan = countries.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _roles = roles.ToFrozenDictionary(StringComparer.Ordinal);
        _bySpan = _roles.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static NameLexicon Embedded { get; } = Load();

    /// <summary>The roles of a folded word without particles.</summary>
    public WordRoles RolesOf(ReadOnlySpan<char> folded) => _bySpan.TryGetValue(folded, out var roles) ? roles : WordRoles.None;

    /// <summary>Whether a folded word is one word although it begins as if a particle stood before it: it has a role, or is a given name such as "Latif".</summary>
    public bool IsWhole(ReadOnlySpan<char> folded) => RolesOf(folded) != WordRoles.None || _whole.Contains(folded);

    /// <summary>The ISO 3166-1 code of an adjective of nationality, or null.</summary>
    public string? CountryOf(ReadOnlySpan<char> folded) => _countryBySpan.TryGetValue(folded, out var country) ? country : null;

    private static NameLexicon Load()
    {
        var roles = new Dictionary<string, WordRoles>(StringComparer.Ordinal);
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Table.Rows("titles.tsv")) Add(roles, row[0], TitleRole(row[1]));
        foreach (var row in Table.Rows("place-heads.tsv")) Add(roles, row[0], PlaceRole(row[1]));
        foreach (var row in Table.Rows("organisation-heads.tsv")) Add(roles, row[0], OrganizationRole(row[1]));
        foreach (var row in Table.Rows("nationalities.tsv")) AddNationality(roles, countries, Folding.Fold(row[0]), row[1]);
        foreach (var word in Table.FoldedWords("outlets.tsv")) Add(roles, word, WordRoles.Outlet);
        return new NameLexicon(roles, countries);
    }

    private static WordRoles TitleRole(string kind) => kind switch
    {
        "kin" => WordRoles.Kin,
        "joint" => WordRoles.Joint,
        "alias" => WordRoles.Alias,
        "honour" => WordRoles.Honour,
        "style" => WordRoles.Style,
        _ => WordRoles.Title,
    };

    private static WordRoles PlaceRole(string kind) => kind switch
    {
        "before" => WordRoles.PlaceBefore,
        "joint" => WordRoles.PlaceJoint,
        "direction" => WordRoles.Direction,
        "built" => WordRoles.Built,
        "same" => WordRoles.PlacePart | WordRoles.PlaceSame,
        _ => WordRoles.PlacePart,
    };

    private static WordRoles OrganizationRole(string kind) => kind switch
    {
        "local" => WordRoles.Local,
        "band" => WordRoles.Band,
        "place" => WordRoles.OrganizationWeak | WordRoles.OfPlace,
        "thing" => WordRoles.Thing,
        "alone" => WordRoles.Alone,
        "called" => WordRoles.Called,
        "honour" => WordRoles.Honour,
        "before" => WordRoles.OrganizationBefore,
        "body" => WordRoles.OrganizationThe | WordRoles.OrganizationBody,
        "rank" => WordRoles.Rank,
        "loose" => WordRoles.Loose,
        "the" => WordRoles.OrganizationThe,
        "media" => WordRoles.Media,
        "group" => WordRoles.Group,
        "weak" => WordRoles.OrganizationWeak,
        "link" => WordRoles.OrganizationLink,
        "stop" => WordRoles.Stop,
        _ => WordRoles.OrganizationOf,
    };

    // Masculine, feminine, both duals and the sound plurals, each bare and with the article.
    private static void AddNationality(Dictionary<string, WordRoles> roles, Dictionary<string, string> countries, string masculine, string country)
    {
        foreach (var ending in (string[])["", $"{Heh}", $"{Alef}{Noon}", $"{Yeh}{Noon}", $"{Waw}{Noon}", $"{Teh}{Alef}{Noon}", $"{Teh}{Yeh}{Noon}", $"{Alef}{Teh}"])
        {
            Add(roles, masculine + ending, WordRoles.Nationality);
            Add(roles, Article + masculine + ending, WordRoles.Nationality);
            if (country == "-") continue;
            countries[masculine + ending] = country;
            countries[Article + masculine + ending] = country;
        }
    }

    private static void Add(Dictionary<string, WordRoles> roles, string word, WordRoles role)
    {
        var folded = Folding.Fold(word);
        roles[folded] = roles.GetValueOrDefault(folded) | role;
    }
}

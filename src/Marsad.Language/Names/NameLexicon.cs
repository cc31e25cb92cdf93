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

    private NameLexicon(Dictionary<string, WordRoles> roles)
    {
        _roles = roles.ToFrozenDictionary(StringComparer.Ordinal);
        _bySpan = _roles.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static NameLexicon Embedded { get; } = Load();

    /// <summary>The roles of a folded word without particles.</summary>
    public WordRoles RolesOf(ReadOnlySpan<char> folded) => _bySpan.TryGetValue(folded, out var roles) ? roles : WordRoles.None;

    private static NameLexicon Load()
    {
        var roles = new Dictionary<string, WordRoles>(StringComparer.Ordinal);
        foreach (var row in Table.Rows("titles.tsv")) Add(roles, row[0], row[1] == "kin" ? WordRoles.Kin : WordRoles.Title);
        foreach (var row in Table.Rows("place-heads.tsv")) Add(roles, row[0], PlaceRole(row[1]));
        foreach (var row in Table.Rows("organisation-heads.tsv")) Add(roles, row[0], OrganizationRole(row[1]));
        foreach (var row in Table.Rows("nationalities.tsv")) AddNationality(roles, Folding.Fold(row[0]));
        return new NameLexicon(roles);
    }

    private static WordRoles PlaceRole(string kind) => kind switch
    {
        "before" => WordRoles.PlaceBefore,
        "same" => WordRoles.PlacePart | WordRoles.PlaceSame,
        _ => WordRoles.PlacePart,
    };

    private static WordRoles OrganizationRole(string kind) => kind switch
    {
        "the" => WordRoles.OrganizationThe,
        "media" => WordRoles.Media,
        "group" => WordRoles.Group,
        "weak" => WordRoles.OrganizationWeak,
        "link" => WordRoles.OrganizationLink,
        "stop" => WordRoles.Stop,
        _ => WordRoles.OrganizationOf,
    };

    // Masculine, feminine, both duals and the sound plurals, each bare and with the article.
    private static void AddNationality(Dictionary<string, WordRoles> roles, string masculine)
    {
        foreach (var ending in (string[])["", $"{Heh}", $"{Alef}{Noon}", $"{Yeh}{Noon}", $"{Waw}{Noon}", $"{Teh}{Alef}{Noon}", $"{Teh}{Yeh}{Noon}", $"{Alef}{Teh}"])
        {
            Add(roles, masculine + ending, WordRoles.Nationality);
            Add(roles, Article + masculine + ending, WordRoles.Nationality);
        }
    }

    private static void Add(Dictionary<string, WordRoles> roles, string word, WordRoles role)
    {
        var folded = Folding.Fold(word);
        roles[folded] = roles.GetValueOrDefault(folded) | role;
    }
}

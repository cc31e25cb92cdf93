using System.Collections.Frozen;
using Marsad.Language.Data;
using Marsad.Language.Text;
using Marsad.Records;

namespace Marsad.Store.Search;

/// <summary>What of an article or statement a part of a query is about.</summary>
internal enum SearchField
{
    Speaker,
    Via,
    Outlet,
    Type,
    From,
    To,
    Place,
}

/// <summary>The words by which fields and acts are called in a query, in English and Arabic (lang/ar/search_words.tsv).</summary>
internal static class SearchFields
{
    private static readonly FrozenDictionary<string, SearchField> Fields = Words("field").ToFrozenDictionary(w => w.Key, w => Enum.Parse<SearchField>(w.Value, ignoreCase: true));
    private static readonly FrozenDictionary<string, string> Acts = Words("type").ToFrozenDictionary(w => w.Key, w => w.Value);

    public static SearchField? Of(string word) => Fields.TryGetValue(Folding.Fold(word), out var field) ? field : null;

    /// <summary>The data contract's word for an act; null where it is none.</summary>
    public static string? Act(string word) => Acts.TryGetValue(Folding.Fold(word), out var act) ? act : null;

    private static IEnumerable<KeyValuePair<string, string>> Words(string kind)
    {
        var contract = kind == "field" ? Enum.GetNames<SearchField>().Select(name => name.ToLowerInvariant()) : Enum.GetValues<Language.StatementType>().Select(Terms.Of);
        var arabic = Table.Rows("search_words.tsv").Where(row => row[1] == kind).Select(row => KeyValuePair.Create(Folding.Fold(row[0]), row[2]));
        return contract.Select(word => KeyValuePair.Create(word, word)).Concat(arabic).DistinctBy(w => w.Key, StringComparer.Ordinal);
    }
}

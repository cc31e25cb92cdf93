using Marsad.Relating;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Search;

/// <summary>What a search asks of a row in SQL, with the reader's folding.</summary>
internal static class SearchFunctions
{
    /// <summary>Whether a name has words, one after another; called with the name and the folded words.</summary>
    public const string HasPhrase = "has_phrase";

    /// <summary>Whether a name has words in any order; called with the name and the words, of each its forms between strokes.</summary>
    public const string HasWords = "has_words";

    public static void AddTo(SqliteConnection connection)
    {
        connection.CreateFunction(HasPhrase, (string? name, string words) => name is not null && $" {SearchFacts.FormOf(name).Folded} ".Contains($" {words} ", StringComparison.Ordinal), isDeterministic: true);
        connection.CreateFunction(HasWords, (string? name, string words) => name is not null && Has(new ArticleWords(name), words), isDeterministic: true);
    }

    private static bool Has(ArticleWords name, string words)
    {
        foreach (var forms in words.Split(' '))
            if (!HasOne(name, forms.Split('|'))) return false;
        return true;
    }

    private static bool HasOne(ArticleWords name, string[] forms)
    {
        for (var i = 0; i < name.Count; i++)
            foreach (var form in forms)
                if (name[i].SequenceEqual(form) || name.Stem(i).SequenceEqual(form)) return true;
        return false;
    }
}

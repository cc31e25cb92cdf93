using System.Text;
using Marsad.Language;
using Marsad.Relating;
using Marsad.Relating.Entities;
using Marsad.Relating.Spelling;

namespace Marsad.Store.Search;

/// <summary>What the search index is given: folded words, and beside them their stems. Queries are made the same way (<see cref="SearchQuery"/>).</summary>
internal static class SearchText
{
    public static string Words(ArticleWords words) => new(words.Folded);

    /// <summary>
    /// The stems of both, and those of the names once more: a name of the record stands without the particles that are written together
    /// with it in the text, which a stemmer without a lexicon cannot take off.
    /// </summary>
    public static string Stems(ArticleWords title, ArticleWords text, IReadOnlyList<Name> names)
    {
        var stems = new StringBuilder(text.Folded.Length + 64);
        Add(stems, title);
        Add(stems, text);
        foreach (var name in names)
            foreach (var form in name.Variants.Prepend(name.Canonical))
                AddForm(stems, NameForm.Of(form));
        return stems.ToString();
    }

    public static string Stems(ArticleWords words)
    {
        var stems = new StringBuilder(words.Folded.Length);
        Add(stems, words);
        return stems.ToString();
    }

    private static void Add(StringBuilder stems, ArticleWords words)
    {
        for (var i = 0; i < words.Count; i++) stems.Append(words.Stem(i)).Append(' ');
    }

    private static void AddForm(StringBuilder stems, NameForm form)
    {
        foreach (var word in form.Words) stems.Append(LightStem.Of(word)).Append(' ');
    }
}

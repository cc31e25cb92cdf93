using System.Globalization;
using Marsad.Language;
using Marsad.Language.Text;
using Marsad.Records;
using Marsad.Relating;
using Marsad.Relating.Entities;
using Marsad.Relating.Spelling;

namespace Marsad.Store.Search;

/// <summary>
/// What a query's fields ask for, as words of the index's column "facts", so that the index itself joins them to other words: a letter before each word says which field it belongs to.
/// They lead to all that a field may mean and now and then to more, where names share words; the rows are asked too (<see cref="SearchConditions"/>).
/// </summary>
internal sealed class SearchFacts
{
    private readonly Dictionary<string, Name> _names;
    private readonly string[] _ofArticle;

    public SearchFacts(string? outlet, DateTimeOffset published, Record record)
    {
        _names = record.Names.ToDictionary(name => name.Id, StringComparer.Ordinal);
        var day = published.UtcDateTime;
        var places = record.Names.Where(name => name.Type == NameType.Location).SelectMany(FormsOf).SelectMany(StemsOf).Select(stem => Word(SearchField.Place, stem));
        _ofArticle = [.. outlet is null ? [] : new[] { Outlet(outlet) }, Year(day.Year), Month(day.Year, day.Month), .. places.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Of the article, with what is said in it.</summary>
    public string OfArticle(IEnumerable<Statement> statements) => string.Join(' ', statements.SelectMany(Said).Concat(_ofArticle));

    public string Of(Statement statement) => string.Join(' ', Said(statement).Concat(_ofArticle));

    public static string Outlet(string outlet) => "o" + string.Concat(Folding.Fold(outlet).Where(char.IsLetterOrDigit));

    public static string Type(string type) => "t" + type;

    public static string Year(int year) => year.ToString("'m'0000", CultureInfo.InvariantCulture);

    public static string Month(int year, int month) => Year(year) + month.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>The words of a medium's name, in their order.</summary>
    public static string Via(string via) => string.Join(' ', FormOf(via).Words.Select(word => "v" + word));

    /// <summary>One word in the place of a field that names somebody.</summary>
    public static string Word(SearchField field, string word) => (field == SearchField.Speaker ? "s" : "p") + word;

    /// <summary>A name without what the index takes for the end of a word.</summary>
    public static NameForm FormOf(string name) => NameForm.Of(string.Concat(Folding.Fold(name).Select(c => char.IsLetterOrDigit(c) ? c : ' ')));

    /// <summary>The stems of a name's words.</summary>
    public static List<string> StemsOf(string name) => [.. FormOf(name).Words.Select(word => LightStem.Of(word).ToString())];

    private IEnumerable<string> Said(Statement statement)
    {
        yield return Type(Terms.Of(statement.Type));
        if (statement.Via is { } via) yield return Via(via);
        foreach (var word in SpeakerWords(statement).Distinct(StringComparer.Ordinal)) yield return word;
    }

    private IEnumerable<string> SpeakerWords(Statement statement)
    {
        var forms = statement.SpeakerName is { } id && _names.TryGetValue(id, out var name) ? FormsOf(name) : [];
        var words = new ArticleWords(statement.Speaker ?? "");
        return Enumerable.Range(0, words.Count).Select(i => LightStem.Of(words[i]).ToString()).Concat(forms.SelectMany(StemsOf)).Select(stem => Word(SearchField.Speaker, stem));
    }

    private static IEnumerable<string> FormsOf(Name name) => name.Variants.Prepend(name.Canonical);
}

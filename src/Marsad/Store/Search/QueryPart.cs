namespace Marsad.Store.Search;

/// <summary>One part of a query between spaces, or between quotation marks.</summary>
internal readonly record struct QueryPart(string Words, bool IsPhrase, bool IsUnwanted)
{
    // Straight, curly and Arabic quotation marks open and close a phrase alike; one that is never closed runs to the end.
    private const string Quotes = "\"\u201C\u201D\u00AB\u00BB";

    public static IEnumerable<QueryPart> Split(string query)
    {
        for (var i = 0; i < query.Length; i++)
        {
            if (char.IsWhiteSpace(query[i])) continue;
            var unwanted = query[i] == '-' && i + 1 < query.Length;
            if (unwanted) i++;
            var phrase = Quotes.Contains(query[i], StringComparison.Ordinal);
            if (phrase) i++;
            var start = i;
            while (i < query.Length && !(phrase ? Quotes.Contains(query[i], StringComparison.Ordinal) : char.IsWhiteSpace(query[i]))) i++;
            yield return new QueryPart(query[start..i], phrase, unwanted);
        }
    }
}

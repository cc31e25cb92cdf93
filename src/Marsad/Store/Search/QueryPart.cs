namespace Marsad.Store.Search;

/// <summary>One part of a query between spaces, or between quotation marks.</summary>
/// <param name="Field">What stands before a colon, as written; null where nothing does.</param>
/// <param name="At">Where the part begins in the query, UTF-16.</param>
/// <param name="Length">Up to its end, with its field.</param>
internal readonly record struct QueryPart(string Words, bool IsPhrase, bool IsUnwanted, string? Field, int At, int Length)
{
    // Straight, curly and Arabic quotation marks open and close a phrase alike; one that is never closed runs to the end.
    private const string Quotes = "\"\u201C\u201D\u00AB\u00BB";

    public static IEnumerable<QueryPart> Split(string query)
    {
        for (var i = 0; i < query.Length; i++)
        {
            if (char.IsWhiteSpace(query[i])) continue;
            var at = i;
            var unwanted = query[i] == '-' && i + 1 < query.Length;
            if (unwanted) i++;
            var field = FieldAt(query, i);
            if (field is not null) i += field.Length + 1;
            var phrase = i < query.Length && Quotes.Contains(query[i], StringComparison.Ordinal);
            if (phrase) i++;
            var start = i;
            while (i < query.Length && !(phrase ? Quotes.Contains(query[i], StringComparison.Ordinal) : char.IsWhiteSpace(query[i]))) i++;
            yield return new QueryPart(query[start..i], phrase, unwanted, field, at, Math.Min(query.Length, phrase ? i + 1 : i) - at);
        }
    }

    // Only letters make a field, so that 10:30 stays a time of day; and a word that ends a clause ("he said:") is one only if there is a field of that name.
    private static string? FieldAt(string query, int at)
    {
        var end = at;
        while (end < query.Length && char.IsLetter(query[end])) end++;
        if (end == at || end == query.Length || query[end] != ':') return null;
        var isFollowed = end + 1 < query.Length && !char.IsWhiteSpace(query[end + 1]);
        return isFollowed || SearchFields.Of(query[at..end]) is not null ? query[at..end] : null;
    }
}

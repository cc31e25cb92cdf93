using Dapper;
using Marsad.Language.Text;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Finds articles and statements by words, however newsrooms spell them.</summary>
public static class SearchQueries
{
    private const int MostTerms = 12;
    private const int MostSpellings = 8;

    /// <summary>Folds what was asked and adds the other spellings of the names in it.</summary>
    public static AskedWords SearchWords(this SqliteConnection store, string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var terms = TermsOf(Folding.Fold(query));
        var spellings = terms.ToDictionary(t => t, t => SpellingsOf(store, t), StringComparer.Ordinal);
        var match = string.Join(" AND ", terms.Select(t => "(" + string.Join(" OR ", spellings[t].Prepend(t).Select(s => $"\"{s}\"*")) + ")"));
        return new AskedWords(match, [.. terms, .. spellings.Values.SelectMany(s => s).Distinct()], [.. spellings.Values.SelectMany(s => s).Distinct()]);
    }

    /// <summary>Current articles, the best match first; a headline counts more than the text; copies are left out and counted.</summary>
    public static IReadOnlyList<ArticleHit> FindArticles(this SqliteConnection store, AskedWords words, int limit, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.IsEmpty) return [];
        var rows = store.Query<ArticleRow>(
            $"""
            SELECT {ArticleRow.Columns} FROM article_search JOIN article a ON a.id = article_search.rowid
            WHERE article_search MATCH @Match AND a.current = 1 AND a.copy_of IS NULL
            ORDER BY bm25(article_search, 4.0, 1.0), a.published_at DESC LIMIT @limit OFFSET @offset
            """,
            new { words.Match, limit, offset }).AsList();
        return [.. rows.Select(row => new ArticleHit(row, TextOf(store, row.Id)))];
    }

    /// <summary>Statements by speaker or words, the best match first; those of copies are left out and counted.</summary>
    public static IReadOnlyList<StatementRow> FindStatements(this SqliteConnection store, AskedWords words, int limit, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.IsEmpty) return [];
        return store.Query<StatementRow>(
            $"""
            SELECT {StatementRow.Columns} FROM statement_search JOIN statement s ON s.id = statement_search.rowid
            JOIN article a ON a.id = s.article_id LEFT JOIN entity e ON e.id = s.entity_id
            WHERE statement_search MATCH @Match AND a.current = 1 AND a.copy_of IS NULL
            ORDER BY bm25(statement_search, 3.0, 1.0), a.published_at DESC LIMIT @limit OFFSET @offset
            """,
            new { words.Match, limit, offset }).AsList();
    }

    private static string TextOf(SqliteConnection store, long articleId) =>
        store.ExecuteScalar<string>("SELECT json_extract(CAST(record AS TEXT), '$.text') FROM article WHERE id = @articleId", new { articleId }) ?? "";

    // Letters and digits only: nothing that the search engine's own syntax could mean is left.
    private static List<string> TermsOf(string folded)
    {
        var clean = string.Create(folded.Length, folded, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++) target[i] = char.IsLetterOrDigit(source[i]) ? source[i] : ' ';
        });
        return [.. clean.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostTerms)];
    }

    // One-word spellings of every entity that has the term as a spelling.
    private static List<string> SpellingsOf(SqliteConnection store, string term) =>
        store.Query<string>(
            """
            SELECT DISTINCT other.folded FROM entity_variant own JOIN entity_variant other ON other.entity_id = own.entity_id
            WHERE own.folded = @term AND other.folded <> @term AND instr(other.folded, ' ') = 0 LIMIT @MostSpellings
            """,
            new { term, MostSpellings }).AsList();
}

/// <summary>What was asked, ready to be looked for.</summary>
/// <param name="Match">In the search engine's syntax; empty if nothing was asked.</param>
/// <param name="Folded">Every folded word that counts as found.</param>
/// <param name="AlsoAsked">The spellings that were added.</param>
public sealed record AskedWords(string Match, IReadOnlyList<string> Folded, IReadOnlyList<string> AlsoAsked)
{
    public bool IsEmpty => Match.Length == 0;
}

/// <summary>An article that was found, with its text for the passage.</summary>
public sealed record ArticleHit(ArticleRow Article, string Text);

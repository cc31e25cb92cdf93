using Marsad.Language;
using Marsad.Records;
using Marsad.Relating;

namespace Marsad.Store.Search;

/// <summary>The rows of the two search indexes: of articles, current versions only, and of their statements.</summary>
internal sealed class SearchIndex(StationStore store)
{
    /// <summary>Makes an article found that was not yet.</summary>
    public void Add(long article, ArticleRecord holds, DateTimeOffset published, ArticleWords title, ArticleWords text)
    {
        var facts = new SearchFacts(holds.Article.Outlet, published, holds.Record);
        store.Prepared("INSERT INTO article_search(rowid, title, text, stems, facts) VALUES ($1, $2, $3, $4, $5)")
            .Run(article, SearchText.Words(title), SearchText.Words(text), SearchText.Stems(title, text, holds.Record.Names), facts.OfArticle(holds.Record.Statements));
    }

    /// <summary>Makes an article found by what holds of it now; its statements have rows of their own.</summary>
    public void Replace(long article, ArticleRecord holds, DateTimeOffset published)
    {
        store.Prepared("DELETE FROM article_search WHERE rowid = $1").Run(article);
        Add(article, holds, published, new ArticleWords(holds.Article.Title ?? ""), new ArticleWords(holds.Article.Text));
    }

    /// <summary>Takes an article and its statements out.</summary>
    public void Remove(long article)
    {
        store.Prepared("DELETE FROM article_search WHERE rowid = $1").Run(article);
        RemoveStatements(article);
    }

    public void AddStatement(long row, Statement statement, string content, SearchFacts facts)
    {
        var words = new ArticleWords(content);
        var speaker = new ArticleWords(statement.Speaker ?? "");
        store.Prepared("INSERT INTO statement_search(rowid, speaker, content, stems, facts) VALUES ($1, $2, $3, $4, $5)")
            .Run(row, SearchText.Words(speaker), SearchText.Words(words), SearchText.Stems(speaker, words, []), facts.Of(statement));
    }

    public void RemoveStatements(long article) => store.Prepared("DELETE FROM statement_search WHERE rowid IN (SELECT id FROM statement WHERE article_id = $1)").Run(article);
}

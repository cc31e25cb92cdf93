-- What every article that is found is asked, without its row, which is large.
CREATE INDEX article_found ON article(id, current, copy_of, published_at, outlet);

-- The same of the statements and names of an article.
CREATE INDEX statement_of_article ON statement(article_id, type, entity_id, speaker, via);
DROP INDEX statement_article;
CREATE INDEX name_of_article ON name(article_id, entity_id);
DROP INDEX name_article;

-- What a query's fields ask for stands among the words, so that the index itself joins them to words (Store/Search/SearchFacts).
DROP TABLE article_search;
DROP TABLE statement_search;
CREATE VIRTUAL TABLE article_search USING fts5(title, text, stems, facts, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE statement_search USING fts5(speaker, content, stems, facts, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
INSERT INTO article_search(article_search, rank) VALUES ('automerge', 8), ('hashsize', 16777216);
INSERT INTO statement_search(statement_search, rank) VALUES ('automerge', 8), ('hashsize', 4194304);

-- Articles that are not in the indexes yet: the program puts them there when it opens the store (Store/Search/SearchRefill).
CREATE TABLE search_waiting (article_id INTEGER PRIMARY KEY);
INSERT INTO search_waiting(article_id) SELECT id FROM article WHERE current = 1;

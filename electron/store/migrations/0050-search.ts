import type { Migration } from '../migration.ts'

/** What the search keeps of a row of `document`, so that a list never reads a text. */
const COLUMNS = ['state', 'genre', 'issuers', 'title', 'document_number', 'signature_date', 'drafter', 'handler', 'updated_at', 'discarded_at']
const NEW = COLUMNS.map((column) => `NEW.${column}`).join(', ')
const TICK = 'UPDATE search_clock SET at = at + 1;'
const NOW = '(SELECT at FROM search_clock)'

/** Has the documents of an issue read anew: in which one a document stands is part of what is listed. */
const touch = (documents: string): string => `BEGIN ${TICK} UPDATE searched SET touched = ${NOW} WHERE document_id IN (${documents}); END;`

/**
 * The search of the library (资料库): a row for each document with what lists, filters and counts need, an index of pairs of characters, and
 * triggers that keep the row in step and mark a changed text as due, in the transaction of the change. Texts are indexed later.
 */
export const search: Migration = {
  version: 50,
  sql: `
    -- Goes up with whatever a list may show, so that a process reads only what has changed since.
    CREATE TABLE search_clock (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO search_clock VALUES (1, 1);

    -- The rowid of the index stands here: that of a table without an INTEGER PRIMARY KEY changes under VACUUM.
    CREATE TABLE searched (
      id INTEGER PRIMARY KEY,
      document_id TEXT NOT NULL UNIQUE REFERENCES document (id),
      touched INTEGER NOT NULL,
      -- The text has changed since it was indexed, or never was.
      due INTEGER NOT NULL CHECK (due IN (0, 1)),
      -- Pairs of characters that are in the index; NULL where the text is not.
      pairs INTEGER,
      state TEXT NOT NULL,
      genre TEXT,
      issuers TEXT NOT NULL,
      title TEXT NOT NULL,
      document_number TEXT,
      signature_date TEXT NOT NULL,
      drafter TEXT NOT NULL,
      handler TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      discarded_at INTEGER
    ) STRICT;
    CREATE INDEX searched_touched ON searched (touched);
    CREATE INDEX searched_due ON searched (touched) WHERE due = 1;
    INSERT INTO searched (document_id, touched, due, ${COLUMNS.join(', ')})
      SELECT id, 1, 1, ${COLUMNS.join(', ')} FROM document ORDER BY updated_at, rowid;

    -- The lines of an indexed text, packed, as electron/store/search-lines.ts writes them: the context of words is read without its document.
    CREATE TABLE searched_lines (
      id INTEGER PRIMARY KEY REFERENCES searched (id),
      packed BLOB NOT NULL
    ) STRICT;

    -- Pairs of neighbouring characters, as shared/search/words.ts writes them.
    CREATE VIRTUAL TABLE searched_pair USING fts5 (pairs, content = '', contentless_delete = 1, tokenize = 'ascii');

    CREATE TRIGGER document_is_searched AFTER INSERT ON document BEGIN
      ${TICK}
      INSERT INTO searched (document_id, touched, due, ${COLUMNS.join(', ')}) VALUES (NEW.id, ${NOW}, 1, ${NEW});
    END;
    CREATE TRIGGER document_is_searched_anew AFTER UPDATE ON document BEGIN
      ${TICK}
      UPDATE searched SET touched = ${NOW}, due = due OR OLD.content <> NEW.content, ${COLUMNS.map((column) => `${column} = NEW.${column}`).join(', ')}
        WHERE document_id = NEW.id;
    END;
    -- Before: the row refers to the document.
    CREATE TRIGGER document_is_searched_no_more BEFORE DELETE ON document BEGIN
      ${TICK}
      DELETE FROM searched_pair WHERE rowid = (SELECT id FROM searched WHERE document_id = OLD.id AND pairs IS NOT NULL);
      DELETE FROM searched_lines WHERE id = (SELECT id FROM searched WHERE document_id = OLD.id);
      DELETE FROM searched WHERE document_id = OLD.id;
    END;

    CREATE TRIGGER issue_takes_document AFTER INSERT ON issue_document ${touch('NEW.document_id')}
    CREATE TRIGGER issue_changes_document AFTER UPDATE ON issue_document ${touch('OLD.document_id, NEW.document_id')}
    CREATE TRIGGER issue_leaves_document AFTER DELETE ON issue_document ${touch('OLD.document_id')}
    CREATE TRIGGER issue_is_named_anew AFTER UPDATE ON issue
      ${touch('SELECT document_id FROM issue_document JOIN issue_section ON issue_section.id = section_id WHERE issue_id = NEW.id')}
  `,
}

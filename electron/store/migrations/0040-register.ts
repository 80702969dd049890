import type { Migration } from '../migration.ts'
import { fillRegister } from '../fill-register.ts'

const BOOK = ['date', 'title', 'secrecy', 'sent_to', 'copies', 'signer', 'drafter', 'filed', 'remarks'].map((field) => `${field} TEXT NOT NULL DEFAULT ''`).join(',\n      ')

/**
 * The whole way of a document and the whole life of a number: more states; series with a form and a run that may be shared; a number
 * without a document; the paper book's fields; one append-only log in place of the documents' history.
 */
export const register: Migration = {
  version: 40,
  rebuilds: true,
  after: fillRegister,
  sql: `
    CREATE TABLE document_new (
      id TEXT PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'reviewed', 'signed', 'numbered', 'printed', 'archived', 'void', 'issued')),
      revision INTEGER NOT NULL,
      content TEXT NOT NULL,
      -- SHA-256 of the canonical text, written with every content.
      fingerprint TEXT NOT NULL,
      title TEXT NOT NULL,
      genre TEXT,
      issuers TEXT NOT NULL,
      document_number TEXT,
      signature_date TEXT NOT NULL,
      template_id TEXT,
      doubts TEXT NOT NULL,
      original_sha256 TEXT REFERENCES blob (sha256),
      original_name TEXT,
      drafter TEXT NOT NULL,
      -- To whom it was sent; '' where nobody is waited for.
      handler TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      discarded_at INTEGER
    ) STRICT;
    INSERT INTO document_new
      SELECT id, state, revision, content, '', title, genre, issuers, document_number, signature_date, template_id, doubts, original_sha256, original_name,
        coalesce((SELECT who FROM history WHERE document_id = document.id AND what IN ('created', 'copied') ORDER BY at, rowid LIMIT 1), ''), '',
        created_at, updated_at, discarded_at
      FROM document ORDER BY rowid;
    DROP TABLE document;
    ALTER TABLE document_new RENAME TO document;

    CREATE TABLE snapshot_new (
      id TEXT PRIMARY KEY,
      document_id TEXT NOT NULL REFERENCES document (id),
      reason TEXT NOT NULL,
      -- NULL where the bytes are those of an earlier snapshot, which keeps them.
      content TEXT,
      same_as TEXT REFERENCES snapshot_new (id),
      fingerprint TEXT NOT NULL,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      -- Of an export its layout and file.
      detail TEXT NOT NULL,
      CHECK ((content IS NULL) = (same_as IS NOT NULL))
    ) STRICT;
    -- What the gazette printed was called 'printed' as long as there was no 印发.
    INSERT INTO snapshot_new SELECT id, document_id, CASE reason WHEN 'printed' THEN 'published' ELSE reason END, content, NULL, fingerprint, at, who, '' FROM snapshot ORDER BY rowid;
    DROP TABLE snapshot;
    ALTER TABLE snapshot_new RENAME TO snapshot;
    CREATE INDEX snapshot_of_document ON snapshot (document_id, at);
    CREATE TRIGGER snapshot_is_frozen BEFORE UPDATE ON snapshot BEGIN SELECT raise(ABORT, 'a snapshot is frozen'); END;
    CREATE TRIGGER snapshot_is_kept BEFORE DELETE ON snapshot BEGIN SELECT raise(ABORT, 'a snapshot is kept'); END;

    -- Serials are unique in a run; several series may share one.
    CREATE TABLE run (
      id TEXT PRIMARY KEY
    ) STRICT;
    INSERT INTO run SELECT id FROM series ORDER BY rowid;

    CREATE TABLE series_new (
      id TEXT PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      form TEXT NOT NULL CHECK (form IN ('bracket', 'order')),
      run_id TEXT NOT NULL REFERENCES run (id),
      yearly INTEGER NOT NULL CHECK (yearly IN (0, 1)),
      start INTEGER NOT NULL CHECK (start > 0),
      -- The year for which the start holds; NULL: for all.
      start_year INTEGER,
      created_at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO series_new SELECT id, code, '', 'bracket', id, 1, 1, NULL, created_at FROM series ORDER BY rowid;

    CREATE TABLE number_new (
      id TEXT PRIMARY KEY,
      run_id TEXT NOT NULL REFERENCES run (id),
      -- The year, or 0 for a run that goes on over the years.
      period INTEGER NOT NULL,
      serial INTEGER NOT NULL CHECK (serial > 0),
      series_id TEXT NOT NULL REFERENCES series (id),
      year INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('used', 'held', 'reserved', 'paper', 'void', 'free')),
      document_id TEXT UNIQUE REFERENCES document (id),
      holder TEXT NOT NULL,
      reason TEXT NOT NULL,
      expires TEXT,
      -- Of the text that the number was given to.
      fingerprint TEXT,
      at INTEGER NOT NULL,
      ${BOOK},
      UNIQUE (run_id, period, serial),
      CHECK (status <> 'used' OR (document_id IS NOT NULL AND fingerprint IS NOT NULL)),
      CHECK (status IN ('used', 'void') OR document_id IS NULL)
    ) STRICT;
    -- Texts and fingerprints are filled in after this. Ids are made of what names the number: one library, one result.
    INSERT INTO number_new (id, run_id, period, serial, series_id, year, status, document_id, holder, reason, expires, fingerprint, at)
      SELECT series_id || '/' || year || '/' || serial, series_id, year, serial, series_id, year, 'used', document_id, who, '', NULL, '', at FROM number ORDER BY rowid;
    DROP TABLE number;
    DROP TABLE series;
    ALTER TABLE series_new RENAME TO series;
    ALTER TABLE number_new RENAME TO number;

    -- Every act, in the order of writing; nothing in it is ever changed.
    CREATE TABLE log (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      what TEXT NOT NULL,
      detail TEXT NOT NULL,
      document_id TEXT REFERENCES document (id),
      run_id TEXT REFERENCES run (id),
      period INTEGER,
      serial INTEGER
    ) STRICT;
    INSERT INTO log (at, who, what, detail, document_id, run_id, period, serial)
      SELECT history.at, history.who, what, detail, history.document_id, run_id, period, serial
      FROM history LEFT JOIN number ON number.document_id = history.document_id AND what IN ('numbered', 'imported') ORDER BY history.at, history.rowid;
    DROP TABLE history;
    CREATE INDEX log_of_document ON log (document_id);
    CREATE INDEX log_of_number ON log (run_id, period, serial);
    CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
  `,
}

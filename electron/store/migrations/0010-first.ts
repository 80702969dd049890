import type { Migration } from '../migration.ts'

/** The first layout: profile, documents with snapshots and history, series with numbers, blobs. */
export const first: Migration = {
  version: 10,
  sql: `
    CREATE TABLE profile (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      office TEXT NOT NULL,
      user TEXT NOT NULL,
      gazette_name TEXT NOT NULL
    ) STRICT;

    CREATE TABLE blob (
      sha256 TEXT PRIMARY KEY,
      bytes BLOB NOT NULL
    ) STRICT;

    -- Summary columns repeat what the content says, so that a list does not read every text.
    CREATE TABLE document (
      id TEXT PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'numbered', 'issued')),
      revision INTEGER NOT NULL,
      content TEXT NOT NULL,
      title TEXT NOT NULL,
      genre TEXT,
      issuers TEXT NOT NULL,
      document_number TEXT,
      signature_date TEXT NOT NULL,
      template_id TEXT,
      doubts TEXT NOT NULL,
      original_sha256 TEXT REFERENCES blob (sha256),
      original_name TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      discarded_at INTEGER
    ) STRICT;

    CREATE TABLE history (
      id TEXT PRIMARY KEY,
      document_id TEXT NOT NULL REFERENCES document (id),
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      what TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX history_of_document ON history (document_id, at);

    -- What a document was at an event (signed, numbered, arrived), with the SHA-256 of its canonical text.
    CREATE TABLE snapshot (
      id TEXT PRIMARY KEY,
      document_id TEXT NOT NULL REFERENCES document (id),
      reason TEXT NOT NULL,
      content TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      at INTEGER NOT NULL,
      who TEXT NOT NULL
    ) STRICT;
    CREATE INDEX snapshot_of_document ON snapshot (document_id, at);

    CREATE TABLE series (
      id TEXT PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE number (
      series_id TEXT NOT NULL REFERENCES series (id),
      year INTEGER NOT NULL,
      serial INTEGER NOT NULL CHECK (serial > 0),
      document_id TEXT NOT NULL UNIQUE REFERENCES document (id),
      how TEXT NOT NULL CHECK (how IN ('next', 'import')),
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      PRIMARY KEY (series_id, year, serial)
    ) STRICT;
  `,
}

import type { Migration } from '../migration.ts'

/** Issues of a gazette: what they say of themselves, their sections, and which documents stand in them. */
export const issue: Migration = {
  version: 20,
  sql: `
    -- Texts are as printed, '' where the issue has none; numbers (of a combined issue several), board and doubts are JSON lists.
    CREATE TABLE issue (
      id TEXT PRIMARY KEY,
      gazette_name TEXT NOT NULL,
      year INTEGER NOT NULL,
      numbers TEXT NOT NULL,
      supplement INTEGER NOT NULL CHECK (supplement IN (0, 1)),
      total INTEGER,
      date TEXT NOT NULL,
      sponsor TEXT NOT NULL,
      board TEXT NOT NULL,
      introduction TEXT NOT NULL,
      cover TEXT NOT NULL,
      doubts TEXT NOT NULL,
      original_sha256 TEXT NOT NULL REFERENCES blob (sha256),
      original_name TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      who TEXT NOT NULL
    ) STRICT;

    -- One row for each number of an issue, so that none is there twice.
    CREATE TABLE issue_number (
      gazette_name TEXT NOT NULL,
      year INTEGER NOT NULL,
      supplement INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      issue_id TEXT NOT NULL REFERENCES issue (id),
      PRIMARY KEY (gazette_name, year, supplement, number)
    ) STRICT;

    CREATE TABLE issue_section (
      id TEXT PRIMARY KEY,
      issue_id TEXT NOT NULL REFERENCES issue (id),
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (issue_id, position)
    ) STRICT;

    -- What the contents print of the document is JSON, NULL where they leave it out.
    CREATE TABLE issue_document (
      section_id TEXT NOT NULL REFERENCES issue_section (id),
      position INTEGER NOT NULL,
      document_id TEXT NOT NULL REFERENCES document (id),
      listed TEXT,
      PRIMARY KEY (section_id, position)
    ) STRICT;
    CREATE INDEX issue_of_document ON issue_document (document_id);
  `,
}

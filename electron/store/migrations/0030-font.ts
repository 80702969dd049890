import type { Migration } from '../migration.ts'

/** The office's own families for the slots of templates and rule sets. */
export const font: Migration = {
  version: 30,
  sql: `
    -- A slot without a row has the family that the template names.
    CREATE TABLE font (
      slot TEXT PRIMARY KEY CHECK (slot IN ('smallSong', 'fangSong', 'kai', 'hei', 'song', 'latin')),
      family TEXT NOT NULL CHECK (family <> '')
    ) STRICT;
  `,
}

/** The office's own families for the slots (字体设置). */
import type { Database } from 'better-sqlite3'
import { FONT_SLOTS, type FontSlot, type OwnFamilies } from '../../shared/layout/slots.ts'

export function readFamilies(database: Database): OwnFamilies {
  return Object.fromEntries(database.prepare<[], { slot: FontSlot; family: string }>('SELECT slot, family FROM font').all().map(({ slot, family }) => [slot, family]))
}

export function writeFamilies(database: Database, families: OwnFamilies): void {
  database.prepare('DELETE FROM font').run()
  const insert = database.prepare('INSERT INTO font (slot, family) VALUES (?, ?)')
  for (const slot of FONT_SLOTS) if (families[slot]) insert.run(slot, families[slot])
}

/** What is killed in the midst of what, and what must hold afterwards. Each scenario kills `kills` processes and tells what they had done. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { restoreInto } from '../../../electron/store/backup-restore.ts'
import { LIBRARY_VERSION } from '../../../electron/store/migrate.ts'
import { createStore, openStore } from '../../../electron/store/sqlite-store.ts'
import type { Store } from '../../../electron/store/store.ts'
import { Refusal } from '../../../shared/api/reply.ts'
import { layoutOf, makeOlder } from '../older-library.ts'
import { asking, backupsKept, must, numbersKept, wholeTexts } from './sound.ts'
import { numberedText } from './text.ts'
import { killed, type Done } from './victims.ts'

/** What was done by those that were killed, by name; and how many had work under way that was found done though nobody had said so. */
export interface Tally {
  kills: number
  done: number
  /** Killed between the write and the word of it. */
  unsaid: number
}

export const SCENARIOS = {
  work: { name: '保存、取号、备份同时进行', run: workers },
  migrate: { name: '升级旧资料库', run: migrations },
  restore: { name: '恢复，另有窗口开着', run: restores },
  replace: { name: '在损坏的文件上恢复', run: replacements },
} as const
export type ScenarioId = keyof typeof SCENARIOS

const PROFILE = { office: '河湾县人民政府办公室', user: '林禾', gazetteName: '' }
/** Kills after which a library is left and another is made. */
const PER_LIBRARY = 24

/** Two that save, one that takes numbers, one that makes backups, all on one library, each killed at its own moment. */
async function workers(kills: number): Promise<Tally> {
  const tally = { kills: 0, done: 0, unsaid: 0 }
  while (tally.kills < kills) {
    await inFolder(async (folder) => {
      const library = join(folder, 'gongbao.db')
      const { drafts, series } = await newLibrary(library)
      const all: Done[] = []
      for (let count = 0; count < PER_LIBRARY && tally.kills < kills; count += 4) {
        const roles = [...drafts.map((draft) => ({ role: 'save', more: [draft] }) as const), { role: 'allocate', more: [series] } as const, { role: 'backup' } as const]
        const ends = await Promise.all(roles.map((role) => killed({ ...role, library, within: 600 })))
        all.push(...ends.flat())
        tally.kills += 4
        tally.done += ends.flat().length
        tally.unsaid += await workKept(library, all)
      }
    })
  }
  return tally
}

/** Nothing that was said to be done is lost. How many saves are there that nobody spoke of. */
async function workKept(library: string, all: readonly Done[]): Promise<number> {
  const unsaid = asking(library, (database) => {
    const texts = wholeTexts(database)
    const newest = new Map<string, number>()
    for (const one of all) if ('saved' in one) newest.set(one.saved, one.n)
    for (const [id, n] of newest) must((texts.get(id) ?? 0) >= n, `save ${n} of ${id} is lost: ${String(texts.get(id))}`)
    numbersKept(database, all.filter((one) => 'allocated' in one))
    return [...newest].filter(([id, n]) => (texts.get(id) ?? 0) > n).length
  })
  await backupsKept(library, all.filter((one) => 'backup' in one))
  return unsaid
}

async function newLibrary(library: string): Promise<{ readonly drafts: readonly string[]; readonly series: string }> {
  const store = createStore(library, PROFILE, ['河政发'])
  const drafts = [await draft(store, 0), await draft(store, 0)]
  const [series] = await store.listSeries(2024)
  await store.close()
  return { drafts, series: series?.id ?? '' }
}

/** An older library is opened, which copies it and brings it up, and is worked on. */
async function migrations(kills: number): Promise<Tally> {
  const tally = { kills: 0, done: 0, unsaid: 0 }
  while (tally.kills < kills) {
    await inFolder(async (folder) => {
      const library = join(folder, '旧.db')
      const layout = ([10, 20, 30] as const)[tally.kills % 3] ?? 30
      makeOlder({ file: library, layout, documents: Array.from({ length: 60 }, (_, at) => numberedText(at)) })
      // Killed again and again in the same library, until it is through.
      for (let opened = false; !opened && tally.kills < kills; tally.kills += 1) {
        const said = await killed({ role: 'migrate', library, within: 900 })
        tally.done += said.length
        opened = said.length > 0
        const found = layoutOf(library)
        must(found >= layout && (!opened || found === LIBRARY_VERSION), `layout ${found} after ${JSON.stringify(said)}`)
        if (found > layout && found < LIBRARY_VERSION) tally.unsaid += 1
        asking(library, (database) => must(Number(database.prepare('SELECT count(*) FROM number').pluck().get()) === 30, 'numbers are lost'))
        await backupsKept(library)
        must(found === layout || existsSync(`${library.replace(/\.db$/, '')}-备份`), 'brought up without a copy')
        if (opened) await migratedKept(library, said)
      }
    })
  }
  return tally
}

async function migratedKept(library: string, said: readonly Done[]): Promise<void> {
  const store = openStore(library)
  await store.close()
  asking(library, (database) => {
    const texts = wholeTexts(database)
    for (let at = 0; at < 60; at++) must(texts.get(`d${at}`) === at, `d${at} is not what it was`)
    for (const one of said) if ('drafted' in one) must(texts.get(one.drafted) === one.n, `${one.drafted} is lost`)
  })
}

/** A library is changed to and fro between two backups while another window has it open, which must see one of them, whole, and write into it. */
async function restores(kills: number): Promise<Tally> {
  const tally = { kills: 0, done: 0, unsaid: 0 }
  while (tally.kills < kills) {
    await inFolder(async (folder) => {
      const library = join(folder, 'gongbao.db')
      const sides = await twoBackups(library)
      const window = openStore(library)
      for (let count = 0; count < PER_LIBRARY && tally.kills < kills; count += 1) {
        const said = await killed({ role: 'restore', library, more: sides.map(({ file }) => file), within: 1500 })
        tally.kills += 1
        tally.done += said.length
        const last = said.flatMap((one) => ('restored' in one ? [one.restored] : [])).at(-1)
        if (await restoredWhole(window, library, sides, last)) tally.unsaid += 1
        await backupsKept(library)
      }
      await window.close()
    })
  }
  return tally
}

interface Side {
  readonly file: string
  readonly texts: ReadonlySet<number>
}

/** A small one and a larger one, with texts of their own. */
async function twoBackups(library: string): Promise<readonly [Side, Side]> {
  const store = createStore(library, PROFILE, ['河政发'])
  const side = async (name: string, from: number, to: number): Promise<Side> => {
    for (let n = from; n < to; n++) await draft(store, n)
    const { file } = await store.makeBackup('manual')
    const kept = join(library, '..', name)
    copyFileSync(file, kept)
    return { file: kept, texts: new Set(Array.from({ length: to }, (_, n) => n)) }
  }
  const sides = [await side('甲.db', 0, 5), await side('乙.db', 5, 60)] as const
  await store.close()
  return sides
}

/** The content is one of the two, whole; the last that was said to be restored, or the next. True where it is the next. */
async function restoredWhole(window: Store, library: string, sides: readonly [Side, Side], last: string | undefined): Promise<boolean> {
  const [restoredFrom, texts] = asking(library, (database) => [
    database.prepare<[], string>("SELECT detail FROM log WHERE what = 'libraryRestored' ORDER BY seq DESC LIMIT 1").pluck().get(),
    new Set(wholeTexts(database).values()),
  ])
  const found = sides.find((side) => side.texts.size === texts.size && [...side.texts].every((n) => texts.has(n)))
  must(found !== undefined, `neither of the two: ${texts.size} texts`)
  if (restoredFrom !== undefined) must(found.file.endsWith(restoredFrom), `the log says ${restoredFrom}`)
  must((await window.listDocuments()).length === texts.size, 'the open window does not see what is there')
  // What the window writes is in the library, not in a file that nobody finds; and is gone with the next restore.
  const id = await draft(window, 1)
  asking(library, (database) => must(wholeTexts(database).get(id) === 1, 'the open window writes into another file'))
  await window.restoreBackup(found.file, '林禾')
  return last !== undefined && found.file !== last
}

/** A damaged file is replaced by a backup: afterwards the backup is there, or it can be restored again. */
async function replacements(kills: number): Promise<Tally> {
  const tally = { kills: 0, done: 0, unsaid: 0 }
  while (tally.kills < kills) {
    await inFolder(async (folder) => {
      const library = join(folder, 'gongbao.db')
      const [side] = await twoBackups(library)
      for (let count = 0; count < PER_LIBRARY && tally.kills < kills; count += 1) {
        const said = await killed({ role: 'replace', library, more: [side.file], within: 800 })
        tally.kills += 1
        tally.done += said.length
        if (!canBeOpened(library)) await restoreInto(library, side.file)
        else if (!('restored' in (said.at(-1) ?? {}))) tally.unsaid += 1
        asking(library, (database) => must(wholeTexts(database).size === side.texts.size, 'not the backup'))
        await backupsKept(library)
      }
    })
  }
  return tally
}

function canBeOpened(library: string): boolean {
  try {
    void openStore(library).close()
    return true
  } catch (error) {
    if (error instanceof Refusal && ['libraryDamaged', 'noLibrary'].includes(error.error.code)) return false
    throw error
  }
}

async function draft(store: Store, n: number): Promise<string> {
  return (await store.createDraft({ document: numberedText(n), who: '林禾', what: 'created', detail: '' })).id
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-崩溃-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

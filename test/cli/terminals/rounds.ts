/**
 * Several terminals that take numbers from one series of one library at once, some of them killed at a moment that nobody chose; and what
 * must hold afterwards: no number twice, no gap that nobody explained, every number that was printed is in the book.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { z } from 'zod'
import { createStore, openStore } from '../../../electron/store/sqlite-store.ts'
import type { NumberSheet } from '../../../shared/api/register-types.ts'
import type { TerminalSize } from './sizes.ts'

const CODE = '河政发'
const YEAR = 2031
const PROFILE = { office: '河湾县人民政府办公室', user: '林禾', gazetteName: '' }

const line = z.strictObject({ number: z.string(), series: z.literal(CODE), year: z.literal(YEAR), n: z.number() })
type Printed = z.infer<typeof line>

/** What a round came to. */
export interface Tally {
  readonly printed: number
  readonly killed: number
  /** In the book, of terminals that were killed before they could say so. */
  readonly unsaid: number
}

/** All terminals at once; `kills` of them are killed. `program`: the built terminal program. */
export function roundOfMany(program: string, { terminals, numbers, kills }: TerminalSize): Promise<Tally> {
  return inLibrary(async (library) => {
    const ends = await Promise.all(
      Array.from({ length: terminals }, (_, at) => {
        const args = ['--count', String(numbers)]
        return terminal({ program, library, args, ...(at < kills ? { killAfter: { lines: Math.floor(Math.random() * numbers), ms: Math.random() * 40 } } : {}) })
      }),
    )
    for (const { killed, printed } of ends) must(killed || printed.length === numbers, `a terminal ended with ${printed.length} of ${numbers} numbers`)
    return await checked(library, ends.map(({ printed }) => printed), ends.filter(({ killed }) => killed).length)
  })
}

/** Terminals that each give one command after the other. */
export function roundOfSingle(program: string, { single }: TerminalSize): Promise<Tally> {
  return inLibrary(async (library) => {
    const one = async (): Promise<readonly Printed[]> => {
      const all: Printed[] = []
      for (let command = 0; command < single.commands; command++) all.push(...(await terminal({ program, library, args: [] })).printed)
      return all
    }
    const printed = await Promise.all(Array.from({ length: single.terminals }, one))
    for (const mine of printed) must(mine.length === single.commands, `${mine.length} numbers of ${single.commands} commands`)
    return await checked(library, printed, 0)
  })
}

interface Start {
  readonly program: string
  readonly library: string
  readonly args: readonly string[]
  /** Killed so many milliseconds after so many lines. */
  readonly killAfter?: { readonly lines: number; readonly ms: number }
}

/** Runs `number allocate`; rejects when it fails by itself. */
function terminal({ program, library, args, killAfter }: Start): Promise<{ readonly printed: readonly Printed[]; readonly killed: boolean }> {
  return new Promise((resolve, reject) => {
    const command = ['number', 'allocate', '--series', CODE, '--year', String(YEAR), '--reason', '占号', '--json', '--library', library, ...args]
    const child = spawn(process.execPath, [program, ...command], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, errors, timer] = ['', '', null as NodeJS.Timeout | null]
    const look = (): void => {
      if (killAfter && !timer && out.split('\n').length > killAfter.lines) timer = setTimeout(() => child.kill('SIGKILL'), killAfter.ms)
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      look()
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.once('spawn', look)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (timer) clearTimeout(timer)
      // What stands behind the last line break was not said to its end.
      const printed = out.split('\n').slice(0, -1).map((text) => line.parse(JSON.parse(text)))
      if (code === 0 || signal === 'SIGKILL') resolve({ printed, killed: signal === 'SIGKILL' })
      else reject(new Error(`a terminal ended with ${String(code)}: ${errors}`))
    })
  })
}

async function checked(library: string, printed: readonly (readonly Printed[])[], killed: number): Promise<Tally> {
  const all = printed.flat()
  must(new Set(all.map(({ n }) => n)).size === all.length, 'a number was printed twice')
  for (const mine of printed) must(mine.every(({ n }, at) => n > (mine[at - 1]?.n ?? 0)), 'a terminal went back')
  const { series, rows } = await sheetOf(library)
  must(rows.every(({ serial, kind }, at) => serial === at + 1 && kind === 'held'), 'the book has a gap, or a number that nobody took')
  must(series.next === rows.length + 1 && series.gaps === 0, `the next is ${series.next} after ${rows.length}`)
  for (const { n, number } of all) must(rows[n - 1]?.printed === number, `${number} was printed and is not in the book`)
  const unsaid = rows.length - all.length
  must(unsaid <= killed, `${unsaid} numbers of which nobody spoke, and ${killed} were killed`)
  assertSound(library, rows.length)
  return { printed: all.length, killed, unsaid }
}

async function sheetOf(library: string): Promise<NumberSheet> {
  const store = openStore(library)
  try {
    const id = (await store.listSeries(YEAR)).find(({ code }) => code === CODE)?.id ?? ''
    return await store.numbers(id, YEAR)
  } finally {
    await store.close()
  }
}

function assertSound(library: string, numbers: number): void {
  const database = new SQLite(library, { readonly: true })
  try {
    must(database.pragma('integrity_check', { simple: true }) === 'ok', 'the library is damaged')
    must(database.prepare("SELECT count(*) FROM log WHERE what = 'held'").pluck().get() === numbers, 'the log does not have each number once')
  } finally {
    database.close()
  }
}

async function inLibrary<T>(work: (library: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-终端-'))
  const library = join(folder, '资料 库.db')
  try {
    await createStore(library, PROFILE, [CODE]).close()
    return await work(library)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function must(holds: boolean, message: string): void {
  if (!holds) throw new Error(message)
}

/** A library with its services, for books that go out and come in. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { exportBook } from '../../electron/services/book.ts'
import { importBook } from '../../electron/services/book-import.ts'
import type { ServiceContext } from '../../electron/services/context.ts'
import { openLibraryHolder } from '../../electron/services/library-holder.ts'
import type { Task } from '../../electron/services/task.ts'
import type { BookLine } from '../../electron/store/register-port.ts'
import { createStore } from '../../electron/store/sqlite-store.ts'
import type { Store } from '../../electron/store/store.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import type { BookImportResult, BookResult, RegisterJob } from '../../shared/api/register-types.ts'
import { EMPTY_BOOK } from '../../shared/register/book.ts'
import type { BookFields } from '../../shared/register/entry.ts'
import { PROFILE, tempFolder } from '../store/library.ts'

const ROOT = join(import.meta.dirname, '../..')

type Out = Partial<Pick<Extract<RegisterJob, { kind: 'book' }>, 'seriesId' | 'year' | 'format'>>

export interface Desk {
  readonly store: Store
  readonly events: readonly ApiEvent[]
  readonly folder: string
  /** Writes the book to `name`. */
  out(name: string, what?: Out): Promise<BookResult>
  /** Reads the workbook of that name; nothing is written unless `dryRun` is false. */
  in(name: string, dryRun?: boolean): Promise<BookImportResult>
  /** The same as a person that cancels at once. */
  cancelled(kind: 'book' | 'bookImport', name: string): Promise<unknown>
  put(name: string, bytes: Uint8Array): void
  bytes(name: string): Uint8Array
}

/** A library of its own folder with these series. */
export async function bookDesk(codes: readonly string[] = []): Promise<Desk> {
  const folder = tempFolder()
  const resources = join(folder, 'program')
  mkdirSync(resources)
  symlinkSync(join(ROOT, 'templates'), join(resources, 'templates'))
  symlinkSync(join(ROOT, 'node_modules/pdfjs-dist'), join(resources, 'pdfjs'))
  const file = join(folder, 'gongbao.db')
  await createStore(file, PROFILE, codes).close()
  const events: ApiEvent[] = []
  const emit = (event: ApiEvent): void => void events.push(event)
  const library = openLibraryHolder(file, { emit, report: fail, daily: false })
  onTestFinished(() => library.close())
  const unasked = (): never => fail(new Error('the shell was not asked for'))
  const shell = { kind: 'terminal', chooseTarget: unasked, chooseSources: unasked, chooseImage: unasked, chooseWorkbook: unasked, openPath: unasked, ready: unasked } as const
  const context: ServiceContext = { libraryFile: file, shell, resources, version: '0.0.0', library, emit, report: fail }
  const path = (name: string): string => join(folder, name)
  const task = (isCancelled: boolean): Task => ({ progress: () => undefined, cancelled: () => Promise.resolve(isCancelled) })
  const out = (name: string, what: Out = {}, isCancelled = false): Promise<BookResult> =>
    exportBook(context, { kind: 'book', seriesId: null, year: null, format: 'xlsx', ...what, target: { kind: 'file', path: path(name) } }, task(isCancelled))
  const take = (name: string, dryRun = true, isCancelled = false): Promise<BookImportResult> => importBook(context, { kind: 'bookImport', source: { kind: 'file', path: path(name) }, dryRun }, task(isCancelled))
  return {
    store: library.store(),
    events,
    folder,
    out,
    in: take,
    cancelled: (kind, name) => (kind === 'book' ? out(name, {}, true) : take(name, false, true)),
    put: (name, bytes) => writeFileSync(path(name), bytes),
    bytes: (name) => new Uint8Array(readFileSync(path(name))),
  }
}

function fail(error: unknown): never {
  throw error instanceof Error ? error : new Error(String(error))
}

/** A line of a book; what is not given says nothing. */
export function bookLine(code: string, year: number, serial: number, fields: Partial<BookFields> = {}, more: Partial<BookLine> = {}): BookLine {
  return { sheet: '表', line: serial, printed: `${code}〔${year}〕${serial}号`, code, year, serial, status: 'paper', reason: '', fields: { ...EMPTY_BOOK, ...fields }, ...more }
}

/** How long searches take in a large library, each held against LIKE over the same texts in the same process. */
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { connect, connectNew } from '../../electron/store/connect.ts'
import { insertDocument } from '../../electron/store/documents.ts'
import { indexDue } from '../../electron/store/search-index.ts'
import { fold } from '../../shared/search/fold.ts'
import { searchLines } from '../../shared/search/lines.ts'
import { searchDocuments } from './search-documents.ts'
import type { SearchTimes } from './search-work.ts'
import { median } from './work.ts'

/** How many documents of how many characters are searched, and how often each query is asked. */
export interface SearchSize {
  readonly documents: number
  readonly characters: number
  readonly rounds: number
}

/** One row of the report. Milliseconds. */
export interface SearchTimesRow {
  readonly name: string
  readonly p95: number
  readonly middle: number
  /** The processor's, of 95 in 100, and in the middle; null where it was not measured. */
  readonly processor: { readonly p95: number; readonly middle: number; readonly like: number } | null
  /** The middle of LIKE for the same words; null where there is nothing to compare with. */
  readonly like: number | null
  readonly over: string
}

export interface SearchReport {
  readonly size: SearchSize
  readonly rows: readonly SearchTimesRow[]
  /** Millions of bytes. */
  readonly megabytes: Readonly<Record<'text' | 'documents' | 'index' | 'lines' | 'catalogue' | 'before' | 'peak', number>>
  /** Milliseconds a document, while all are indexed. */
  readonly indexing: number
}

/** For any query of two and more characters, on a machine whose fixed work takes `AIM_UNIT`. */
const AIM = 50
const AIM_UNIT = 440

/** Makes the libraries in `folder` and searches; `work` is the fixed work's time in milliseconds. */
export function measureSearch(size: SearchSize, folder: string, work: number): SearchReport {
  const [library, texts] = [join(folder, 'search.db'), join(folder, 'texts.db')]
  const text = makeLibraries(size, library, texts)
  const indexing = indexAll(library) / size.documents
  const out = execFileSync(process.execPath, [join(import.meta.dirname, 'search-work.ts'), library, texts, `${size.rounds}`, `${size.characters}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 })
  // Written by the program beside this one.
  const times = JSON.parse(out) as SearchTimes
  const { before, peak } = times
  return { size, rows: rowsOf(times, work), megabytes: { text, ...sizesOf(library), before, peak }, indexing }
}

/** The library, and a plain table of the same texts. Returns the size of the texts in millions of bytes. */
function makeLibraries({ documents, characters }: SearchSize, library: string, texts: string): number {
  const plain = new SQLite(texts)
  plain.pragma('journal_mode = WAL')
  plain.exec('CREATE TABLE text (id INTEGER PRIMARY KEY, folded TEXT NOT NULL) STRICT; BEGIN')
  const keep = plain.prepare('INSERT INTO text (folded) VALUES (?)')
  connectNew(library, (database) => {
    for (const document of searchDocuments(documents, characters)) {
      insertDocument(database, { document, who: '林禾', what: 'imported', detail: '' }, 'issued')
      keep.run(searchLines(document).map(({ text }) => fold(text)).join('\n'))
    }
  }).close()
  plain.exec('COMMIT')
  plain.pragma('wal_checkpoint(TRUNCATE)')
  plain.close()
  return statSync(texts).size / 1e6
}

/** Indexes all that is due, in portions as the idle does it. Returns the milliseconds. */
function indexAll(library: string): number {
  const database = connect(library)
  const began = performance.now()
  const due = database.prepare('SELECT 1 FROM searched WHERE due = 1').pluck()
  const portion = database.transaction(() => indexDue(database, { most: 10, milliseconds: 10 }))
  while (due.get() !== undefined) portion.immediate()
  const took = performance.now() - began
  database.close()
  return took
}

function sizesOf(library: string): Record<'documents' | 'index' | 'lines' | 'catalogue', number> {
  const database = connect(library)
  const sizes = database.prepare<[], [name: string, bytes: number]>('SELECT name, sum(pgsize) FROM dbstat GROUP BY name').raw().all()
  const of = (fits: (name: string) => boolean): number => sizes.filter(([name]) => fits(name)).reduce((sum, [, bytes]) => sum + bytes, 0) / 1e6
  database.close()
  return {
    documents: of((name) => name === 'document'),
    index: of((name) => name.startsWith('searched_pair')),
    lines: of((name) => name === 'searched_lines'),
    catalogue: of((name) => name === 'searched' || name === 'searched_touched' || name === 'searched_due'),
  }
}

function rowsOf({ classes, first, save, index, plain }: SearchTimes, work: number): readonly SearchTimesRow[] {
  const aim = AIM * Math.max(1, work / AIM_UNIT)
  const searches = classes.map(({ name, times, like, found }): SearchTimesRow => {
    const [clock, processor] = [times.map((time) => time.clock), times.map((time) => time.processor)]
    const p95 = highOf(clock)
    return {
      name: `${name}（找到 ${Math.min(...found)}–${Math.max(...found)} 份）`,
      p95,
      middle: median(clock),
      processor: { p95: highOf(processor), middle: median(processor), like: median(like.map((time) => time.processor)) },
      like: median(like.map((time) => time.clock)),
      over: p95 > aim && name !== '一个字' ? `超过 ${Math.round(aim)} 毫秒` : '',
    }
  })
  const of = (name: string, times: readonly number[], like: number | null): SearchTimesRow => ({ name, p95: highOf(times), middle: median(times), processor: null, like, over: '' })
  return [...searches, of('程序启动后第一次', [first], null), of('存一份新稿', save, median(plain)), of('把它编进索引', index, median(plain))]
}

/** 95 of 100 are not above it. */
function highOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0
}

/** The report as lines of Markdown. */
export function searchTable({ size, rows, megabytes, indexing }: SearchReport): readonly string[] {
  const head = [`| 全文检索：${size.documents} 份，各 ${size.characters} 字 | p95 毫秒 | 中位 | LIKE 中位 | 快几倍 | 处理器 p95 | 中位 | LIKE | 快几倍 | |`, '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |']
  const lines = rows.map(({ name, p95, middle, like, processor, over }) => {
    const times = [p95, middle, like, like === null ? null : like / middle, processor?.p95, processor?.middle, processor?.like, processor && processor.like / processor.middle]
    return `| ${[name, ...times.map((time) => time?.toFixed(1) ?? '—'), over].join(' | ')} |`
  })
  const { text, documents, index, lines: packed, catalogue, before, peak } = megabytes
  const mb = (value: number): string => `${value.toFixed(1)} MB`
  return [
    ...head,
    ...lines,
    '',
    `文字（UTF-8）${mb(text)}，文稿 ${mb(documents)}；索引 ${mb(index)}（文字的 ${(index / text).toFixed(2)} 倍），压缩的文字 ${mb(packed)}，目录 ${mb(catalogue)}`,
    `内存：检索前 ${mb(before)}，检索中最多 ${mb(peak)}；全部编一遍，每份 ${indexing.toFixed(1)} 毫秒`,
  ]
}

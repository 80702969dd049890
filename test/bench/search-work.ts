/**
 * A process of its own that searches, so that its memory is the search's: `node search-work.ts <library> <texts> <rounds>` prints its times as
 * JSON. `texts` is a plain table of the same texts, which LIKE looks through.
 */
import SQLite from 'better-sqlite3'
import { openStore } from '../../electron/store/sqlite-store.ts'
import type { Store } from '../../electron/store/store.ts'
import type { SearchRequest } from '../../shared/api/search-types.ts'
import { fold } from '../../shared/search/fold.ts'
import { searchLines } from '../../shared/search/lines.ts'
import { searchDocuments } from './search-documents.ts'

/** What one query takes, in milliseconds: on the clock, and of the processor, which others that use the machine change less. */
export interface Spent {
  readonly clock: number
  readonly processor: number
}

/** Milliseconds; documents found by each query. */
export interface SearchTimes {
  readonly classes: readonly { readonly name: string; readonly times: readonly Spent[]; readonly like: readonly Spent[]; readonly found: readonly number[] }[]
  /** The first search of a process, which reads the catalogue. */
  readonly first: number
  /** Making a document of the size of the others findable: saved, indexed; a row with the text in the plain table. */
  readonly save: readonly number[]
  readonly index: readonly number[]
  readonly plain: readonly number[]
  /** Millions of bytes: the process before the first search, and at most while searching. */
  readonly before: number
  readonly peak: number
}

/** Kinds of queries: each is asked with each of its words in every round, never twice the same in a row. */
const CLASSES: readonly (readonly [name: string, queries: readonly string[]])[] = [
  ['两字，份份都有', ['人民', '政府', '工作', '管理', '建设', '安全']],
  ['两字，少见', ['渡口', '油茶', '非遗', '校车', '冷链', '殡葬']],
  ['三四字，常用', ['人民政府', '办公室', '政府办公室', '有关部门', '地质灾害', '危险区']],
  ['长词', ['河湾县人民政府办公室', '各乡镇人民政府，县政府有关部门', '青石镇人民政府', '领导小组', '联席会议', '竹产业']],
  ['两个词', ['山洪 预警', '人民 政府', '水库 巡查', '秸秆 禁烧', '人民 非遗', '安全 隐患 排查']],
  ['文号', ['河政办发〔2024〕', '河水发[2020]', '青政发(2015)', '〔2018〕7', '柳政发〔2011〕1', '发〔2022〕']],
  ['数字', ['2024', '2015年', '1999', '12', '100', '7月8日']],
  ['没有的', ['鱻龘', '人民鱻', '〔1899〕', 'zzz', '县县县县', '工作鱻龘']],
  ['一个字', ['县', '渡', '9', '的', '号', '鱻']],
  ['全部，不写词', ['', '', '', '', '', '']],
]

const [library = '', texts = '', rounds = '3', characters = '5000'] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await work(openStore(library), new SQLite(texts))))

async function work(store: Store, plain: SQLite.Database): Promise<SearchTimes> {
  const before = process.memoryUsage.rss() / 1e6
  const first = (await ask(store, '防汛')).spent.clock
  const measured = await Promise.all(CLASSES.map(async ([name, queries]) => ({ name, times: [] as Spent[], like: [] as Spent[], found: await each(queries, async (words) => (await ask(store, words)).total) })))
  for (let round = 0; round < Number(rounds); round++) {
    for (const [at, [, queries]] of CLASSES.entries()) measured[at]?.times.push(...(await each(queries, async (words) => (await ask(store, words)).spent)))
  }
  const peak = (process.resourceUsage().maxRSS * 1024) / 1e6
  for (const [at, [, queries]] of CLASSES.entries()) measured[at]?.like.push(...(await each(queries, (words) => Promise.resolve(like(plain, words)))))
  return { classes: measured, first, before, peak, ...(await add(store, plain)) }
}

async function each<T>(queries: readonly string[], one: (words: string) => Promise<T>): Promise<T[]> {
  const values: T[] = []
  for (const words of queries) values.push(await one(words))
  return values
}

async function ask(store: Store, words: string): Promise<{ readonly spent: Spent; readonly total: number }> {
  const request: SearchRequest = { words, filter: 'all', states: [], genres: [], organs: [], years: [], order: words === '' ? 'updated' : 'relevance', offset: 0, limit: 50 }
  const end = begin()
  const { total } = await store.search(request, '林禾')
  return { spent: end(), total }
}

function like(plain: SQLite.Database, words: string): Spent {
  const parts = words.split(' ').map((word) => `%${fold(word)}%`)
  const end = begin()
  plain.prepare(`SELECT id FROM text WHERE ${parts.map(() => 'folded LIKE ?').join(' AND ')}`).pluck().all(parts)
  return end()
}

/** Begins to measure; what comes back ends it. */
function begin(): () => Spent {
  const [clock, processor] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(processor)
    return { clock: performance.now() - clock, processor: (user + system) / 1000 }
  }
}

/** Twenty documents more. */
async function add(store: Store, plain: SQLite.Database): Promise<Pick<SearchTimes, 'save' | 'index' | 'plain'>> {
  const times = { save: [] as number[], index: [] as number[], plain: [] as number[] }
  const timed = async (list: number[], act: () => unknown): Promise<void> => {
    const began = performance.now()
    await act()
    list.push(performance.now() - began)
  }
  for (const document of searchDocuments(20, Number(characters))) {
    await timed(times.save, () => store.createDraft({ document, who: '林禾', what: 'created', detail: '' }))
    // A search for what is nowhere: what it takes is the indexing before it.
    await timed(times.index, () => ask(store, '鱻龘'))
    await timed(times.plain, () => plain.prepare('INSERT INTO text (folded) VALUES (?)').run(searchLines(document).map(({ text }) => fold(text)).join('\n')))
  }
  return times
}

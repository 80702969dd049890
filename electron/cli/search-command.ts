/** `gongbao search`: which documents hold words, and where. */
import type { SearchContext, SearchRequest, SearchRow } from '../../shared/api/search-types.ts'
import { STATE_NAMES } from '../../shared/workflow/states.ts'
import type { Command } from './command.ts'
import type { Session } from './session.ts'
import type { Terminal } from './terminal.ts'

/** Documents that are asked for at once: as many as a request may. */
const PAGE = 200

export const search: Command = {
  name: 'search',
  usage: '词… [--json]',
  does: '全文检索：标题、文号、正文、表格、附件里都有这几个词的文稿，最相关的在前；--json 列出每一处',
  flags: ['json'],
  words: [1, 50],
  async run({ terminal, words, flags, libraryFile, open }) {
    const session = await open(libraryFile)
    const rows = await found(session, terminal, words.join(' '))
    if (flags.json) {
      const list: object[] = []
      for (const row of rows) list.push(asJson(row, (await session.client.call('search.places', { id: row.id, words: words.join(' ') })).places))
      terminal.result(JSON.stringify(list, null, 2))
      return true
    }
    for (const { id, state, documentNumber, title, hits, contexts } of rows) {
      terminal.result([id, STATE_NAMES[state], documentNumber ?? '（无文号）', title || '（无标题）', `${hits}处`].join('\t'))
      for (const context of contexts) terminal.result(`\t${context.place}\t${textOf(context)}`)
    }
    if (rows.length === 0) terminal.note('没有找到')
    return true
  },
}

/** All documents that hold the words. What is not indexed yet is indexed first. */
async function found({ client }: Session, terminal: Terminal, words: string): Promise<readonly SearchRow[]> {
  const ask = (offset: number) => client.call('search.query', { ...REQUEST, words, offset })
  let answer = await ask(0)
  if (answer.pending > 0) terminal.note(`正在编索引：还有${answer.pending}份`)
  for (let before = Infinity; answer.pending > 0 && answer.pending < before; ) {
    before = answer.pending
    answer = await ask(0)
  }
  if (answer.pending > 0) terminal.note(`还有${answer.pending}份没有编进索引，只按标题和文号找了这些；请过一会儿再试`)
  const rows = [...answer.rows]
  while (rows.length < answer.total) {
    const more = await ask(rows.length)
    if (more.rows.length === 0) break
    rows.push(...more.rows)
  }
  return rows
}

const REQUEST: Omit<SearchRequest, 'words' | 'offset'> = { filter: 'all', states: [], genres: [], organs: [], years: [], order: 'relevance', limit: PAGE }

/** The public names: docs/cli.md. */
function asJson({ id, documentNumber, title, state, hits }: SearchRow, places: readonly SearchContext[]): object {
  return { id, number: documentNumber, title, state, hits, places: places.map((context) => ({ place: context.place, text: textOf(context) })) }
}

function textOf({ pieces }: SearchContext): string {
  return pieces.map(({ text }) => text).join('')
}

/** number …: the register from the terminal. */
import type { NumberDetail } from '../../shared/api/register-types.ts'
import { unusable } from './arguments.ts'
import { allocate } from './allocate-command.ts'
import type { Call, Command } from './command.ts'
import { findDocument } from './find-document.ts'
import { gaps, KIND_NAMES, list, named } from './number-lists.ts'
import { countOf, keyOf, namedNumber, requireSeries, seriesFor, yearOf } from './series-flags.ts'

const NUMBER = '文号|--series 机关代字 [--year 年份] --number 号'
const NAMED = ['series', 'year', 'number'] as const

const reserve: Command = {
  name: 'number reserve',
  usage: '--series 机关代字 [--year 年份] --reason 用途 [--count 个数] [--number 起号] [--until 2024-06-15] [--json]',
  does: '预留：接下来的一个或一段号，或从 --number 起；--until 留到哪一天',
  flags: ['series', 'year', 'reason', 'count', 'number', 'until', 'json'],
  words: [0, 0],
  async run(call) {
    const { flags, libraryFile, open, terminal } = call
    const code = requireSeries(flags)
    const [count, from] = [countOf(flags, 'count', 500) ?? 1, countOf(flags, 'number', 99_999)]
    const purpose = requireReason(call, '用途')
    if (flags.until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(flags.until)) throw unusable(`“${flags.until}”不是日期`, '例如 --until 2024-06-15')
    const year = yearOf(call)
    const session = await open(libraryFile)
    const { id: seriesId } = await seriesFor(session, code, false)
    const keys = await session.client.call('register.reserve', { seriesId, year, count, purpose, expires: flags.until ?? null, ...(from === undefined ? {} : { from }) })
    for (const key of keys) {
      const { row } = await session.client.call('register.number', key)
      terminal.result(flags.json ? JSON.stringify(named(row, year)) : row.printed)
    }
    return true
  },
}

/** An act on one number that wants a reason. */
function act(channel: 'register.void' | 'register.release' | 'register.explain', name: string, does: string): Command {
  return {
    name: `number ${name}`,
    usage: `${NUMBER} --reason 原因`,
    does,
    flags: [...NAMED, 'reason'],
    words: [0, 1],
    async run(call) {
      const number = namedNumber(call)
      const reason = requireReason(call, '原因')
      const session = await call.open(call.libraryFile)
      return told(call, await session.client.call(channel, { ...(await keyOf(session, number)), reason }))
    },
  }
}

const paper: Command = {
  name: 'number paper',
  usage: `${NUMBER} [--title 标题] [--reason 说明]`,
  does: '线下占用：登记一个在纸面上用掉的号',
  flags: [...NAMED, 'title', 'reason'],
  words: [0, 1],
  async run(call) {
    const number = namedNumber(call)
    const { title = '', reason = '' } = call.flags
    const session = await call.open(call.libraryFile)
    return told(call, await session.client.call('register.takeOnPaper', { ...(await keyOf(session, number)), title, reason }))
  },
}

const bind: Command = {
  name: 'number bind',
  usage: `${NUMBER} --document ID`,
  does: '对上文稿：把占着的号、线下用掉的号给已签发的文稿',
  flags: [...NAMED, 'document'],
  words: [0, 1],
  async run(call) {
    const number = namedNumber(call)
    const session = await call.open(call.libraryFile)
    const documentId = await findDocument(session, requireDocument(call))
    const { documentNumber } = await session.client.call('register.bind', { ...(await keyOf(session, number)), documentId })
    call.terminal.result(documentNumber)
    return true
  },
}

const correct: Command = {
  name: 'number correct',
  usage: '--document ID --series 机关代字 [--year 年份] [--number 号] --reason 原因 [--free]',
  does: '更正文号：给已编号的文稿换一个号；原来的号作废，加 --free 则释放；两个号都留下经过',
  flags: [...NAMED, 'document', 'reason', 'free'],
  words: [0, 0],
  async run(call) {
    const { flags } = call
    const code = requireSeries(flags)
    const serial = countOf(flags, 'number', 99_999)
    const [document, reason, year] = [requireDocument(call), requireReason(call, '原因'), yearOf(call)]
    const session = await call.open(call.libraryFile)
    const documentId = await findDocument(session, document)
    const { id: seriesId } = await seriesFor(session, code, false)
    const old = flags.free ? 'free' : 'void'
    const { documentNumber } = await session.client.call('register.correct', { documentId, seriesId, year, reason, old, ...(serial === undefined ? {} : { serial }) })
    call.terminal.result(documentNumber)
    return true
  },
}

/** All commands on numbers, in the order of the help. */
export const numberCommands: readonly Command[] = [
  allocate,
  reserve,
  act('register.void', 'void', '作废一个号：它留在登记簿里，不再使用；有文稿的，文稿一并作废'),
  gaps,
  list,
  act('register.release', 'release', '释放预留、占着的或线下用掉的号'),
  act('register.explain', 'explain', '给一个缺号补说明'),
  paper,
  bind,
  correct,
]

function told({ terminal }: Call, { row, history }: NumberDetail): true {
  terminal.note(`${KIND_NAMES[row.kind]}${history.at(-1)?.detail ? `：${history.at(-1)?.detail ?? ''}` : ''}`)
  terminal.result(row.printed)
  return true
}

function requireReason({ flags }: Call, what: string): string {
  if (flags.reason === undefined) throw unusable(`请写明${what}`, '例如 --reason 打印错误')
  return flags.reason
}

function requireDocument({ flags }: Call): string {
  if (flags.document === undefined) throw unusable('请写明哪份文稿', '例如 --document 0193a2c4-…，或文号')
  return flags.document
}

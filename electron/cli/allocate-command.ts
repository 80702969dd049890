/** number allocate: takes numbers. */
import type { AllocateRequest } from '../../shared/api/register-types.ts'
import { newId } from '../../shared/lib/id.ts'
import { unusable } from './arguments.ts'
import type { Call, Command } from './command.ts'
import { titleOf } from './document-commands.ts'
import { findDocument } from './find-document.ts'
import { countOf, requireSeries, seriesFor, yearOf } from './series-flags.ts'
import type { Session } from './session.ts'

/** How many numbers one command takes at most. */
const MOST = 10_000

export const allocate: Command = {
  name: 'number allocate',
  usage: '--series 机关代字 [--year 年份] --document ID|--reason 理由 [--count 个数] [--number 号] [--new-series] [--json]',
  does: '取号：给已签发的文稿编号，或写明理由先占号；--count 接连取几个；--number 指定一个号（缺号、预留的号）；--new-series 没有这个系列时先建立',
  flags: ['series', 'year', 'document', 'reason', 'count', 'number', 'new-series', 'json'],
  words: [0, 0],
  async run(call) {
    const { flags, libraryFile, open, terminal } = call
    const code = requireSeries(flags)
    const [count, serial] = [countOf(flags, 'count', MOST) ?? 1, countOf(flags, 'number', 99_999)]
    assertReceiver(call, count, serial)
    const year = yearOf(call)
    const session = await open(libraryFile)
    const { request, title } = await requestFor(session, call, code)
    const said = new Set<string>()
    for (let at = 0; at < count; at += 1) {
      const taken = await session.client.call('register.allocate', { ...request, year, ...(serial === undefined ? {} : { serial }) })
      // The number is in the book now: it is said before anything else happens.
      terminal.committed(flags.json ? JSON.stringify({ number: taken.documentNumber, series: code, year, n: taken.number }) : taken.documentNumber)
      for (const { kind, text } of taken.warnings) {
        if (kind === 'doubt' && !said.has(text)) terminal.note(`请留意：${text}`)
        said.add(text)
      }
    }
    if (title !== null) terminal.note(`已编号《${title}》`)
    return true
  },
}

function assertReceiver({ flags }: Call, count: number, serial: number | undefined): void {
  if (flags.document !== undefined && flags.reason !== undefined) throw unusable('--document 和 --reason 只能用一个', '给文稿取号写 --document，先占号写 --reason')
  if (flags.document === undefined && flags.reason === undefined) throw unusable('请写明给哪份文稿，或占号的理由', '例如 --document 标识，或 --reason 机构改革配套文件')
  if (count === 1) return
  if (flags.document !== undefined) throw unusable('一份文稿只有一个文号，不能用 --count', '请去掉 --count')
  if (serial !== undefined) throw unusable('--number 和 --count 只能用一个', '接连的几个号请用 number reserve 预留')
}

async function requestFor(session: Session, { flags }: Call, code: string): Promise<{ request: Omit<AllocateRequest, 'year'>; title: string | null }> {
  const make = flags['new-series'] === true
  if (flags.document === undefined) return { request: { seriesId: (await seriesFor(session, code, make)).id, reason: flags.reason ?? '' }, title: null }
  const documentId = await findDocument(session, flags.document)
  const record = await session.client.call('documents.get', { id: documentId })
  // What is not signed is refused for that, whatever the series is.
  const seriesId = record.state === 'signed' ? (await seriesFor(session, code, make)).id : newId()
  return { request: { seriesId, documentId }, title: titleOf(record) }
}

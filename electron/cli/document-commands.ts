/** The commands on documents that are in the library: list, show, sign, number, original. */
import { resolve } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import type { Series } from '../../shared/api/register-types.ts'
import type { DocumentRecord, DocumentSummary } from '../../shared/api/types.ts'
import { partText } from '../../shared/document/text.ts'
import { plainTextOf, viewOf } from '../../shared/document/view.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import { STATE_NAMES } from '../../shared/workflow/states.ts'
import { unusable } from './arguments.ts'
import type { Call, Command } from './command.ts'
import { findDocument } from './find-document.ts'
import type { Session } from './session.ts'

export const list: Command = {
  name: 'list',
  usage: '[--json]',
  does: '列出资料库里的文稿，最近改动的在前',
  flags: ['json'],
  words: [0, 0],
  async run({ terminal, flags, libraryFile, open }) {
    const { client } = await open(libraryFile)
    const documents = await client.call('documents.list', {})
    if (flags.json) {
      terminal.result(JSON.stringify(documents.map(asJson), null, 2))
      return true
    }
    for (const { id, documentNumber, title, state } of documents) {
      terminal.result([id, STATE_NAMES[state], documentNumber ?? '（无文号）', title || '（无标题）'].join('\t'))
    }
    if (documents.length === 0) terminal.note('资料库里还没有文稿')
    return true
  },
}

export const show: Command = {
  name: 'show',
  usage: 'ID [--json|--text]',
  does: '显示一份文稿：要素和正文；--json 给程序用，--text 只要文字',
  flags: ['json', 'text'],
  words: [1, 1],
  async run(call) {
    if (call.flags.json && call.flags.text) throw unusable('--json 和 --text 只能用一个', '请去掉一个')
    const { record } = await openDocument(call)
    const { terminal, flags } = call
    if (flags.json) terminal.result(JSON.stringify(viewOf(record), null, 2))
    else if (flags.text) terminal.result(plainTextOf(record.document))
    else terminal.result([...facts(record), '', plainTextOf(record.document)].join('\n'))
    return true
  },
}

export const sign: Command = {
  name: 'sign',
  usage: 'ID [--signer 姓名]',
  does: '签发一份拟稿；签发后不能再改',
  flags: ['signer'],
  words: [1, 1],
  async run(call) {
    const { session, record } = await openDocument(call)
    const signed = await session.client.call('documents.sign', { id: record.id, signer: call.flags.signer ?? '' })
    call.terminal.note(`已签发《${titleOf(signed)}》`)
    call.terminal.result(signed.id)
    return true
  },
}

export const number: Command = {
  name: 'number',
  usage: 'ID --series 机关代字 [--year 年份] [--new-series]',
  does: '给已签发的文稿编号：取这个系列这一年的下一个号；--new-series 没有这个系列时先建立',
  flags: ['series', 'year', 'new-series'],
  words: [1, 1],
  async run(call) {
    const { terminal, flags } = call
    if (flags.series === undefined) throw unusable('请写明文号系列', '例如 --series 河政办发')
    const year = yearOf(flags.year)
    const { session, record } = await openDocument(call)
    if (flags.year === undefined) terminal.note(`按今年（${year}年）编号；要用别的年份，请写 --year`)
    // What is not signed is refused for that, whatever the series is.
    const seriesId = record.state === 'signed' ? await seriesFor(session, flags.series, flags['new-series'] === true) : newId()
    const { documentNumber } = await session.client.call('register.allocate', { documentId: record.id, seriesId, year })
    terminal.note(`已编号《${titleOf(record)}》`)
    terminal.result(documentNumber)
    return true
  },
}

export const original: Command = {
  name: 'original',
  usage: 'ID --out 文件',
  does: '取出导入时留存的原件，一字节不改',
  flags: ['out'],
  words: [1, 1],
  async run(call) {
    const { terminal, flags } = call
    if (flags.out === undefined) throw unusable('请写明写到哪里', '例如 --out 原件.docx')
    const { session, record } = await openDocument(call)
    const target = { kind: 'file', path: resolve(terminal.folder, flags.out) } as const
    await session.run({ kind: 'original', id: record.id, target })
    terminal.note(`已取出原件（导入时名为 ${record.original ?? ''}）`)
    terminal.result(target.path)
    return true
  },
}

/** The document that the first word means. */
export async function openDocument({ words, libraryFile, open }: Call): Promise<{ session: Session; record: DocumentRecord }> {
  const session = await open(libraryFile)
  const id = await findDocument(session, words[0] ?? '')
  return { session, record: await session.client.call('documents.get', { id }) }
}

/** The public names: docs/cli.md. */
function asJson({ id, documentNumber, title, state, genre, signatureDate }: DocumentSummary): object {
  return { id, documentNumber, title, state, genre, signatureDate }
}

function yearOf(given: string | undefined): number {
  if (given === undefined) return new Date().getFullYear()
  if (!/^\d{4}$/.test(given) || Number(given) < 1900 || Number(given) > 2999) throw unusable(`“${given}”不是年份`, '例如 --year 2024')
  return Number(given)
}

/** The id of a series. Refused: unknownSeries, with those that there are. */
async function seriesFor({ client }: Session, code: string, make: boolean): Promise<Id> {
  const byCode = (all: readonly Series[]): Id | undefined => all.find((series) => series.code === code)?.id
  const there = await client.call('register.series', { year: new Date().getFullYear() })
  const found = byCode(there) ?? (make ? byCode(await client.call('register.addSeries', { code })) : undefined)
  if (found !== undefined) return found
  const known = there.length === 0 ? '资料库里还没有文号系列' : `现有的系列：${there.map((series) => series.code).join('、')}`
  const next = `${known}。请核对机关代字；要新建这个系列，请加上 --new-series`
  throw new Refusal({ code: 'unknownSeries', message: `没有“${code}”这个文号系列`, safe: '没有取号', next })
}

function facts({ id, state, document }: DocumentRecord): readonly string[] {
  const { documentNumber, issuers, genre } = document.header
  return [
    `标识　　${id}`,
    `状态　　${STATE_NAMES[state]}`,
    `文号　　${documentNumber ?? '（无）'}`,
    `文种　　${genre ?? '（无）'}`,
    `发文机关　${issuers.join('、') || '（无）'}`,
  ]
}

function titleOf({ document }: DocumentRecord): string {
  return partText(document, 'title').replace(/\n/g, '')
}

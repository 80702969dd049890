/** The commands on documents that are in the library: list, show, sign, original. */
import { resolve } from 'node:path'
import type { DocumentRecord, DocumentSummary } from '../../shared/api/types.ts'
import { partText } from '../../shared/document/text.ts'
import { plainTextOf, viewOf } from '../../shared/document/view.ts'
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

/** A title in one line. */
export function titleOf({ document }: DocumentRecord): string {
  return partText(document, 'title').replace(/\n/g, '')
}

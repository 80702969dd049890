/** What a person reads in a notice, short enough to stand in a table of expectations. */
import { blocksOf, innerTitleOf, partText } from '../../shared/document/text.ts'
import type { Block, Document } from '../../shared/document/types.ts'
import { headingNumbers } from '../../shared/numbering/headings.ts'
import type { Recognised } from '../../shared/recognise/notice.ts'

/** Fields of one notice; absent where the text has none. `parts`: its blocks part by part, runs of one kind counted. `doubts`: where. */
export interface Summary {
  readonly issuers: readonly string[]
  readonly number?: string
  readonly genre?: string
  readonly title: string
  readonly recipients?: string
  readonly organ?: string
  readonly date?: string
  readonly note?: string
  readonly printed?: string
  readonly attachments?: readonly string[]
  readonly header?: object
  readonly parts: readonly string[]
  readonly doubts?: readonly string[]
}

/** The summary of what was recognised. */
export function summaryOf({ document, doubts }: Recognised): Summary {
  const { issuers, genre, documentNumber, ...header } = document.header
  const printed = document.parts.find((part) => part.type === 'printed')
  const attachments = document.parts.flatMap((part) => (part.type === 'attachment' ? [`${part.printed ?? ''} ${innerTitleOf(part)}`] : []))
  const text = (type: 'recipients' | 'signatureOrgan' | 'signatureDate' | 'note'): string | undefined => partText(document, type) || undefined
  const all = {
    issuers,
    number: documentNumber ?? undefined,
    genre: genre ?? undefined,
    title: partText(document, 'title'),
    recipients: text('recipients'),
    organ: text('signatureOrgan'),
    date: text('signatureDate'),
    note: text('note'),
    printed: printed && innerTitleOf(printed),
    attachments: attachments.length > 0 ? attachments : undefined,
    header: Object.keys(header).length > 0 ? header : undefined,
    parts: partsOf(document),
    doubts: doubts.length > 0 ? doubts.map(({ where }) => where) : undefined,
  }
  // Fields without a value are gone, as the type says.
  return JSON.parse(JSON.stringify(all)) as Summary
}

function partsOf(document: Document): readonly string[] {
  const numbers = headingNumbers(document)
  return document.parts.map(blocksOf).filter((blocks) => blocks.length > 0).map((blocks) => runs(blocks.map((block) => nameOf(block, numbers.get(block.id) ?? ''))))
}

/** 一、 （一） 1. by their numbers, paragraphs as ¶ or by their role, tables by their measure. */
function nameOf(block: Block, number: string): string {
  switch (block.type) {
    case 'paragraph':
      return block.role ?? '¶'
    case 'table':
      return `${block.look ?? '表'}${block.children.length}×${block.children[0]?.children.length ?? 0}${block.headerRows > 0 ? `^${block.headerRows}` : ''}${block.totalRow ? '合计' : ''}`
    case 'image':
      return '图'
    default:
      return number.trim()
  }
}

function runs(names: readonly string[]): string {
  const result: { name: string; count: number }[] = []
  for (const name of names) {
    const last = result.at(-1)
    if (last?.name === name) last.count += 1
    else result.push({ name, count: 1 })
  }
  return result.map(({ name, count }) => (count > 1 ? `${name}×${count}` : name)).join(' ')
}

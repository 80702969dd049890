/** One document as a Word file in the gazette layout. */
import type { Document } from '../../../shared/document/types.ts'
import { gazettePrint } from '../../../shared/layout/gazette-print.ts'
import type { GazetteTemplate } from '../../../shared/layout/gazette.ts'
import { writePrint, type PrintOptions } from './write-print.ts'

export interface NoticeOptions extends PrintOptions {
  readonly template: GazetteTemplate
  /** On the outer side of the running head: 河湾县人民政府公报. "" for none. */
  readonly gazetteName: string
  /** On the inner side: 2024年第1期（总第8期）. A single notice has none. */
  readonly issue?: string
  /** In the middle: 县人民政府办公室文件. */
  readonly section?: string
}

/** The bytes of the Word file. The same document and options give the same bytes, whenever and wherever. */
export async function writeGazetteNotice(document: Document, { template, gazetteName, issue = '', section = '', ...options }: NoticeOptions): Promise<Uint8Array> {
  return writePrint(gazettePrint(document, template, { gazetteName, issue, section }), document, options)
}

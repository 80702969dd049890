/** One document as a Word file in the official layout. */
import type { Document } from '../../../shared/document/types.ts'
import type { Metrics } from '../../../shared/layout/metrics.ts'
import { officialPrint } from '../../../shared/layout/official-print.ts'
import type { OfficialRules } from '../../../shared/layout/official.ts'
import { writePrint, type PrintOptions } from './write-print.ts'

export interface OfficialOptions extends PrintOptions {
  readonly rules: OfficialRules
  /** Of the fonts that the file will be printed with; without them the built-in ones. */
  readonly metrics?: Metrics
}

/** The bytes of the Word file. The same document and options give the same bytes, whenever and wherever. */
export async function writeOfficialDocument(document: Document, { rules, metrics, ...options }: OfficialOptions): Promise<Uint8Array> {
  return writePrint(officialPrint(document, rules, metrics), document, options)
}

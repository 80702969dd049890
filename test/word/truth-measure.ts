/** Our layout and our Word file of a document, in every layout that there is, and what LibreOffice makes of the file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { measuringFontconfig } from '../../build/measuring-fonts.ts'
import { writePrint } from '../../electron/docx/writer/write-print.ts'
import { readMetrics } from '../../electron/fonts/metrics.ts'
import type { Document } from '../../shared/document/types.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import { gazettePrint } from '../../shared/layout/gazette-print.ts'
import type { PageLook } from '../../shared/layout/look.ts'
import type { Metrics } from '../../shared/layout/metrics.ts'
import { officialPrint } from '../../shared/layout/official-print.ts'
import { parseOfficialRules } from '../../shared/layout/official.ts'
import type { Print } from '../../shared/layout/print.ts'
import { template } from '../docx/template.ts'
import { compare, gutterIn, seenPages, withinFrame, type Comparison } from './truth-compare.ts'
import type { TruthDocument } from './truth-documents.ts'
import { officePages, type SeenPage } from './truth-office.ts'

/** One document in one layout, measured. */
export interface TruthRow extends Comparison {
  readonly name: string
  readonly layout: string
  readonly tables: boolean
  readonly printed: number | null
  /** Milliseconds that the engine took. */
  readonly milliseconds: number
}

interface Layout {
  readonly name: string
  readonly print: (document: Document, metrics: Metrics) => Print
}

/** The rule set that ships with the program. */
export const rules = parseOfficialRules(JSON.parse(readFileSync(join(import.meta.dirname, '../../templates/official/gbt-9704-2012.json'), 'utf8')))

const HEAD = { gazetteName: '河湾县人民政府公报', issue: '2024年第1期（总第8期）', section: '县人民政府文件' } as const

/** The layouts that are compared. */
export const LAYOUTS: readonly Layout[] = [
  { name: '公报', print: (document) => gazettePrint(document, template, HEAD) },
  { name: '公文', print: (document, metrics) => officialPrint(document, rules, metrics) },
]

/** Measures of the measuring fonts. */
export async function measuringMetrics(): Promise<Metrics> {
  const file = measuringFontconfig()
  // For fontconfig's tools, which name the fonts.
  if (file !== undefined) process.env.FONTCONFIG_FILE = file
  return (await readMetrics(template.fonts)).metrics
}

/** Compares all documents in all layouts. `tell` hears how far it is. */
export async function measureTruth(documents: readonly TruthDocument[], tell: (line: string) => void = () => undefined, layouts = LAYOUTS): Promise<readonly TruthRow[]> {
  const metrics = await measuringMetrics()
  const works: { readonly one: TruthDocument; readonly layout: string; readonly look: PageLook; readonly ours: readonly SeenPage[]; readonly milliseconds: number; readonly bytes: Uint8Array }[] = []
  for (const layout of layouts)
    for (const one of documents) {
      const print = layout.print(one.document, metrics)
      const began = performance.now()
      const { pages } = layOut(print, metrics)
      const milliseconds = performance.now() - began
      const ours = seenPages(pages, gutterIn(print.look))
      works.push({ one, layout: layout.name, look: print.look, ours, milliseconds, bytes: await writePrint(print, one.document) })
    }
  const seen = await officePages(works.map(({ bytes, look }) => ({ bytes, gutter: gutterIn(look) })), (files) => tell(`LibreOffice：${files} 个文件…`))
  return works.map(({ one, layout, look, ours, milliseconds }, at) => {
    const comparison = compare(withinFrame(ours, look), withinFrame(seen[at] ?? [], look))
    return { name: one.name, layout, tables: one.tables, printed: one.printed ?? null, milliseconds, ...comparison }
  })
}

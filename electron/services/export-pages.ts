/** The pages of a document as an export draws or counts them: laid out with the fonts of this machine. */
import type { DocumentRecord, Layout, Profile, Substitute } from '../../shared/api/types.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import { gazettePrint } from '../../shared/layout/gazette-print.ts'
import { officialPrint } from '../../shared/layout/official-print.ts'
import type { Page } from '../../shared/layout/page.ts'
import type { Print } from '../../shared/layout/print.ts'
import { readMetrics, type ReadMetrics } from '../fonts/metrics.ts'
import type { ServiceContext } from './context.ts'
import { layoutSetting } from './layout.ts'

export interface LaidOut {
  readonly print: Print
  readonly pages: readonly Page[]
  readonly faces: ReadMetrics['faces']
  readonly substitutes: readonly Substitute[]
}

/** Lays a document out. Throws, naming the file, when a template does not parse. */
export async function laidOut(context: Pick<ServiceContext, 'library' | 'resources'>, record: DocumentRecord, profile: Profile, layout: Layout): Promise<LaidOut> {
  const setting = layoutSetting(context, record, profile, await context.library.store().fontFamilies())
  const { metrics, faces, report } = await readMetrics(setting[layout].fonts)
  const print = layout === 'official' ? officialPrint(record.document, setting.official, metrics) : gazettePrint(record.document, setting.gazette, setting.head)
  return { print, pages: layOut(print, metrics).pages, faces, substitutes: substitutesOf(report) }
}

/** 替代字体 among the fonts that were read. */
export function substitutesOf(report: ReadMetrics['report']): readonly Substitute[] {
  return report.filter(({ substitute }) => substitute).map(({ name, asked, family }) => ({ slot: name, asked, family }))
}

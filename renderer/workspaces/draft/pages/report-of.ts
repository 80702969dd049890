/** What is measured on pages, once for each layout however many show it. */
import { reportOn, type LayoutReport } from '../../../../shared/layout/engine/report.ts'
import type { LaidOut } from './layout-session.ts'

const REPORTS = new WeakMap<LaidOut, LayoutReport>()

export function reportOf(laid: LaidOut): LayoutReport {
  const known = REPORTS.get(laid)
  if (known) return known
  const report = reportOn(laid.pages, laid.print, laid.fonts.metrics)
  REPORTS.set(laid, report)
  return report
}

/** The page, computed once: description and font measures in, pages of placed lines, rules and images out. */
import type { Metrics } from '../metrics.ts'
import type { Page } from '../page.ts'
import type { AnyPrint } from '../print.ts'
import { PageMaker } from './page-maker.ts'

export interface Layout {
  readonly pages: readonly Page[]
}

/** Lays out everything that `print` describes. The same description and measures give the same pages. */
export function layOut(print: AnyPrint, metrics: Metrics): Layout {
  const maker = new PageMaker({ print, metrics })
  print.sections.forEach((section, at) => maker.add(section, print.sections[at + 1]))
  return { pages: maker.done() }
}

/** How long pages and files take, each held against LibreOffice's conversion of the same Word files on the same machine at the same time. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { measuringFontconfig } from '../../build/measuring-fonts.ts'
import { findOffice } from '../../build/office.ts'
import { writePrint } from '../../electron/docx/writer/write-print.ts'
import { LAYOUTS, measuringMetrics } from '../word/truth-measure.ts'
import { convert } from '../word/truth-office.ts'
import { benchDocuments, longestOf } from './layout-documents.ts'
import type { LayoutTimes } from './layout-work.ts'
import { countCharacters } from './long-notice.ts'
import { median } from './work.ts'

/** One row of the report. Milliseconds of the middle run. */
export interface LayoutRow {
  readonly name: string
  readonly documents: number
  readonly characters: number
  readonly milliseconds: number
  /** LibreOffice's for the same files in one call; null where it is not installed. */
  readonly office: number | null
  /** What is not reached, in words; "" where all is. */
  readonly over: string
}

/** Script after a key, in milliseconds on a machine whose fixed work takes `KEY_UNIT`: a frame. */
const KEY = 16
const KEY_UNIT = 440
/** How often faster than LibreOffice a layout is to be. */
const FASTER = 50

/** Measures all layouts; `work` is the fixed work's time in milliseconds. */
export async function measureLayout(runs: number, work: number): Promise<readonly LayoutRow[]> {
  const documents = benchDocuments()
  const longest = longestOf(documents)
  const metrics = await measuringMetrics()
  const office = findOffice()
  const fontconfig = measuringFontconfig()
  const rows: LayoutRow[] = []
  for (const { name, print } of LAYOUTS) {
    const bytes = await Promise.all([longest, ...documents].map(async (document) => ({ bytes: await writePrint(print(document, metrics), document) })))
    const times = Array.from({ length: runs }, () => workOf(name))
    const converts = async (files: typeof bytes): Promise<number | null> => (office === null || fontconfig === undefined ? null : convert(files, { office, fontconfig }, () => undefined))
    const [one, all] = [await converts(bytes.slice(0, 1)), await converts(bytes.slice(1))]
    const row = (what: string, those: typeof documents, milliseconds: number, theirs: number | null, over = ''): LayoutRow => ({
      name: `${name} ${what}`, documents: those.length, characters: those.reduce((sum, document) => sum + countCharacters(document), 0), milliseconds, office: theirs, over,
    })
    const again = median(times.map((time) => time.again))
    const key = median(times.flatMap(({ keys }) => keys))
    rows.push(
      row('排版，第一份（程序刚启动）', [longest], median(times.map(({ first }) => first)), one),
      row('排版，以后', [longest], again, one, one !== null && one / again < FASTER ? `不到 ${FASTER} 倍` : ''),
      row('改一字后重排', [longest], key, one, key / work > KEY / KEY_UNIT ? `超过一帧` : ''),
      row('导出 Word，含读回核对', documents, median(times.map(({ word }) => word)), all),
    )
    const pdf = times.flatMap((time) => time.pdf ?? [])
    if (pdf.length > 0) rows.push(row('导出 PDF，含读回核对', documents, median(pdf), all))
  }
  return rows
}

/** A run in a process of its own. */
function workOf(layout: string): LayoutTimes {
  const out = execFileSync(process.execPath, [join(import.meta.dirname, 'layout-work.ts'), layout], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  // Written by the program beside this one.
  return JSON.parse(out) as LayoutTimes
}

/** The rows as lines of a Markdown table. */
export function layoutTable(rows: readonly LayoutRow[]): readonly string[] {
  const head = ['| 版面 | 份 | 字数 | 毫秒 | LibreOffice 毫秒 | 快几倍 | |', '| --- | ---: | ---: | ---: | ---: | ---: | --- |']
  return [...head, ...rows.map(({ name, documents, characters, milliseconds, office, over }) => `| ${[name, documents, characters, milliseconds.toFixed(1), office === null ? '—' : Math.round(office), office === null ? '—' : (office / milliseconds).toFixed(1), over].join(' | ')} |`)]
}

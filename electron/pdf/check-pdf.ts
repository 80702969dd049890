/** Reads a written PDF back and says where it is not the pages that it was made of. */
import type { Page, PlacedLine } from '../../shared/layout/page.ts'
import type { Glyph, PdfPage } from './pdf-marks.ts'
import { readPdf } from './read-pdf.ts'

export interface PdfCheck {
  /** Folder of pdf.js's data. */
  readonly data: string
  /** Characters that no font has: the file cannot say them. */
  readonly missing: readonly string[]
}

/** How far a character may stand from its place, in points: far below what can be seen. */
const NEAR = 0.1

/** Faults in Chinese; none where text, places, images and rules are those of the pages. */
export async function checkPdf(bytes: Uint8Array, pages: readonly Page[], { data, missing }: PdfCheck): Promise<readonly string[]> {
  let written: readonly PdfPage[]
  try {
    written = await readPdf(bytes, data)
  } catch (error) {
    return [`文件读不回来：${error instanceof Error ? error.message : String(error)}`]
  }
  if (written.length !== pages.length) return [`应有${pages.length}页，文件里是${written.length}页`]
  const unsaid = new Set(missing)
  return pages.flatMap((page, at) => {
    const fault = written[at] && pageFault(page, written[at], unsaid)
    return fault ? [`第${at + 1}页${fault}`] : []
  })
}

function pageFault({ width, height, marks }: Page, written: PdfPage, unsaid: ReadonlySet<string>): string | undefined {
  if (Math.abs(written.width - width / 20) > NEAR || Math.abs(written.height - height / 20) > NEAR) return '的纸张大小不对'
  const wanted = marks.flatMap((mark) => (mark.kind === 'line' ? charactersOf(mark) : [])).filter(({ text }) => !unsaid.has(text))
  const found = written.glyphs.filter(({ text }) => text.trim() !== '' && text !== '\u0000')
  const different = wanted.findIndex(({ text }, at) => text !== found[at]?.text)
  if (different >= 0) return `的文字不一致：应为“${textFrom(wanted, different)}”，文件里是“${textFrom(found, different)}”`
  if (found.length > wanted.length) return `多出文字：“${textFrom(found, wanted.length)}”`
  const astray = wanted.findIndex((one, at) => !isAt(one, found[at]))
  if (astray >= 0) return `的文字不在位置上：“${textFrom(wanted, astray)}”`
  const images = marks.filter(({ kind }) => kind === 'image').length
  if (written.pictures.length !== images) return `应有${images}张图片，文件里是${written.pictures.length}张`
  const rules = marks.filter((mark) => mark.kind === 'rule' && (mark.x !== mark.x2 || mark.y !== mark.y2)).length
  return written.rules.length === rules ? undefined : `应有${rules}条线，文件里是${written.rules.length}条`
}

interface Character {
  readonly text: string
  /** Points from the page's upper left corner. */
  readonly x: number
  readonly y: number
}

/** The characters of a line that draw something. */
function charactersOf({ runs, baseline, x, y, turned }: PlacedLine): readonly Character[] {
  return runs.flatMap((run) => {
    let along = run.x
    return Array.from(run.text).flatMap((text, at) => {
      const here = turned ? { x: (x - (baseline - y)) / 20, y: (y + (along - x)) / 20 } : { x: along / 20, y: baseline / 20 }
      along += run.advances[at] ?? 0
      return text.trim() === '' ? [] : [{ text, ...here }]
    })
  })
}

function isAt({ x, y }: Character, glyph: Glyph | undefined): boolean {
  return glyph !== undefined && Math.abs(glyph.x - x) <= NEAR && Math.abs(glyph.baseline - y) <= NEAR
}

function textFrom(characters: readonly { readonly text: string }[], at: number): string {
  const texts = characters.slice(at, at + 12).map(({ text }) => text)
  return `${texts.join('')}${characters.length > at + 12 ? '…' : ''}`
}

/** Which lines and rules of a page are what: heads and numbers in the margins, text, red head, 版记. Points. */
import type { Line } from './measure-lines.ts'
import type { Glyph, PdfPage, Rule } from './pdf-marks.ts'

export interface PageParts {
  /** Lines of the text area, the red head and the 版记 with it. */
  readonly text: readonly Line[]
  /** The running head of an upright page, piece by piece. */
  readonly head: readonly Line[]
  /** The line with the page's number. */
  readonly foot: Line | null
  /** Lines of the red head that are red: 发文机关标志. */
  readonly mark: readonly Line[]
  readonly redLine: Rule | null
  /** 发文字号. */
  readonly number: Line | null
  /** 标题: the large black lines. */
  readonly title: readonly Line[]
  readonly organ: Line | null
  readonly date: Line | null
  /** Rules of the 版记, from top to bottom. */
  readonly endRules: readonly Rule[]
  /** Rules across that are none of these and of no table. */
  readonly otherRules: readonly Rule[]
}

/** Lines whose middle is within this part of the page's height at its upper and lower end may be head and foot. */
const MARGIN = 0.14
const NUMBER = /^\S{2,}〔\d{4}〕\s*\d+号$/
const DATE = /^\d{4}年\d{1,2}月\d{1,2}日$/
const PAGE_NUMBER = /^(?:[—–－-]\s*\d{1,4}\s*[—–－-]|\d{1,4})$/

/** Sorts what is on a page. */
export function partsOf(page: PdfPage, lines: readonly Line[]): PageParts {
  const across = merged(page.rules.filter(({ direction }) => direction === 'across'))
  const free = across.filter((rule) => !page.rules.some((other) => other.direction === 'down' && touches(rule, other)))
  const red = free.filter((rule) => isRed(rule.color) && rule.length > page.width / 2)
  const redLine = red[0] ?? null
  const headRule = free.find((rule) => !isRed(rule.color) && rule.length > page.width * 0.6 && rule.y < page.height * MARGIN) ?? null
  const upright = headRule ? lines.filter(({ baseline }) => baseline < headRule.y) : []
  const turned = turnedHead(page, lines)
  const margins = new Set([...upright, ...turned])
  const lowest = lines.filter((line) => !margins.has(line)).sort((a, b) => a.baseline - b.baseline).at(-1)
  const foot = lowest && !lowest.cell && lowest.baseline > page.height * (1 - MARGIN) && PAGE_NUMBER.test(lowest.text) ? lowest : null
  const text = lines.filter((line) => line !== foot && !margins.has(line))
  const mark = text.filter((line) => isRed(line.glyphs[0]?.color ?? '') && sizeOf(line) >= 18)
  const markFoot = Math.max(0, ...mark.map(({ baseline }) => baseline))
  const number = text.filter((line) => line.baseline > markFoot && (!redLine || line.baseline < redLine.y)).flatMap(parted).find((line) => NUMBER.test(line.text)) ?? null
  const endRules = endRulesOf(page, text, free.filter((rule) => rule !== redLine && rule !== headRule && !isRed(rule.color)))
  const largest = text.filter((line) => sizeOf(line) >= 18 && !mark.includes(line))
  const dateAt = text.findLastIndex((line) => DATE.test(line.text) && line.baseline < (endRules[0]?.y ?? Infinity))
  return {
    text, head: upright.flatMap(parted), foot, mark, redLine, number, endRules,
    title: number && !redLine ? largest.filter(({ baseline }) => baseline < number.baseline) : largest.slice(0, 6),
    organ: dateAt > 0 ? (text[dateAt - 1] ?? null) : null,
    date: text[dateAt] ?? null,
    otherRules: free.filter((rule) => rule !== redLine && !endRules.includes(rule)),
  }
}

/** A line in the pieces that wide spaces part: name and issue of a running head, number and signers. */
function parted(line: Line): readonly Line[] {
  const pieces: Glyph[][] = []
  let last: Glyph | undefined
  for (const glyph of line.glyphs) {
    if (!last || glyph.x - (last.x + last.width) > WIDE * glyph.size) pieces.push([])
    pieces.at(-1)?.push(glyph)
    last = glyph
  }
  return pieces.map((glyphs) => {
    const [first, end] = [glyphs[0], glyphs.at(-1)]
    return { ...line, glyphs, text: glyphs.map(({ text }) => text).join(''), x: first?.x ?? 0, right: end ? end.x + end.width : 0 }
  })
}

/** So many em are a space between two things. */
const WIDE = 1.5

/** Heads of a landscape page that read from top to bottom: Chinese characters of them stand upright, one below the other, beyond a rule. */
function turnedHead({ rules, width, height }: PdfPage, lines: readonly Line[]): readonly Line[] {
  const rule = rules.find((one) => one.direction === 'down' && one.length > height * 0.6 && (one.x < width * MARGIN || one.x > width * (1 - MARGIN)) && !rules.some((other) => other.direction === 'across' && touches(other, one)))
  if (!rule) return []
  return lines.filter((line) => (rule.x > width / 2 ? line.x > rule.x : line.right < rule.x))
}

/** Rules of the text's width from the one above 抄送 or 印发 on. */
function endRulesOf({ width, height }: PdfPage, text: readonly Line[], rules: readonly Rule[]): readonly Rule[] {
  const wide = rules.filter((rule) => rule.length > width / 2 && rule.y > height * 0.3)
  const printed = text.filter(({ text: words }) => /印发$|^抄送/.test(words))
  if (wide.length < 2 || printed.length === 0) return []
  const from = wide.filter(({ y }) => y < (printed[0]?.baseline ?? 0)).at(-1)
  return from ? wide.filter(({ y }) => y >= from.y) : []
}

/** Rules that lie on each other are one: LibreOffice draws some twice, and a border piece by piece. */
function merged(rules: readonly Rule[]): readonly Rule[] {
  const all: Rule[] = []
  for (const rule of [...rules].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const at = all.findIndex((one) => Math.abs(one.y - rule.y) < 0.3 && rule.x <= one.x + one.length + 0.6 && one.color === rule.color)
    const one = all[at]
    if (!one) all.push(rule)
    else all[at] = { ...one, length: Math.max(one.x + one.length, rule.x + rule.length) - one.x, thickness: Math.max(one.thickness, rule.thickness) }
  }
  return all
}

function touches(across: Rule, down: Rule): boolean {
  return down.x > across.x - 1 && down.x < across.x + across.length + 1 && down.y < across.y + 1 && down.y + down.length > across.y - 1
}

/** The size that most of a line has, pt. */
export function sizeOf({ glyphs }: Line): number {
  const counts = new Map<number, number>()
  for (const { size } of glyphs) counts.set(rounded(size), (counts.get(rounded(size)) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

/** Sizes are told apart to a tenth of a point. */
export function rounded(size: number): number {
  return Math.round(size * 10) / 10
}

function isRed(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return red > 150 && green < 110 && blue < 110
}

/** The lines that people write above and below a table in the same sheet: 附件2, the title, 单位：万元; 注：…, 填表人：…. */
import { isFree, textsOf, type SheetRows } from './sheet-grid.ts'

/** Where the table begins and ends in the sheet, and what stands around it. */
export interface SheetLines {
  readonly from: number
  /** The row after its last. */
  readonly to: number
  readonly label: string | null
  readonly caption: string | null
  readonly unit: string | null
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const MOST_ABOVE = 6
const MOST_BELOW = 20

const LABEL = /^附\s*件\s*[\d一二三四五六七八九十]*\s*[：:]?$/
const UNIT = /^[（(]?\s*(?:计量|金额)?单\s*位\s*[：:][^：:]{1,20}$/
const NOTE = /^(?:[备附]?\s*注|说\s*明|填表说明|注释|注意事项)\s*(?:[：:\d]|$)/
/** Who filled the form in, and when. */
const SIGNED = /^(?:填[表报]|制[表单]|审[核批]|复核|经办|联系|分管|主管|单位)?(?:单位|部门|人|时间|日期|电话|领导|负责人|人签字)?(?:（[^）]{1,6}）)?\s*[：:]/
/** A title that is whole. */
const TITLE_END = /(?:[表单册录案划]|清单|台账|情况)(?:（[^）]*）)?$/
const LONGEST_TITLE = 60

/** Finds the lines above and below the table. A sheet of one column, or of lines alone, is all table. */
export function sheetLines(rows: SheetRows): SheetLines {
  const start = rows.findIndex((row) => textsOf(row).length > 1 && !isAside(row))
  const isHeaded = start >= 0 && start <= MOST_ABOVE && isFree(rows, 0, start)
  const from = isHeaded ? start : 0
  const to = start < 0 ? rows.length : endOf(rows, from)
  return { from, to, ...headOf(rows.slice(0, from)), after: rows.slice(to).flatMap(linesOf) }
}

/** Words beside each other that are no header: 填报单位：青石镇 … 单位：万元. */
function isAside(row: SheetRows[number]): boolean {
  const texts = textsOf(row)
  return texts.length <= 3 && texts.some((text) => UNIT.test(text)) && texts.every((text) => /[：:]/.test(text) || /^\d{4}年/.test(text))
}

function headOf(rows: SheetRows): Pick<SheetLines, 'label' | 'caption' | 'unit' | 'before'> {
  const found: { label: string | null; caption: string | null; unit: string | null } = { label: null, caption: null, unit: null }
  const before: string[] = []
  for (const text of rows.flatMap(textsOf)) {
    if (found.label === null && LABEL.test(text)) found.label = text
    else if (found.unit === null && UNIT.test(text)) found.unit = text.replace(/^[（(]\s*|\s*[）)]$/g, '')
    else if (before.length === 0 && isTitle(found.caption, text)) found.caption = (found.caption ?? '') + text.replaceAll('\n', '')
    else before.push(...text.split('\n'))
  }
  return { ...found, before }
}

/** Sheets break titles over lines and rows. */
function isTitle(begun: string | null, text: string): boolean {
  if (/[：:。]/.test(text) || text.length > LONGEST_TITLE) return false
  return begun === null || (!TITLE_END.test(begun) && !/^[（(\d]/.test(text) && begun.length + text.length <= LONGEST_TITLE)
}

/** Where the table ends: before the first note from which on there are only lines, signs and empty rows. */
function endOf(rows: SheetRows, from: number): number {
  let end = rows.length
  for (let at = rows.length - 1; at > from + 1 && rows.length - at <= MOST_BELOW; at--) {
    const texts = textsOf(rows[at] ?? [])
    const signs = texts.length > 0 && texts.every((text) => SIGNED.test(text))
    if (texts.length > 1 && !signs) break
    if (signs || NOTE.test(texts[0] ?? '')) end = at
  }
  // A cell of the table that reaches down among the lines keeps them with it.
  return isFree(rows, from, end) ? end : rows.length
}

/** Cells beside each other become one line. */
function linesOf(row: SheetRows[number]): readonly string[] {
  const texts = textsOf(row)
  const [only = ''] = texts
  if (texts.length > 1) return [texts.map((text) => text.replaceAll('\n', '')).join('　　')]
  return only === '' ? [] : only.split('\n')
}

/** 版记 as marks: rows between rules, the last rule on the foot of the text area. */
import type { FlowLine } from '../flow.ts'
import type { Mark, PlacedLine, PlacedRule } from '../page.ts'
import type { EndBlock, EndRow, LineStyle } from '../print.ts'
import { setParagraph } from './paragraph.ts'
import type { Setting } from './setting.ts'
import { moved } from './moved.ts'

export interface SetEndBlock {
  /** All of it, from the upper edge of the first rule to the lower edge of the last one, which is the foot of the text area. */
  readonly height: number
  /** What the last line of the text has to keep free above the foot. */
  readonly room: number
  /** Relative to the block's upper left corner. */
  readonly marks: readonly Mark[]
}

/** Sets a 版记 of `width` twips. */
export function setEndBlock(end: EndBlock, width: number, setting: Setting): SetEndBlock {
  const marks: Mark[] = []
  let y = 0
  const rule = (thickness: number): void => {
    const middle = y + thickness / 2
    const placed: PlacedRule = { kind: 'rule', role: 'end', x: 0, y: middle, x2: width, y2: middle, width: thickness }
    marks.push(placed)
    y += thickness
  }
  for (const row of end.rows) {
    rule(end[row.rule])
    const set = rowLines(row, end, width, setting)
    for (const line of set) marks.push(moved(line, 0, y))
    y += Math.max(...set.map((line) => line.y + line.height))
  }
  rule(end.thick)
  return { height: y, room: y + end.gap, marks }
}

/** At least one line. */
function rowLines({ left, right = '', hanging = 0 }: EndRow, { indent, style }: EndBlock, width: number, setting: Setting): readonly PlacedLine[] {
  const under = hanging * style.size * 20
  const flow = { left: indent + under, hanging: under, right: indent }
  const lines = placed({ kind: 'line', line: 'body', spans: [{ text: left }], ...flow }, style, width, setting)
  if (right === '') return lines
  return [...lines, ...placed({ kind: 'line', line: 'body', spans: [{ text: right }], right: indent }, { ...style, align: 'right' }, width, setting)]
}

function placed(flow: FlowLine, style: LineStyle, width: number, setting: Setting): readonly PlacedLine[] {
  return setParagraph(flow, style, width, setting).map(({ height, baseline, runs }, at): PlacedLine => {
    const y = at * height
    return { kind: 'line', role: 'end', x: 0, y, width, height, baseline: y + baseline, runs }
  })
}

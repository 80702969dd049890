/** The items of a section, set: what stands one below the other in its columns. Heights in twips. */
import type { FlowItem, FlowLine } from '../flow.ts'
import { setParagraph, type SetLine } from './paragraph.ts'
import type { Setting } from './setting.ts'
import { setTable, type SetTable } from './table.ts'

/** A paragraph, an image or an empty line. */
export interface LineUnit {
  readonly kind: 'lines'
  readonly flow: FlowLine
  readonly lines: readonly SetLine[]
  readonly before: number
  readonly after: number
  readonly keepNext: boolean
}

export interface TableUnit {
  readonly kind: 'table'
  readonly table: SetTable
}

export type Unit = LineUnit | TableUnit

/** Sets the items of a section whose columns are `width` twips wide. */
export function unitsOf(items: readonly FlowItem[], width: number, setting: Setting): readonly Unit[] {
  return items.map((item) => (item.kind === 'table' ? { kind: 'table', table: setTable(item, setting) } : lineUnit(item, width, setting)))
}

function lineUnit(flow: FlowLine, width: number, setting: Setting): LineUnit {
  const style = setting.print.styles[flow.line]
  const { image } = flow
  const lines = image ? [{ height: image.height, baseline: image.height, runs: [], from: 0, to: 0 }] : linesOf(flow, width, setting)
  const { rule } = style
  const ruled = rule ? lines.map((line, at) => (at === lines.length - 1 ? { ...line, height: line.height + rule.space + rule.width } : line)) : lines
  return { kind: 'lines', flow, lines: ruled, before: flow.before ?? style.before, after: flow.after ?? style.after, keepNext: flow.keepNext ?? style.keepNext }
}

interface Remembered {
  readonly metrics: Setting['metrics']
  readonly look: Setting['print']['look']
  readonly shape: string
  readonly lines: readonly SetLine[]
}

/**
 * Lines that were set once, by the text they are made of: an edit makes a new text for what it changes and leaves all others, so
 * that only what changed is set again.
 */
const remembered = new WeakMap<FlowLine['spans'], Remembered>()

function linesOf(flow: FlowLine, width: number, setting: Setting): readonly SetLine[] {
  const { metrics, print: { look } } = setting
  const style = setting.print.styles[flow.line]
  const shape = [style.slot, style.size, flow.pitch ?? style.line, style.align, style.indent, style.spacing, width, flow.left, flow.right, flow.hanging, flow.tabs].join()
  const known = remembered.get(flow.spans)
  if (known?.shape === shape && known.metrics === metrics && known.look === look) return known.lines
  const lines = setParagraph(flow, style, width, setting)
  remembered.set(flow.spans, { metrics, look, shape, lines })
  return lines
}

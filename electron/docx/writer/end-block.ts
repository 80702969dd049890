/**
 * 版记 in a Word file: a frame at the foot of the text area. Frames hang on the paragraph behind them; that is the last one of the file, so the
 * frame stays at the foot of the last page however the text above grows, and text never runs under it. The rules are paragraphs as high as the
 * rule is thick, filled with black: borders of the text would begin where its indents begin, and LibreOffice has no frames with borders inside.
 */
import { FrameAnchorType, FrameWrap, HeightRule, HorizontalPositionAlign, Paragraph, Tab, TabStopType, TextRun, VerticalPositionAlign, type IParagraphOptions } from 'docx'
import { lineLength } from '../../../shared/layout/flow.ts'
import type { EndBlock, EndRow, Print } from '../../../shared/layout/print.ts'
import { textRuns } from './runs.ts'
import { STYLE } from './styles.ts'

/** The paragraphs of the frame; the paragraph that follows them must be the last one. */
export function endBlockParagraphs(end: EndBlock, print: Print, landscape: boolean): readonly Paragraph[] {
  const width = lineLength(print.look, { columns: 1, landscape })
  const frame = frameOf(width)
  const rule = (thickness: EndRow['rule']): Paragraph => new Paragraph({ style: STYLE[thickness], frame })
  const rows = end.rows.flatMap((row) => [rule(row.rule), rowParagraph(row, { end, print, frame, width })])
  return [...rows, rule('thick')]
}

type Frame = NonNullable<IParagraphOptions['frame']>

function frameOf(width: number): Frame {
  return {
    type: 'alignment',
    width,
    height: 0,
    rule: HeightRule.AUTO,
    wrap: FrameWrap.NOT_BESIDE,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
    alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
  }
}

interface RowContext {
  readonly end: EndBlock
  readonly print: Print
  readonly frame: Frame
  readonly width: number
}

function rowParagraph({ kind, left, right, hanging = 0 }: EndRow, { end: { indent, style }, print: { look }, frame, width }: RowContext): Paragraph {
  const under = hanging * style.size * 20
  const text = textRuns({ spans: [{ text: left }] }, style.slot, look)
  const more = right === undefined ? [] : [new TextRun({ children: [new Tab()] }), ...textRuns({ spans: [{ text: right }] }, style.slot, look)]
  return new Paragraph({
    style: STYLE[kind],
    frame,
    indent: { left: indent + under, right: indent, ...(under > 0 ? { hanging: under } : {}) },
    ...(right === undefined ? {} : { tabStops: [{ type: TabStopType.RIGHT, position: width - indent }] }),
    children: [...text, ...more],
  })
}

/** Runs of text with the right fonts. */
import { Tab, TextRun } from 'docx'
import type { PageLook } from '../../../shared/layout/look.ts'
import type { FontSlot } from '../../../shared/layout/slots.ts'
import type { FlowLine } from '../../../shared/layout/flow.ts'
import { isChineseMark } from '../../../shared/layout/text-width.ts'
import { STYLE } from './styles.ts'

/**
 * The runs of a line whose style has the font `slot`. Fonts are named only where they differ from the style's; "\n" is a line break, and one that
 * nobody chose has a style that says so.
 */
export function textRuns({ spans, proposed = [] }: Pick<FlowLine, 'spans' | 'proposed'>, slot: FontSlot, look: PageLook): TextRun[] {
  let breaks = 0
  return spans.flatMap((span) =>
    span.text.split('\n').flatMap((line, at) => {
      const ended = at === 0 ? [] : [new TextRun({ ...(proposed.includes(breaks++) ? { style: STYLE.proposedBreak } : {}), break: 1 })]
      return [...ended, ...splitAtMarks(line).map((piece) => textRun(piece, { slot, span: span.slot ?? slot, look }))]
    }),
  )
}

/** Splits where Chinese marks (“ ” … —) begin and end, which Word would otherwise take from the Latin font, half as wide. */
export function splitAtMarks(text: string): readonly string[] {
  const pieces: string[] = []
  let marks: boolean | undefined
  for (const char of text) {
    const isMark = isChineseMark(char)
    if (isMark === marks) pieces.push((pieces.pop() ?? '') + char)
    else pieces.push(char)
    marks = isMark
  }
  return pieces
}

interface RunContext {
  /** The style's font, and the font this run has. */
  readonly slot: FontSlot
  readonly span: FontSlot
  readonly look: PageLook
}

function textRun(text: string, { slot, span, look }: RunContext): TextRun {
  const family = look.fonts[span]
  const options = { children: withTabs(text) }
  if (isChineseMark(text)) return new TextRun({ ...options, font: { ascii: family, hAnsi: family, eastAsia: family, hint: 'eastAsia' } })
  return new TextRun(span === slot ? options : { ...options, font: { eastAsia: family } })
}

/** A tab is an element of its own in a Word file. */
function withTabs(text: string): (string | Tab)[] {
  return text.split(/(\t)/).filter((piece) => piece !== '').map((piece) => (piece === '\t' ? new Tab() : piece))
}

/** Runs of text with the right fonts. */
import { Tab, TextRun } from 'docx'
import type { PageLook } from '../../../shared/layout/look.ts'
import type { FontSlot } from '../../../shared/layout/slots.ts'
import type { Span } from '../../../shared/layout/flow.ts'
import { isChineseMark } from '../../../shared/layout/text-width.ts'

/** The runs of a line whose style has the font `slot`. Fonts are named only where they differ from the style's; "\n" is a line break. */
export function textRuns(spans: readonly Span[], slot: FontSlot, look: PageLook): TextRun[] {
  return spans.flatMap((span) =>
    span.text.split('\n').flatMap((line, at) => {
      const pieces = splitAtMarks(line)
      // A break is written at the head of the run that follows it.
      return (pieces.length === 0 && at > 0 ? [''] : pieces).map((piece, first) =>
        textRun(piece, { breaks: at > 0 && first === 0, slot, span: span.slot ?? slot, look }),
      )
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
  readonly breaks: boolean
  /** The style's font, and the font this run has. */
  readonly slot: FontSlot
  readonly span: FontSlot
  readonly look: PageLook
}

function textRun(text: string, { breaks, slot, span, look }: RunContext): TextRun {
  const family = look.fonts[span]
  const options = { children: withTabs(text), ...(breaks ? { break: 1 } : {}) }
  if (isChineseMark(text)) return new TextRun({ ...options, font: { ascii: family, hAnsi: family, eastAsia: family, hint: 'eastAsia' } })
  return new TextRun(span === slot ? options : { ...options, font: { eastAsia: family } })
}

/** A tab is an element of its own in a Word file. */
function withTabs(text: string): (string | Tab)[] {
  return text.split(/(\t)/).filter((piece) => piece !== '').map((piece) => (piece === '\t' ? new Tab() : piece))
}

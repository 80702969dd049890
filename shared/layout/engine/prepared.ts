/** The text of a paragraph made ready for breaking: script, font and width of every character, by UTF-16 unit. */
import type { FlowLine } from '../flow.ts'
import type { LineStyle } from '../print.ts'
import { FONT_SLOTS, type FontSlot } from '../slots.ts'
import { breaksOf } from './break-rules.ts'
import { flagsOf, MARK, SCRIPT, scriptOf } from './char-classes.ts'
import { widthOf, widthsOf, type Setting } from './setting.ts'

const LINE_BREAK = 0x0a
const TAB = 0x09

export interface Prepared {
  readonly text: string
  /** In twips, without character spacing. */
  readonly widths: Float64Array
  /** `SCRIPT.latin` or `SCRIPT.asian`. */
  readonly scripts: Uint8Array
  /** Index of the font slot in `FONT_SLOTS`. */
  readonly slots: Uint8Array
  /** Where the portion ends that the character is in: text of one script and one look; a tab and a line break stand alone. */
  readonly ends: Int32Array
  /** Where Unicode's rules let a line begin; made when it is first asked for. */
  readonly breaks: () => Uint8Array
}

/** Prepares the text of `flow`. */
export function prepare({ spans }: FlowLine, style: LineStyle, { metrics }: Setting): Prepared {
  const text = spans.length === 1 ? (spans[0]?.text ?? '') : spans.map((span) => span.text).join('')
  const scripts = scriptsOf(text)
  const widths = new Float64Array(text.length)
  const slots = new Uint8Array(text.length)
  const ends = new Int32Array(text.length)
  // A run of the Word file is one font for Chinese and for marks, and one for Latin.
  const runs = new Uint8Array(text.length)
  const fonts = FONT_SLOTS.map((slot) => metrics[slot])
  const known = fonts.map(widthsOf)
  const latin = FONT_SLOTS.indexOf(latinSlot(style.slot))
  const twips = style.size * 20
  let at = 0
  for (const span of spans) {
    const chinese = FONT_SLOTS.indexOf(span.slot ?? style.slot)
    for (const end = at + span.text.length; at < end; at++) {
      const isMark = ((flagsOf[text.charCodeAt(at)] ?? 0) & MARK) !== 0
      const slot = isMark || scripts[at] === SCRIPT.asian ? chinese : latin
      slots[at] = slot
      runs[at] = chinese * 2 + (isMark ? 1 : 0)
      const font = fonts[slot]
      const widthsOfFont = known[slot]
      if (font && widthsOfFont) widths[at] = text.charCodeAt(at) < 0x20 ? 0 : widthOf(text, at, font, widthsOfFont) * twips
    }
  }
  for (let last = text.length - 1; last >= 0; last--) {
    const next = last + 1
    const joined = next < text.length && runs[last] === runs[next] && scripts[last] === scripts[next] && !standsAlone(text.charCodeAt(last)) && !standsAlone(text.charCodeAt(next))
    ends[last] = joined ? (ends[next] ?? next) : next
  }
  let breaks: Uint8Array | undefined
  return { text, widths, scripts, slots, ends, breaks: () => (breaks ??= breaksOf(text)) }
}

/** 宋体 and 小标宋 bring their own Latin letters; a span with another font changes only the Chinese one. */
function latinSlot(slot: FontSlot): FontSlot {
  return slot === 'song' || slot === 'smallSong' ? slot : 'latin'
}

/** What has no script takes that of the text before it; at the beginning of a paragraph it is Latin. */
function scriptsOf(text: string): Uint8Array {
  const scripts = new Uint8Array(text.length)
  let last: number = SCRIPT.latin
  for (let at = 0; at < text.length; at++) {
    const own = scriptOf[text.charCodeAt(at)] ?? SCRIPT.weak
    if (own !== SCRIPT.weak) last = own
    scripts[at] = last
  }
  return scripts
}

function standsAlone(code: number): boolean {
  return code === LINE_BREAK || code === TAB
}

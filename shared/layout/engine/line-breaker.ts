/**
 * Lines as LibreOffice 7.4 breaks them. A line is filled portion by portion (text of one script and one look). Where a portion does
 * not fit, the place to break is looked for backwards from the first character that is too much: by 避头尾 in Chinese text, by
 * Unicode's rules in Latin text. A place before the portion sends the filling back to the portion before, which is then looked at
 * in the same way as if it were one twip too wide.
 */
import { charStart, chinesePlace, isBlank, isLetter, isPair, latinPlace, withoutBlanks } from './break-places.ts'
import { SCRIPT } from './char-classes.ts'
import type { Prepared } from './prepared.ts'

export interface BreakOptions {
  /** Left ends of the first line and of the others, and the right end of all, in twips from the column's left edge. */
  readonly first: number
  readonly left: number
  readonly right: number
  /** Between Chinese and Latin, and after every character of a portion but its last. */
  readonly gap: number
  readonly spacing: number
  /** Whether a mark may hang over the end. */
  readonly hanging: boolean
  /** Blanks at the end of the paragraph count for nothing (centred and right-aligned text). */
  readonly dropsBlanks: boolean
  /** Blanks before a break are taken out of the line also where they would have fitted. */
  readonly keepsBlanks: boolean
  readonly tabs: readonly number[]
}

/** A piece of a line that is drawn as one: characters from-to, their width with spacing, what stands free behind them. */
export interface Portion {
  readonly from: number
  readonly to: number
  readonly x: number
  readonly width: number
  readonly gap: number
  readonly isTab: boolean
}

export interface BrokenLine {
  readonly from: number
  /** Up to here characters are drawn; those from `hang` on hang over the end. */
  readonly drawn: number
  readonly hang: number
  /** The next line begins here. */
  readonly to: number
  readonly portions: readonly Portion[]
  /** Where the text ends without what hangs. */
  readonly end: number
  /** The last of the paragraph, or ended by a line break: never stretched. */
  readonly isLast: boolean
}

const LINE_BREAK = 0x0a
const TAB = 0x09
const DEFAULT_TAB = 480
const NONE = -1
/** What rounding may add to a width, in twips. */
const EPSILON = 0.02

/** All lines of a paragraph; at least one. */
export function breakLines(prepared: Prepared, options: BreakOptions): readonly BrokenLine[] {
  const lines: BrokenLine[] = []
  const { length } = prepared.text
  let from = 0
  do {
    const line = new Filling(prepared, options, from, lines.length === 0 ? options.first : options.left).fill()
    lines.push(line)
    from = line.to
  } while (from < length)
  // A line break at the end opens an empty line.
  if (length > 0 && prepared.text.charCodeAt(length - 1) === LINE_BREAK && lines.at(-1)?.to === length) {
    lines.push({ from: length, drawn: length, hang: length, to: length, portions: [], end: options.left, isLast: true })
  }
  return lines
}

/** How a portion went into the line: it fitted, the line is complete, or it must go on before this portion. */
type Placed = 'fits' | 'full' | 'back'

class Filling {
  readonly #text: Prepared
  readonly #options: BreakOptions
  readonly #start: number
  #limit: number
  #x: number
  #portions: Portion[] = []
  #drawn: number
  #hang: number
  #to: number

  constructor(text: Prepared, options: BreakOptions, start: number, x: number) {
    this.#text = text
    this.#options = options
    this.#start = start
    this.#x = x
    this.#limit = options.right
    this.#drawn = start
    this.#hang = start
    this.#to = start
  }

  fill(): BrokenLine {
    const { text, ends } = this.#text
    let at = this.#start
    while (at < text.length) {
      const code = text.charCodeAt(at)
      if (code === LINE_BREAK) return this.#line(at, at + 1, true)
      const to = ends[at] ?? text.length
      const placed = code === TAB ? this.#tab(at) : this.#portion(at, to)
      if (placed === 'full') return this.#complete()
      if (placed === 'fits') at = to
      else if (this.#goBack() === 'full') return this.#complete()
    }
    return this.#line(text.length, text.length, true)
  }

  /** A line whose text ends at `drawn` and that fitted as a whole. */
  #line(drawn: number, to: number, isLast: boolean): BrokenLine {
    return { from: this.#start, drawn, hang: drawn, to, portions: this.#portions, end: this.#x, isLast }
  }

  /** The line that the last portion filled. A line break right behind it belongs to it. */
  #complete(): BrokenLine {
    // Whatever happens, a line takes a character.
    const end = Math.max(this.#to, this.#start + 1)
    const isBroken = this.#text.text.charCodeAt(end) === LINE_BREAK
    const to = isBroken ? end + 1 : end
    const last = this.#portions.at(-1)
    if (last && last.gap > 0) {
      this.#x -= last.gap
      this.#portions[this.#portions.length - 1] = { ...last, gap: 0 }
    }
    return { from: this.#start, drawn: this.#drawn, hang: this.#hang, to, portions: this.#portions, end: this.#x, isLast: isBroken || to >= this.#text.text.length }
  }

  #put(from: number, to: number, width: number, gap = 0): void {
    if (to > from) this.#portions.push({ from, to, x: this.#x, width, gap, isTab: false })
    this.#x += width + gap
  }

  /** Ends the line: characters are drawn up to `drawn`, the next line begins at `to`. */
  #end(drawn: number, to: number, hang = drawn): 'full' {
    this.#drawn = drawn
    this.#hang = hang
    this.#to = to
    return 'full'
  }

  #portion(from: number, to: number): Placed {
    const { text, scripts } = this.#text
    const { gap, spacing, dropsBlanks } = this.#options
    const room = this.#limit - this.#x
    if (room < 0 && from > this.#start) return this.#end(from, from)
    const measured = dropsBlanks && to === text.length ? withoutBlanks(text, from, to) : to
    const width = this.#width(from, measured)
    if (width > room + EPSILON) return this.#cut(from, to, width)
    const space = spacing > 0 ? Math.max(0, Math.min(spacing, room - width - 1)) : 0
    const apart = to < text.length && scripts[to - 1] !== scripts[to] && isLetter(text, to - 1) && isLetter(text, to) ? gap : 0
    if (apart > 0 && width + apart > room + EPSILON) {
      this.#put(from, to, width)
      return this.#end(to, to)
    }
    this.#put(from, to, width, space + apart)
    return 'fits'
  }

  /** Width of a portion as LibreOffice rounds it. The spacing stands between its characters alone. */
  #width(from: number, to: number): number {
    const { widths } = this.#text
    let width = to > from ? (to - from - 1) * this.#options.spacing : 0
    for (let at = from; at < to; at++) width += widths[at] ?? 0
    return Math.round(width)
  }

  #tab(at: number): Placed {
    const { tabs, left, right } = this.#options
    const stop = tabs.find((one) => one > this.#x) ?? (this.#x < left ? left : (Math.floor(this.#x / DEFAULT_TAB) + 1) * DEFAULT_TAB)
    if (stop > right) {
      if (at > this.#start) return this.#end(at, at)
      this.#portions.push({ from: at, to: at + 1, x: this.#x, width: Math.max(0, right - this.#x), gap: 0, isTab: true })
      this.#x = Math.max(this.#x, right)
      return 'fits'
    }
    this.#portions.push({ from: at, to: at + 1, x: this.#x, width: stop - this.#x, gap: 0, isTab: true })
    this.#x = stop
    return 'fits'
  }

  /** A portion that does not fit: breaks the line in it, or before it. */
  #cut(from: number, to: number, width: number): Placed {
    const cut = this.#firstTooMuch(from, to, this.#limit - this.#x)
    const { at, next } = this.#place(from, cut)
    if (at > cut && next === at) {
      this.#put(from, cut, this.#width(from, cut))
      return this.#end(at, at, cut)
    }
    const last = this.#portions.at(-1)
    if (at >= from) {
      // What stands behind a tab stays with it.
      if (last?.isTab && at === from && last.from > this.#start && !isBlank(this.#text.text, from)) return 'back'
      if (from > this.#start || at > from) {
        this.#put(from, at, this.#width(from, at))
        return this.#end(at, next)
      }
    } else if (at !== NONE && at !== this.#start && from > this.#start) return 'back'
    return this.#force(from, cut, width)
  }

  /** No place to break: the word is longer than the line. */
  #force(from: number, cut: number, width: number): 'full' {
    if (cut > from) {
      this.#put(from, cut, this.#width(from, cut))
      return this.#end(cut, cut)
    }
    if (cut > this.#start) return this.#end(from, from)
    const to = from + (isPair(this.#text.text, from) ? 2 : 1)
    this.#put(from, to, Math.min(width, Math.max(0, this.#limit - this.#x)))
    return this.#end(to, to)
  }

  #firstTooMuch(from: number, to: number, room: number): number {
    const { widths } = this.#text
    const { spacing } = this.#options
    let width = 0
    for (let at = from; at < to; at++) {
      width += widths[at] ?? 0
      if (width > room + EPSILON) return charStart(this.#text.text, at)
      width += spacing
    }
    // Rounding made the portion too wide.
    return charStart(this.#text.text, to - 1)
  }

  /** Takes the last portion out of the line again and breaks it, as if it were a twip too wide. */
  #goBack(): Placed {
    let last = this.#portions.pop()
    while (last?.width === 0 && this.#portions.length > 0) last = this.#portions.pop()
    if (!last) return this.#end(this.#start + 1, this.#start + 1)
    this.#x = last.x
    if (last.isTab) return last.from > this.#start ? this.#end(last.from, last.from) : this.#end(last.to, last.to)
    this.#limit = last.x + last.width - 1
    const placed = this.#cut(last.from, last.to, last.width)
    return placed === 'back' ? this.#goBack() : placed
  }

  /** Where the line ends that `cut` does not fit in, and where the next one begins: blanks between are lost. `NONE`: no such place in this line. */
  #place(from: number, cut: number): { readonly at: number; readonly next: number } {
    const { text } = this.#text
    const { keepsBlanks } = this.#options
    if (isBlank(text, cut)) {
      let at = cut
      if (!keepsBlanks) while (at > this.#start + 1 && isBlank(text, at - 1)) at -= 1
      let next = cut + 1
      while (next < text.length && isBlank(text, next)) next += 1
      return { at, next }
    }
    const found = this.#isChineseAt(from, cut) ? chinesePlace(text, cut, this.#options.hanging) : latinPlace(text, cut, this.#text.breaks())
    if (found < this.#start) return { at: NONE, next: NONE }
    let at = found
    if (!keepsBlanks && found <= cut) while (at > this.#start && isBlank(text, at - 1)) at -= 1
    return { at, next: found }
  }

  /** By which rules to break: those of the script of the portion, or of the last letter or digit before `cut` where that is further left. */
  #isChineseAt(from: number, cut: number): boolean {
    const { text, scripts } = this.#text
    let letter = cut
    while (letter > 0 && !isLetter(text, letter)) letter -= 1
    return scripts[letter < from ? letter : from] === SCRIPT.asian
  }
}

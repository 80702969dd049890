/** One face of a font file as a PDF embeds it: the glyphs that are shown, their widths, and what they mean. */
import { openSync, type Font, type Subset } from 'fontkit'

/** Where a face is: the file (absolute), and which face of a collection (.ttc), from 0. */
export interface FontFile {
  readonly path: string
  readonly index: number
}

/** A glyph of the embedded subset. `width` is in thousandths of an em, as the file says it. */
export interface ShownGlyph {
  /** The code that shows it, four hexadecimal digits. */
  readonly code: string
  readonly width: number
}

const opened = new Map<string, Font>()

/** Opens a face. Fonts stay open: the next document takes the same ones. Throws for what is no font. */
export function openFace(file: FontFile): Font {
  const key = keyOf(file)
  const known = opened.get(key)
  if (known) return known
  const { path, index } = file
  const whole = openSync(path)
  const font = 'fonts' in whole ? whole.fonts[index] : whole
  if (!font) throw new Error(`no font in ${path}`)
  opened.set(key, font)
  return font
}

/** One text for one face. */
export function keyOf({ path, index }: FontFile): string {
  return `${index} ${path}`
}

/** The glyphs of one face that a document shows. */
export class FaceSubset {
  readonly font: Font
  readonly #subset: Subset
  readonly #shown = new Map<number, ShownGlyph | null>()
  readonly #taken = new Set<number>()
  /** By glyph of the subset. The first is the one for what a font lacks. */
  readonly #widths: number[]
  readonly #codePoints: number[] = [0]

  constructor(font: Font) {
    this.font = font
    this.#subset = font.createSubset()
    this.#widths = [this.#width(font.getGlyph(0).advanceWidth)]
  }

  /** The glyph of a character; null where the face has none. */
  glyph(codePoint: number): ShownGlyph | null {
    const known = this.#shown.get(codePoint)
    if (known !== undefined) return known
    const shown = this.font.hasGlyphForCodePoint(codePoint) ? this.#take(codePoint) : null
    this.#shown.set(codePoint, shown)
    return shown
  }

  /** The box that stands for a character that no font has. */
  missing(): ShownGlyph {
    return { code: '0000', width: this.#widths[0] ?? 0 }
  }

  /** The font program: CFF alone, or a TrueType file. */
  encode(): { readonly bytes: Uint8Array; readonly isCff: boolean } {
    return { bytes: this.#subset.encode(), isCff: 'cff' in this.#subset }
  }

  get widths(): readonly number[] {
    return this.#widths
  }

  /** What each glyph of the subset means; 0 for the first. */
  get codePoints(): readonly number[] {
    return this.#codePoints
  }

  #take(codePoint: number): ShownGlyph {
    const glyph = this.font.glyphForCodePoint(codePoint)
    const at = this.#codePoints.length
    // Two characters with one glyph (— and ―) are two in the file, or one of them would be copied as the other.
    if (this.#taken.has(glyph.id)) glyphsOf(this.#subset).push(glyph.id)
    else this.#subset.includeGlyph(glyph)
    this.#taken.add(glyph.id)
    const width = this.#width(glyph.advanceWidth)
    this.#widths.push(width)
    this.#codePoints.push(codePoint)
    return { code: at.toString(16).padStart(4, '0'), width }
  }

  #width(units: number): number {
    return Math.round((units * 1000) / this.font.unitsPerEm)
  }
}

/** The list that a subset is made from, which its types do not name. */
function glyphsOf(subset: Subset): number[] {
  return (subset as Subset & { readonly glyphs: number[] }).glyphs
}

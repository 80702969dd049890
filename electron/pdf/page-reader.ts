/** Follows the operators of one PDF page and notes what they draw. */
import { IDENTITY, multiply, place, scaleOf, toMatrix, type Matrix } from './matrix.ts'
import { inkOf, pictureOf, rulesOf, type Glyph, type PdfPage, type Picture, type Rule } from './pdf-marks.ts'

/** What pdf.js knows of a font, as far as it is used here. */
export interface PdfFont {
  /** The name in the file: DAAAAA+FandolSong-Bold. */
  readonly name: string
  /** Size of the font's unit: 0.001 for nearly all. */
  readonly unit: number
  /** Outline of a character in em, pdf.js's path. */
  readonly outline: (fontChar: string) => ArrayLike<number> | undefined
}

/** pdf.js's numbers of operators, by name. */
export type Operators = Readonly<Record<string, number>>

interface State {
  readonly matrix: Matrix
  readonly fill: string
  readonly stroke: string
  readonly lineWidth: number
  readonly font: PdfFont | undefined
  readonly size: number
  readonly charSpacing: number
  readonly wordSpacing: number
  /** 1 is as wide as the font says. */
  readonly stretch: number
  readonly rise: number
  readonly leading: number
  readonly hidden: boolean
}

const START: Omit<State, 'matrix'> = {
  fill: '#000000', stroke: '#000000', lineWidth: 1, font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, stretch: 1, rise: 0, leading: 0, hidden: false,
}

/** Where a glyph's outline in em reaches, by font and character: the same few thousand again and again. */
type Inks = Map<PdfFont, Map<string, ReturnType<typeof inkOf>>>

export interface PageReading {
  readonly operators: readonly number[]
  readonly args: readonly unknown[]
  readonly codes: Operators
  /** From PDF coordinates to the page's, y down. */
  readonly view: Matrix
  readonly width: number
  readonly height: number
  readonly fontOf: (name: string) => PdfFont
}

/** Reads a page's operators. */
export function readPage(reading: PageReading): PdfPage {
  const reader = new PageReader(reading.view, reading.fontOf)
  const handlers = new Map<number, (args: readonly unknown[]) => void>()
  for (const [name, handle] of Object.entries(reader.handlers(reading.codes))) {
    const code = reading.codes[name]
    if (code !== undefined) handlers.set(code, handle)
  }
  reading.operators.forEach((code, at) => handlers.get(code)?.((reading.args[at] ?? []) as readonly unknown[]))
  return { width: reading.width, height: reading.height, glyphs: reader.glyphs, rules: reader.rules, pictures: reader.pictures }
}

class PageReader {
  readonly glyphs: Glyph[] = []
  readonly rules: Rule[] = []
  readonly pictures: Picture[] = []
  readonly #fontOf: (name: string) => PdfFont
  readonly #inks: Inks = new Map()
  #state: State
  readonly #saved: State[] = []
  #text: Matrix = IDENTITY
  /** Where the line began and where the next glyph comes, in text space. */
  #line: readonly [number, number] = [0, 0]
  #x = 0

  constructor(view: Matrix, fontOf: (name: string) => PdfFont) {
    this.#state = { ...START, matrix: view }
    this.#fontOf = fontOf
  }

  /** By pdf.js's names. Its arguments are untyped; each line says what they are. */
  handlers(codes: Operators): Readonly<Record<string, (args: readonly unknown[]) => void>> {
    const set = (change: Partial<State>): void => {
      this.#state = { ...this.#state, ...change }
    }
    const save = (): void => void this.#saved.push(this.#state)
    const restore = (): void => void (this.#state = this.#saved.pop() ?? this.#state)
    const transform = (inner: unknown): void => set({ matrix: multiply(this.#state.matrix, toMatrix(inner)) })
    const picture = (): void => void this.pictures.push(pictureOf(this.#state.matrix))
    return {
      save, restore,
      beginGroup: save, endGroup: restore,
      transform: (args) => transform(args),
      paintFormXObjectBegin: ([matrix]) => {
        save()
        if (matrix) transform(matrix)
      },
      paintFormXObjectEnd: restore,
      setLineWidth: ([width]) => set({ lineWidth: Number(width) }),
      setFillRGBColor: ([color]) => set({ fill: String(color) }),
      setStrokeRGBColor: ([color]) => set({ stroke: String(color) }),
      setGState: ([changes]) => {
        for (const [key, value] of changes as readonly (readonly [string, unknown])[]) {
          if (key === 'LW') set({ lineWidth: Number(value) })
          if (key === 'Font') this.#setFont(value as readonly unknown[])
        }
      },
      constructPath: ([paint, data]) => this.#paint(Number(paint), (data as readonly (ArrayLike<number> | null)[])[0] ?? [], codes),
      paintImageXObject: picture, paintInlineImageXObject: picture, paintImageMaskXObject: picture,
      beginText: () => this.#setTextMatrix(IDENTITY),
      setTextMatrix: (args) => this.#setTextMatrix(toMatrix(args)),
      setFont: (args) => this.#setFont(args),
      setCharSpacing: ([spacing]) => set({ charSpacing: Number(spacing) }),
      setWordSpacing: ([spacing]) => set({ wordSpacing: Number(spacing) }),
      setHScale: ([percent]) => set({ stretch: Number(percent) / 100 }),
      setTextRise: ([rise]) => set({ rise: Number(rise) }),
      // 3 is drawn nowhere, 7 only clips.
      setTextRenderingMode: ([mode]) => set({ hidden: mode === 3 || mode === 7 }),
      setLeading: ([leading]) => set({ leading: -Number(leading) }),
      setLeadingMoveText: ([x, y]) => {
        set({ leading: Number(y) })
        this.#moveText(Number(x), Number(y))
      },
      moveText: ([x, y]) => this.#moveText(Number(x), Number(y)),
      nextLine: () => this.#moveText(0, this.#state.leading),
      showText: ([glyphs]) => this.#showText(glyphs as readonly (number | PdfGlyph | null)[]),
    }
  }

  #setFont([name, size]: readonly unknown[]): void {
    this.#state = { ...this.#state, font: this.#fontOf(String(name)), size: Number(size) }
  }

  #setTextMatrix(matrix: Matrix): void {
    this.#text = matrix
    this.#line = [0, 0]
    this.#x = 0
  }

  #moveText(x: number, y: number): void {
    this.#line = [this.#line[0] + x, this.#line[1] + y]
    this.#x = this.#line[0]
  }

  #paint(paint: number, path: ArrayLike<number>, codes: Operators): void {
    const { matrix, fill, stroke, lineWidth } = this.#state
    const is = (...names: readonly string[]): boolean => names.some((name) => codes[name] === paint)
    const both = is('fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke')
    this.rules.push(
      ...rulesOf(path, matrix, {
        ...(both || is('fill', 'eoFill') ? { fill: { color: fill } } : {}),
        ...(both || is('stroke', 'closeStroke') ? { stroke: { width: lineWidth * scaleOf(matrix), color: stroke } } : {}),
      }),
    )
  }

  #showText(shown: readonly (number | PdfGlyph | null)[]): void {
    const { font, size, stretch, charSpacing, wordSpacing, rise, hidden, fill } = this.#state
    if (!font) return
    const whole = multiply(this.#state.matrix, this.#text)
    const grown = Math.hypot(whole[2], whole[3])
    const across = Math.hypot(whole[0], whole[1])
    for (const glyph of shown) {
      if (glyph === null) continue
      if (typeof glyph === 'number') {
        this.#x -= (glyph * size * stretch) / 1000
        continue
      }
      const wide = glyph.width * font.unit * size * stretch
      const [x, baseline] = place(whole, this.#x, this.#line[1] + rise)
      const ink = this.#inkOf(font, glyph.fontChar)
      if (!hidden && glyph.unicode !== '') {
        this.glyphs.push({
          text: glyph.unicode, x, baseline, width: wide * across, size: size * grown, font: font.name, color: fill,
          turned: Math.abs(whole[1]) > Math.abs(whole[0]),
          ...(ink ? { ink: { top: ink.top * size * grown, bottom: ink.bottom * size * grown } } : {}),
        })
      }
      this.#x += wide + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * stretch
    }
  }

  #inkOf(font: PdfFont, fontChar: string): ReturnType<typeof inkOf> {
    const known = this.#inks.get(font) ?? new Map<string, ReturnType<typeof inkOf>>()
    this.#inks.set(font, known)
    if (!known.has(fontChar)) known.set(fontChar, inkOf(font.outline(fontChar) ?? []))
    return known.get(fontChar)
  }
}

/** What pdf.js says of a glyph that is shown. */
interface PdfGlyph {
  readonly fontChar: string
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

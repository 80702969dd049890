/** The fonts of one PDF: a character goes to the first face of its slot that has it. */
import type { FontSlot } from '../../shared/layout/slots.ts'
import { FaceSubset, keyOf, openFace, type FontFile, type ShownGlyph } from './font-face.ts'
import { endFont } from './font-objects.ts'

/** The faces of a slot: the one that it is drawn in, then those that its missing characters come from. */
export type SlotFiles = Readonly<Record<FontSlot, readonly FontFile[]>>

/** A face that has been used, with its name on pages (F1). */
export interface UsedFace {
  readonly name: string
  readonly reference: PDFKit.PDFKitReference
  readonly subset: FaceSubset
}

export interface PickedGlyph {
  readonly face: UsedFace
  readonly glyph: ShownGlyph
}

/** What is drawn as a space of the right width where a font lacks it. */
const BLANKS: ReadonlySet<string> = new Set(['\t', ' ', '\u00a0', '\u3000', '\u2002', '\u2003', '\u2009'])

export class FontBook {
  readonly #pdf: PDFKit.PDFDocument
  readonly #files: SlotFiles
  readonly #faces = new Map<string, UsedFace>()
  readonly #picked = new Map<string, PickedGlyph>()
  readonly #missing = new Set<string>()

  constructor(pdf: PDFKit.PDFDocument, files: SlotFiles) {
    this.#pdf = pdf
    this.#files = files
  }

  /** The glyph of a character in a slot. Throws where the slot has no face at all. */
  pick(slot: FontSlot, char: string): PickedGlyph {
    const key = slot + char
    const known = this.#picked.get(key)
    if (known) return known
    const picked = this.#find(slot, char)
    this.#picked.set(key, picked)
    return picked
  }

  /** Characters that no face has, in the order of the text. */
  get missing(): readonly string[] {
    return [...this.#missing]
  }

  /** Writes the subsets, when every page is drawn. */
  end(): void {
    for (const [at, { reference, subset }] of [...this.#faces.values()].entries()) endFont(this.#pdf, reference, subset, at)
  }

  #find(slot: FontSlot, char: string): PickedGlyph {
    const codePoint = char.codePointAt(0) ?? 0
    const wanted = BLANKS.has(char) ? [codePoint, 0x20] : [codePoint]
    for (const file of this.#files[slot]) {
      const face = this.#face(file)
      for (const one of wanted) {
        const glyph = face.subset.glyph(one)
        if (glyph) return { face, glyph }
      }
    }
    const [first] = this.#files[slot]
    if (!first) throw new Error(`no font for ${slot}`)
    this.#missing.add(char)
    const face = this.#face(first)
    return { face, glyph: face.subset.missing() }
  }

  #face(file: FontFile): UsedFace {
    const key = keyOf(file)
    const known = this.#faces.get(key)
    if (known) return known
    const face = { name: `F${this.#faces.size + 1}`, reference: this.#pdf.ref({}), subset: new FaceSubset(openFace(file)) }
    this.#faces.set(key, face)
    return face
  }
}

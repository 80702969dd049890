/** A font on this machine. */

/** One upright face in a font file. */
export interface FontFace {
  /** Absolute. */
  readonly path: string
  /** Which face of a collection (.ttc), from 0. */
  readonly index: number
  /** All names of its family. */
  readonly families: readonly string[]
  /** 400 regular, 700 bold. */
  readonly weight: number
}

/** The face of a family that is nearest to a weight; undefined where the family is not among `faces`. */
export function faceOfWeight(faces: readonly FontFace[], weight: number): FontFace | undefined {
  return faces.reduce<FontFace | undefined>((best, face) => (best && Math.abs(best.weight - weight) <= Math.abs(face.weight - weight) ? best : face), undefined)
}

/** The weight that a face has, by its PostScript name where the file does not say so: both faces of FandolSong say that they are regular. */
export function weightOf(postscript: string, said: number): number {
  return postscript.endsWith('-Bold') ? 700 : said
}

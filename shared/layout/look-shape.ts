/** What the data files of all layouts describe in the same words: paper, fonts, faces, tables. Lengths in twips, sizes in pt. */
import * as z from 'zod'
import { FONT_SLOTS } from './slots.ts'

export const length = z.int().min(0).max(31_680) // Word's own limit, 22 inches
const slot = z.enum(FONT_SLOTS)
export const face = z.strictObject({ slot, size: z.number().min(5).max(72).multipleOf(0.5) })
/** A title of several lines: `line` is the pitch, `characters` the most that stand in one line. */
export const titleFace = face.extend({ line: length, characters: z.int().min(4).max(60) })

/** Paper and margins; `head` and `foot` are the distances of running head and page number from the paper's edge. */
export const pageShape = z.strictObject({
  width: length, height: length, top: length, bottom: length, left: length, right: length, head: length, foot: length,
})

export const columnsShape = z.strictObject({
  count: z.int().min(1).max(3), gap: length, characters: z.int().min(8).max(60), lines: z.int().min(10).max(80),
})

export const fontsShape = z.record(slot, z.string().min(1))

/** Faces that every layout names. */
export const FLOW_FACES = {
  title: titleFace,
  body: face,
  heading1: face,
  heading2: face,
  heading3: face,
  heading4: face,
  chapter: face,
  article: face,
  innerTitle: titleFace,
  attachmentLabel: face,
  tableCaption: face,
  tableHead: z.strictObject({ slot }),
  tableText: z.strictObject({ slot }),
} as const

/** Text size, the smaller size from `smallFrom` columns on, and landscape pages from `landscapeFrom` columns on. */
export const tablesShape = z.strictObject({
  size: face.shape.size, smallSize: face.shape.size, smallFrom: z.int().min(2), landscapeFrom: z.int().min(2),
})

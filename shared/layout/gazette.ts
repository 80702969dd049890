/**
 * The page of the gazette (公报): measures, fonts and sizes, as data that an office can change. Lengths are in twips
 * (1/20 pt) because they are the definition: one too few, and a renderer drops a line or a character. Sizes are in pt.
 */
import * as z from 'zod'
import { columnsShape, face, FLOW_FACES, fontsShape, length, pageShape, tablesShape } from './look-shape.ts'
import { LATIN_GAP } from './text-width.ts'

const template = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1),
  page: pageShape,
  columns: columnsShape,
  /** Distance of two lines of text. */
  linePitch: length,
  /**
   * Whether Chinese and Latin or digits stand a little apart. LibreOffice always sets them so and cannot be told otherwise in a
   * Word file; switched off, its pages and Word's are no longer the same.
   */
  latinGap: z.boolean(),
  fonts: fontsShape,
  faces: z.strictObject({ ...FLOW_FACES, documentNumber: face, runningHead: face, sectionName: face, pageNumber: face }),
  tables: tablesShape,
})

export type GazetteTemplate = Readonly<z.infer<typeof template>>

/** What is wrong with a gazette template, in Chinese, with the path to the fault. */
export class TemplateFault extends Error {
  constructor(path: string, fault: string) {
    super(path === '' ? `公报版式不合格式：${fault}` : `公报版式不合格式（${path}）：${fault}`)
    this.name = 'TemplateFault'
  }
}

/**
 * Reads a gazette template. Throws `TemplateFault` for what is none, and for a page too small for its characters and lines: one
 * twip less than they need, and LibreOffice drops one (test/word measures it). The default has ten to spare.
 */
export function parseGazetteTemplate(value: unknown): GazetteTemplate {
  const parsed = template.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new TemplateFault(issue?.path.join('.') ?? '', issue?.message ?? '')
  }
  const { columns, faces, linePitch } = parsed.data
  const { columnWidth, height } = textArea(parsed.data)
  const width = columns.characters * emOf(faces.body.size)
  if (columnWidth < width) throw new TemplateFault('columns', `每栏宽${columnWidth}，排不下${columns.characters}字（需要${width}）`)
  const lines = columns.lines * linePitch
  if (height < lines) throw new TemplateFault('page', `版心高${height}，排不下${columns.lines}行（需要${lines}）`)
  return parsed.data
}

/** The text area (版心) of a portrait page and the width of one of its columns, in twips. */
export function textArea({ page, columns }: GazetteTemplate): { width: number; height: number; columnWidth: number } {
  const width = page.width - page.left - page.right
  const columnWidth = Math.floor((width - (columns.count - 1) * columns.gap) / columns.count)
  return { width, height: page.height - page.top - page.bottom, columnWidth }
}

/** Width of one Chinese character (字) of a size in pt, in twips. */
export function emOf(size: number): number {
  return size * 20
}

/** What stands between Chinese and Latin in this template, in em. */
export function gapOf({ latinGap }: Pick<GazetteTemplate, 'latinGap'>): number {
  return latinGap ? LATIN_GAP : 0
}

/** The page that lines are made for: what the gazette's templates and the rule sets of official documents have in common. */
import { emOf, type GazetteTemplate } from './gazette.ts'
import type { FLOW_FACES } from './look-shape.ts'
import { textWidth } from './text-width.ts'

export type PageLook = Pick<GazetteTemplate, 'page' | 'columns' | 'linePitch' | 'latinGap' | 'fonts' | 'tables'> & {
  readonly faces: Pick<GazetteTemplate['faces'], keyof typeof FLOW_FACES>
  /** Added after each character of the text, in twips. */
  readonly spacing?: number
  /** The left margin is the inner one: on even pages it is at the right. */
  readonly mirrored?: boolean | undefined
  /** One mark may hang over the end of its line. LibreOffice 7.4 does so, too, but leaves that mark out where the line is justified. */
  readonly hanging?: true
}

/** How far a Chinese character of the text goes (字), in twips, with what is added after it. */
export function bodyEm({ faces, spacing = 0 }: Pick<PageLook, 'faces' | 'spacing'>): number {
  return emOf(faces.body.size) + spacing
}

/** Length of text in one line of the text's own size, in twips; `gap` between Chinese and Latin in em. */
export function bodyLength(text: string, { faces, spacing = 0 }: Pick<PageLook, 'faces' | 'spacing'>, gap = 0): number {
  return textWidth(text, gap) * emOf(faces.body.size) + Array.from(text).length * spacing
}

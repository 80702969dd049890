/** The page that lines are made for: what the gazette's templates and the rule sets of official documents have in common. */
import type { GazetteTemplate } from './gazette.ts'

/** Faces that every layout names. */
type FlowFace = 'title' | 'body' | 'heading1' | 'heading2' | 'heading3' | 'heading4' | 'chapter' | 'article' | 'innerTitle' | 'attachmentLabel' | 'tableCaption' | 'tableHead' | 'tableText'

export type PageLook = Pick<GazetteTemplate, 'page' | 'columns' | 'linePitch' | 'latinGap' | 'fonts' | 'tables'> & {
  readonly faces: Pick<GazetteTemplate['faces'], FlowFace>
}

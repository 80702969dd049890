/** The paper of a page and its text area, upright or turned. */
import type { FlowSection } from '../flow.ts'
import type { PageLook } from '../look.ts'
import type { Page } from '../page.ts'

/** Paper and text area of a page, in twips. A landscape page is the portrait page turned a quarter: what was its top is at the right. */
export function paperOf({ page }: PageLook, { landscape }: Pick<FlowSection, 'landscape'>): Pick<Page, 'width' | 'height' | 'landscape' | 'frame'> {
  const { width, height, top, bottom, left, right } = page
  const frame = { x: left, y: top, width: width - left - right, height: height - top - bottom }
  if (!landscape) return { width, height, landscape, frame }
  return { width: height, height: width, landscape, frame: { x: bottom, y: left, width: frame.height, height: frame.width } }
}

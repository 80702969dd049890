/** The paper of a page and its text area, upright or turned. */
import type { FlowSection } from '../flow.ts'
import type { PageLook } from '../look.ts'
import type { Mark, Page } from '../page.ts'
import type { AnyPrint } from '../print.ts'
import { moved } from './moved.ts'

/** Paper and text area of a page, in twips. A landscape page is the portrait page turned a quarter: what was its top is at the right. */
export function paperOf({ page }: PageLook, { landscape }: Pick<FlowSection, 'landscape'>): Pick<Page, 'width' | 'height' | 'landscape' | 'frame'> {
  const { width, height, top, bottom, left, right } = page
  const frame = { x: left, y: top, width: width - left - right, height: height - top - bottom }
  if (!landscape) return { width, height, landscape, frame }
  return { width: height, height: width, landscape, frame: { x: bottom, y: left, width: frame.height, height: frame.width } }
}

/**
 * What the lines of a page fill. With a grid of lines (the official layout) it is a whole number of them, in the middle of the text area, as
 * LibreOffice sets it; Word begins at the text area's top, less than half a millimetre higher on a page that stands.
 */
export function linesArea({ look, furniture }: Pick<AnyPrint, 'look' | 'furniture'>, frame: Page['frame']): Page['frame'] {
  if (furniture.kind !== 'official') return frame
  const spare = frame.height % look.linePitch
  return { ...frame, y: frame.y + spare / 2, height: frame.height - spare }
}

/**
 * A finished page as it is bound. With mirrored margins left and right change places on even pages. On a landscape page these are what was the foot and the top
 * of the sheet, because programs change the sides of the page as it is read; its head and number keep their places.
 */
export function bound(page: Page, { mirrored, page: { left, right, top, bottom } }: PageLook): Page {
  if (mirrored !== true || page.number % 2 === 1) return page
  const dx = page.landscape ? top - bottom : right - left
  const isBound = (mark: Mark): boolean => !page.landscape || (mark.kind === 'line' ? mark.turned !== true : mark.kind === 'image' || mark.role !== 'runningHead')
  return { ...page, frame: { ...page.frame, x: page.frame.x + dx }, marks: page.marks.map((mark) => (isBound(mark) ? moved(mark, dx, 0) : mark)) }
}

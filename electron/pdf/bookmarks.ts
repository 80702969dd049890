/** Bookmarks of a PDF: its headings and attachments, from the lines that stand on the pages. */
import type { LineRole, Page, PlacedLine } from '../../shared/layout/page.ts'

export interface Bookmark {
  readonly title: string
  /** Index of the page. */
  readonly page: number
  /** Twips from the page's top. */
  readonly y: number
  readonly children: readonly Bookmark[]
}

/** Levels by kind of line; the attachments' own headings stand below their attachment. */
const LEVELS: Partial<Record<LineRole, number>> = { chapter: 0, heading1: 0, heading2: 1, heading3: 2, heading4: 3, attachmentLabel: 0, innerTitle: 0 }
/** A heading that runs on into its text is its first sentence; no bookmark is longer than this. */
const LONGEST = 60

interface Found {
  readonly role: LineRole
  readonly level: number
  readonly page: number
  readonly y: number
  readonly source: string | undefined
  title: string
}

/** The bookmarks of pages, in reading order. */
export function bookmarks(pages: readonly Page[]): readonly Bookmark[] {
  return nested(headings(pages).map((one) => ({ ...one, title: shortened(one.title) })))
}

function headings(pages: readonly Page[]): readonly Found[] {
  const found: Found[] = []
  let last: Found | undefined
  let inner = 0
  for (const [page, { marks }] of pages.entries()) {
    for (const mark of marks) {
      if (mark.kind !== 'line') continue
      const { role, source, y } = mark
      if (role === 'runningHead' || role === 'pageNumber') continue
      if (last && source !== undefined && last.source === source.id && last.role === role) {
        last.title += textOf(mark)
        continue
      }
      const text = textOf(mark)
      // An attachment's title belongs to its label.
      if (last?.role === 'attachmentLabel' && role === 'innerTitle') {
        last.title = `${last.title.trim()}　${text}`
        last = { ...last, role, source: source?.id }
        found.splice(-1, 1, last)
        continue
      }
      const level = LEVELS[role]
      last = undefined
      if (level === undefined || text.trim() === '') continue
      const opens = role === 'attachmentLabel' || role === 'innerTitle'
      if (opens) inner = 1
      last = { role, level: opens ? 0 : level + inner, page, y, source: source?.id, title: text }
      found.push(last)
    }
  }
  return found
}

function textOf({ runs }: PlacedLine): string {
  return runs.map(({ text }) => text).join('')
}

function shortened(title: string): string {
  const [sentence = ''] = title.replace(/[\t\n]/g, ' ').trim().split('。')
  const chars = Array.from(sentence)
  return chars.length <= LONGEST ? sentence : `${chars.slice(0, LONGEST - 1).join('')}…`
}

/** Each heading below the last one of a higher level. */
function nested(flat: readonly Found[]): readonly Bookmark[] {
  interface Open extends Bookmark {
    readonly children: Open[]
    readonly level: number
  }
  const top: Open[] = []
  const open: Open[] = []
  for (const { title, page, y, level } of flat) {
    const one: Open = { title, page, y, level, children: [] }
    while ((open.at(-1)?.level ?? -1) >= level) open.pop()
    ;(open.at(-1)?.children ?? top).push(one)
    open.push(one)
  }
  return top
}

/** 版面: the pages on the desk; those in sight are drawn. A click leads to the text, Esc back to the sheet. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore, type MouseEvent } from 'react'
import type { Page } from '../../../../shared/layout/page.ts'
import { lineAt, linesOf, textAt, type FoundLine } from '../../../../shared/layout/places.ts'
import type { EditorSession } from '../../../editor/session.ts'
import type { LaidOut } from './layout-session.ts'
import type { PageDesk } from './page-desk.ts'
import { PagePicture } from './page-picture.tsx'
import { pageRows, percentOf, scaleOf, topsOf, type PageRow } from './page-rows.ts'
import { useCaretLine } from './use-caret-line.ts'
import { usePageFonts } from './use-page-fonts.ts'
import { usePageKeys } from './use-page-keys.ts'
import { useScrolling, useSize } from './use-scrolling.ts'

export interface PagesViewProps {
  readonly laid: LaidOut
  readonly session: EditorSession
  readonly desk: PageDesk
}

const NO_ROWS: readonly PageRow[] = []

export function PagesView({ laid, session, desk }: PagesViewProps) {
  const element = useRef<HTMLDivElement>(null)
  const { spread, zoom } = useSyncExternalStore(desk.subscribe, desk.state)
  const size = useSize(element)
  const rows = useMemo(() => (size ? pageRows(laid.pages, spread) : NO_ROWS), [laid.pages, size, spread])
  const scale = size ? scaleOf(zoom, rows, size) : 0
  const tops = useMemo(() => topsOf(rows, scale), [rows, scale])
  const { first, last, main, onScroll, goToRow } = useScrolling(element, rows, tops, zoom === 'page' && size ? `${spread} ${scale}` : null)
  const caret = useCaretLine(session, laid.pages)
  useOpening({ desk, session, caret, element, rows, tops, scale, goToRow })
  const families = usePageFonts(laid.fonts)
  usePageKeys(element, {
    zoom: desk.zoomBy,
    turn(to) {
      // Pages that are seen whole are turned; higher ones are scrolled.
      if (typeof to === 'number' && (rows[main]?.height ?? 0) * scale > (size?.height ?? 0)) return false
      desk.turn(to)
      return true
    },
    leave: () => desk.hide(() => session.focusCaret()),
  })
  useEffect(() => desk.mount({ goToRow }), [desk, goToRow])
  useLayoutEffect(() => {
    if (size) desk.see({ percent: percentOf(scale), rows: rows.length, row: main })
  }, [desk, main, rows.length, scale, size])
  const open = (page: number, at: { readonly x: number; readonly y: number }): void => openText(desk, session, laid, page, at)
  const width = Math.max(0, ...rows.map((row) => row.width * scale)) + 32
  return (
    <div className="pages-desk" ref={element} role="region" aria-label="版面" tabIndex={0} onScroll={onScroll}>
      <div className="pages" style={{ ...families, height: tops.at(-1) ?? 0, minWidth: width }}>
        {rows.slice(first, last + 1).map((row, at) => (
          <Row key={row.pages[0]} row={row} top={tops[first + at] ?? 0} scale={scale} pages={laid.pages} marked={caret.found} open={open} />
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  readonly row: PageRow
  readonly top: number
  readonly scale: number
  readonly pages: readonly Page[]
  readonly marked: FoundLine | undefined
  readonly open: (page: number, at: { readonly x: number; readonly y: number }) => void
}

function Row({ row, top, scale, pages, marked, open }: RowProps) {
  const click = (index: number, page: Page) => (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    open(index, { x: ((event.clientX - box.left) / box.width) * page.width, y: ((event.clientY - box.top) / box.height) * page.height })
  }
  return (
    <div className={row.pages.length > 1 ? 'page-row is-pair' : 'page-row'} style={{ top, paddingLeft: row.before * scale, paddingRight: row.after * scale }}>
      {row.pages.map((index) => {
        const page = pages[index]
        return (
          page && (
            <section key={index} className="page" aria-label={`第${page.number}页`} style={{ width: page.width * scale, height: page.height * scale }} onClick={click(index, page)}>
              {marked?.page === index && <LineMark marked={marked} scale={scale} />}
              <PagePicture page={page} />
            </section>
          )
        )
      })}
    </div>
  )
}

/** The line that holds the caret. */
function LineMark({ marked: { line }, scale }: { readonly marked: FoundLine; readonly scale: number }) {
  const { x, y, width, height } = line
  return <span className="page-mark" style={{ left: x * scale, top: y * scale, width: width * scale, height: height * scale }} />
}

interface OpeningParts extends Pick<PagesViewProps, 'desk' | 'session'> {
  readonly caret: ReturnType<typeof useCaretLine>
  readonly element: React.RefObject<HTMLDivElement | null>
  readonly rows: readonly PageRow[]
  readonly tops: readonly number[]
  readonly scale: number
  readonly goToRow: (row: number) => void
}

/** The pages open where they were left, or at the caret where it has gone elsewhere since; they go along with it while they are shown. */
function useOpening({ desk, session, caret, element, rows, tops, scale, goToRow }: OpeningParts): void {
  const at = useRef<string | null>(null)
  const found = caret.found
  const row = found ? Math.max(0, rows.findIndex(({ pages }) => pages.includes(found.page))) : 0
  const caretTop = (tops[row] ?? 0) + (found?.line.y ?? 0) * scale
  useLayoutEffect(() => {
    const box = element.current
    if (!box || rows.length === 0 || at.current === caret.key) return
    const left = desk.left()
    const isFirst = at.current === null
    at.current = caret.key
    if (isFirst) box.focus({ preventScroll: true })
    if (isFirst && left?.session === session && left.caret === caret.key) box.scrollTo(left.scrollLeft, left.scrollTop)
    else if (!found || (caretTop >= box.scrollTop + EDGE && caretTop <= box.scrollTop + box.clientHeight - 2 * EDGE)) return
    // A row that is seen whole is shown whole.
    else if ((rows[row]?.height ?? 0) * scale <= box.clientHeight) goToRow(row)
    else box.scrollTo({ top: caretTop - box.clientHeight / 3 })
  }, [caret.key, caretTop, desk, element, found, goToRow, row, rows, scale, session])
  const leave = useCallback(() => {
    const box = element.current
    if (box && at.current !== null) desk.leave({ session, caret: at.current, scrollTop: box.scrollTop, scrollLeft: box.scrollLeft })
  }, [desk, element, session])
  useLayoutEffect(() => leave, [leave])
}

/** Pixels from the desk's edge within which a line counts as not quite in sight. */
const EDGE = 32
/** Twips round a line within which a click still means it. */
const REACH = 300

/** Puts the caret where the page was clicked. What was made of fields of the form leads to the title, above which it stands. */
function openText(desk: PageDesk, session: EditorSession, { pages }: LaidOut, index: number, { x, y }: { readonly x: number; readonly y: number }): void {
  const page = pages[index]
  const line = page && lineAt(page, x, y, REACH)
  const id = line?.source?.id
  if (!line || id === undefined) return
  const words = session.ownWords(id)
  const offset = textAt(linesOf(pages, id), line, x, words)
  desk.hide(() => session.focusText(id, offset))
}

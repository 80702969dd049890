/** 资料库: every document of the library, by words, filters and facets, with its text at the place that was found. */
import type { InputRef } from 'antd'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useEvents, useMachine } from '../../api/client-context.tsx'
import { useNavigation } from '../../frame/navigation.ts'
import { RoomFrame, type RoomProps } from '../../frame/room-frame.tsx'
import { useActs } from './acts.ts'
import { Facets } from './facets.tsx'
import { deskOf, type LibraryDesk } from './library-desk.ts'
import { rowAt } from './library-state.ts'
import { PreviewPane } from './preview.tsx'
import { Results } from './results.tsx'
import { ActsContext } from './row-acts.tsx'
import { rowKeys } from './row-keys.ts'
import { SearchBox } from './search-box.tsx'
import { usePreview } from './use-preview.ts'
import { useWide } from './use-wide.ts'

export function LibraryRoom(props: RoomProps) {
  const { client } = useMachine()
  const { go } = useNavigation()
  const desk = deskOf(client)
  const state = useSyncExternalStore(desk.subscribe, desk.state)
  const box = useRef<InputRef>(null)
  const acts = useActs()
  const hasWords = state.answered.words !== ''
  const isDiscarded = state.answered.filter === 'discarded'
  const panes = usePanes(hasWords)
  const row = state.at === null ? null : rowAt(state, state.at)
  const preview = usePreview(panes.preview ? row : null, state.answered.words)
  useAnswers(desk)
  useVisit(desk)
  const open = (): void => {
    if (!row) return
    if (isDiscarded) {
      acts.restore(row)
      return
    }
    const place = hasWords && !preview.isBehind && !preview.shown?.snapshot ? (preview.walk?.place() ?? null) : null
    go({ room: 'draft', open: row.id, ...(place ? { block: place.id, words: place.word } : {}) })
  }
  const onRowKey = rowKeys({ desk, acts, open, togglePreview: panes.toggle, closePreview: panes.isOver ? panes.close : null })
  const takes = {
    'edit.find': () => box.current?.focus({ cursor: 'all' }),
    'edit.findNext': () => preview.walk?.step(false),
    'edit.findPrevious': () => preview.walk?.step(true),
  }
  return (
    <RoomFrame {...props} title="资料库" status={<Status files={state.files} />} dialogOpen={false} takes={takes}>
      <Facets desk={desk} query={state.query} found={state.found} />
      <ActsContext value={acts}>
        <section className="library-middle" aria-label="查找">
          <SearchBox desk={desk} box={box} typed={state.typed} at={state.at} onRowKey={onRowKey} />
          <Results
            desk={desk}
            state={state}
            onRowKey={onRowKey}
            open={open}
            showPlace={(at, block) => {
              const found = rowAt(state, at)
              if (found) preview.showPlace(found.id, block)
            }}
            hasPreview={panes.preview}
            togglePreview={panes.toggle}
          />
        </section>
      </ActsContext>
      {panes.preview && <PreviewPane preview={preview} row={row} hasWords={hasWords} isDiscarded={isDiscarded} acts={acts} open={open} close={panes.isOver || !hasWords ? panes.close : undefined} />}
    </RoomFrame>
  )
}

function Status({ files }: { readonly files: number | null }) {
  return files === null ? null : <span>文件 {files.toLocaleString('zh-CN')} 件</span>
}

/** Milliseconds between two looks at an index that is still being made. */
const INDEXING = 1500

/** Asks when one comes in, and again when documents have changed or the index has grown. */
function useAnswers(desk: LibraryDesk): void {
  const { client } = useMachine()
  const pending = useSyncExternalStore(desk.subscribe, () => (desk.state().found?.pending ?? 0) > 0)
  useEffect(() => desk.refresh(), [desk])
  useEvents(client, ({ kind }) => {
    if (kind === 'documents.changed' || kind === 'library.replaced') desk.refresh()
  })
  useEffect(() => {
    if (!pending) return
    const timer = setInterval(desk.refresh, INDEXING)
    return () => clearInterval(timer)
  }, [desk, pending])
}

/** What another room or the command list asks to be looked for; each visit once. */
function useVisit(desk: LibraryDesk): void {
  const { visit } = useNavigation()
  useEffect(() => {
    if (visit.room !== 'library' || (visit.words === undefined && visit.filter === undefined)) return
    desk.visit(visit)
  }, [desk, visit])
}

/** What of the preview is shown: beside the rows of a search, if wanted beside the list, over them in a narrow window. */
function usePanes(hasWords: boolean) {
  const isWide = useWide()
  const [wanted, setWanted] = useState({ search: true, list: false, over: false })
  const which = isWide ? (hasWords ? 'search' : 'list') : 'over'
  const set = (shown: boolean): void => setWanted((last) => ({ ...last, [which]: shown }))
  return { preview: wanted[which], isOver: !isWide, toggle: () => set(!wanted[which]), close: () => set(false) }
}

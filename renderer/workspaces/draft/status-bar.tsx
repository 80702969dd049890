/** The bottom line: saved when, characters, state and number, unfilled places, who, zoom. */
import { CheckOutlined, ExclamationCircleOutlined, LockOutlined, SyncOutlined } from '@ant-design/icons'
import { Slider } from 'antd'
import { useSyncExternalStore, type ReactNode } from 'react'
import { characterCount } from '../../../shared/document/missing.ts'
import { placesOf } from '../../../shared/document/text.ts'
import { clockTime, shortMoment } from '../../components/time.ts'
import { BackupMark } from '../../frame/backup-mark.tsx'
import type { Autosave, AutosaveState } from './autosave.ts'
import { draftKey, type OpenDraft } from './desk.ts'
import type { LayoutSession } from './pages/layout-session.ts'
import type { PageDesk } from './pages/page-desk.ts'
import { PageFacts } from './pages/page-facts.tsx'
import { PagesZoom } from './pages/pages-zoom.tsx'
import { useSettledDocument } from './use-session.ts'
import { useSnapshots } from './use-snapshots.ts'
import { STATE_NAMES } from '../../../shared/workflow/states.ts'

export interface StatusBarProps {
  readonly open: OpenDraft | null
  readonly user: string
  readonly documents: number
  /** Per cent. */
  readonly zoom: number
  readonly setZoom: (zoom: number) => void
  readonly layout: LayoutSession | null
  readonly pageDesk: PageDesk
  readonly nextPlace: () => void
  /** Something was not stored and the person asks about it. */
  readonly askUnsaved: () => void
}

export function StatusBar({ open, user, documents, zoom, setZoom, layout, pageDesk, nextPlace, askUnsaved }: StatusBarProps) {
  const { shown } = useSyncExternalStore(pageDesk.subscribe, pageDesk.state)
  return (
    <footer className="status-bar">
      {open ? <OpenFacts key={draftKey(open)} open={open} layout={layout} nextPlace={nextPlace} askUnsaved={askUnsaved} /> : <span>文稿 {documents} 件</span>}
      <span className="grow" />
      <BackupMark />
      <span>{user}</span>
      {open && shown && <PagesZoom desk={pageDesk} />}
      {open && !shown && (
        <span className="zoom">
          <span>{zoom}%</span>
          <Slider min={80} max={200} step={10} value={zoom} onChange={setZoom} tooltip={{ open: false }} ariaLabelForHandle="显示比例" />
        </span>
      )}
    </footer>
  )
}

type OpenFactsProps = { readonly open: OpenDraft } & Pick<StatusBarProps, 'layout' | 'nextPlace' | 'askUnsaved'>

function OpenFacts({ open, layout, nextPlace, askUnsaved }: OpenFactsProps) {
  const { record, autosave, session } = open
  const document = useSettledDocument(session)
  const places = autosave ? placesOf(document).length : 0
  return (
    <>
      {autosave ? (
        <SavedMark autosave={autosave} since={record.updatedAt} ask={askUnsaved} />
      ) : (
        <span>
          <LockOutlined /> {open.frozen ? '留存的文字' : '文字已锁定'}
        </span>
      )}
      <span>{characterCount(document).toLocaleString('zh-CN')} 字</span>
      <PageFacts layout={layout} />
      <span>{STATE_NAMES[record.state]}</span>
      <ChangedSince open={open} />
      {document.header.documentNumber && <span>{document.header.documentNumber}</span>}
      {places > 0 && (
        <button type="button" onClick={nextPlace}>
          未填 {places} 处　Tab 跳到
        </button>
      )}
    </>
  )
}

/** Whoever reviews may correct; who sent it sees that it is no longer what was sent. */
function ChangedSince({ open: { record } }: { readonly open: OpenDraft }) {
  const snapshots = useSnapshots(record.state === 'submitted' ? record.id : null)
  return snapshots.find(({ reason }) => reason === 'submitted')?.same === false ? <span className="amber">送审后有改动</span> : null
}

function SavedMark({ autosave, since, ask }: { readonly autosave: Autosave; readonly since: number; readonly ask: () => void }) {
  const state = useSyncExternalStore(autosave.subscribe, autosave.state)
  if (state.kind === 'failed' || state.kind === 'conflict') {
    return (
      <button type="button" className="red" role="alert" title={[state.error.message, state.error.next].filter(Boolean).join('。')} onClick={ask}>
        <ExclamationCircleOutlined /> 没有存上：{state.error.message}
      </button>
    )
  }
  return <span className="saved-mark">{savedText(state, since)}</span>
}

/** The mark of saving stands still: whoever types makes it appear again and again, and each of its turns would be drawn beside a key. */
function savedText(state: Extract<AutosaveState, { kind: 'saved' | 'unsaved' | 'saving' }>, since: number): ReactNode {
  if (state.kind !== 'saved') {
    return (
      <>
        <SyncOutlined /> 正在存…
      </>
    )
  }
  return (
    <>
      <CheckOutlined /> {state.at === null ? `上次存 ${shortMoment(since)}` : `已自动存 ${clockTime(state.at)}`}
    </>
  )
}

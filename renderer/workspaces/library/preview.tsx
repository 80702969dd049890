/** The document of the chosen row as it is read: the sheet with the words marked, and the ways on from it. */
import { CloseOutlined, DownOutlined, LockOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useSyncExternalStore } from 'react'
import type { SearchRow } from '../../../shared/api/search-types.ts'
import { ActButton } from '../../components/act-button.tsx'
import { StateMark } from '../../components/state-mark.tsx'
import { SNAPSHOT_NAMES } from '../../components/snapshot-names.ts'
import { fullMoment } from '../../components/time.ts'
import { DocumentEditor } from '../../editor/document-editor.tsx'
import { useFindMarks } from '../../editor/find/marks.ts'
import type { Walk } from '../../editor/find/walk.ts'
import type { LibraryActs } from './acts.ts'
import { Trouble } from './trouble.tsx'
import type { Preview, Shown } from './use-preview.ts'
import { Versions } from './versions.tsx'

export interface PreviewProps {
  readonly preview: Preview
  readonly row: SearchRow | null
  readonly hasWords: boolean
  readonly isDiscarded: boolean
  readonly acts: LibraryActs
  /** Opens the document in 起草 at the current place. */
  readonly open: () => void
  /** Puts the preview away; absent where it always stands beside the rows. */
  readonly close?: (() => void) | undefined
}

export function PreviewPane({ preview, row, hasWords, isDiscarded, acts, open, close }: PreviewProps) {
  const { shown, walk, error, again, showSnapshot } = preview
  return (
    <section className="reading" aria-label="预览">
      <div className="tools reading-tools">
        {shown && walk && hasWords && !preview.isBehind ? <Places walk={walk} hits={shown.snapshot ? 0 : shown.row.hits} /> : row && <StateMark state={row.state} />}
        <span className="grow" />
        {row && <Versions key={row.id} id={row.id} showSnapshot={showSnapshot} />}
        {row && <Button onClick={() => acts.copy(row)}>以此起草</Button>}
        {row && !isDiscarded && (
          <Button type="primary" onClick={open}>
            打开
          </Button>
        )}
        {row && isDiscarded && (
          <Button type="primary" onClick={() => acts.restore(row)}>
            取回
          </Button>
        )}
        {close && <ActButton name="收起预览" keyName="Esc" icon={<CloseOutlined />} enabled run={close} />}
      </div>
      {shown?.snapshot && <FrozenBar shown={shown} back={() => showSnapshot(null)} />}
      {error && row ? (
        <Trouble title="没有读到这份文件" error={error} again={again} />
      ) : shown && walk ? (
        <Text key={shown.key} shown={shown} walk={walk} isBehind={preview.isBehind} />
      ) : (
        <div className="desk">{!row && <p className="reading-hint">选一份文件，在这里看全文。</p>}</div>
      )}
    </section>
  )
}

function Text({ shown: { session }, walk, isBehind }: { readonly shown: Shown; readonly walk: Walk; readonly isBehind: boolean }) {
  useFindMarks(walk, session)
  return (
    <div className={isBehind ? 'desk reading-desk is-behind' : 'desk reading-desk'} aria-busy={isBehind}>
      <DocumentEditor session={session} zoom={100} label="预览正文" />
    </div>
  )
}

/** 命中 1 / 5, and to the next and the one before. `hits`: how many there are with those that stand in no line of the text. */
function Places({ walk, hits }: { readonly walk: Walk; readonly hits: number }) {
  const { count, at } = useSyncExternalStore(walk.subscribe, walk.state)
  const beside = hits - count
  if (count === 0) return <span className="note ell">{hits === 0 ? '这份文字里没有这些词' : `命中在文号、机关等项或表题里（${hits} 处）`}</span>
  return (
    <>
      <span className="reading-count" role="status">
        命中 <b>{(at ?? 0) + 1}</b> <i>/ {count}</i>
      </span>
      <ActButton name="上一处" keyName="Shift+F3" icon={<UpOutlined />} enabled run={() => walk.step(true)} />
      <ActButton name="下一处" keyName="F3" icon={<DownOutlined />} enabled run={() => walk.step(false)} />
      {beside > 0 && <span className="note ell">另 {beside} 处在文号、机关等项或表题里</span>}
    </>
  )
}

function FrozenBar({ shown: { snapshot }, back }: { readonly shown: Shown; readonly back: () => void }) {
  if (!snapshot) return null
  return (
    <div className="frozen-bar" role="status">
      <LockOutlined />
      <span className="ell">
        <b>
          这是 {fullMoment(snapshot.at)} {SNAPSHOT_NAMES[snapshot.reason]}时的文字
        </b>
      </span>
      <span className={snapshot.same ? 'frozen-same' : 'frozen-same is-doubt'}>{snapshot.same ? '与现在的相同' : '与现在的不同'}</span>
      <Button size="small" onClick={back}>
        看现在的
      </Button>
    </div>
  )
}

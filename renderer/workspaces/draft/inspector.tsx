/** The right side: 要素, 校核, 经过, and the one act that comes next. */
import { Tabs } from 'antd'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { missingParts } from '../../../shared/document/missing.ts'
import { Checks } from './checks.tsx'
import type { OpenDraft } from './desk.ts'
import { ElementsForm } from './elements-form.tsx'
import { focusField } from './focus-field.ts'
import { Life } from './life.tsx'
import { PageMap } from './page-map.tsx'
import { MeasuredPages } from './pages/measured.tsx'
import { structureCount } from './structure-checks.tsx'
import type { Room } from './use-room.ts'
import { useSettledDocument } from './use-session.ts'

export interface InspectorProps {
  readonly room: Pick<Room, 'desk' | 'now' | 'layout' | 'run' | 'attempt'>
  /** What is looked at. */
  readonly open: OpenDraft
  /** The primary act, at the bottom right. */
  readonly act: ReactNode
}

type Tab = 'elements' | 'checks' | 'history'

export function Inspector({ room, open, act }: InspectorProps) {
  const { session, record } = open
  const { desk, layout, run } = room
  const editable = open.autosave !== null
  // What has happened since is told by the document itself, also while an earlier text of it is looked at.
  const { record: current } = room.now.open ?? open
  const [tab, setTab] = useState<Tab>('elements')
  /** A field of the form to go to as soon as the form is shown. */
  const [wanted, setWanted] = useState<string | null>(null)
  const document = useSettledDocument(session)
  const missing = useMemo(() => missingParts(document), [document])
  // What an issued or imported document lacks is no task any more.
  const lacking = useMemo(() => (editable ? missing : []), [editable, missing])
  const structure = useMemo(() => structureCount(document, editable), [document, editable])
  const count = lacking.length + record.doubts.length + structure
  useEffect(() => {
    if (wanted === null || tab !== 'elements') return
    focusField(wanted)
    setWanted(null)
  }, [tab, wanted])
  const openField = (field: string): void => {
    setTab('elements')
    setWanted(field)
  }
  return (
    <aside className="inspector" aria-label="要素和校核">
      <Tabs
        size="small"
        className="inspector-tabs"
        activeKey={tab}
        onChange={(key) => setTab(key as Tab)}
        items={[
          { key: 'elements', label: '要素' },
          { key: 'checks', label: tabLabel('校核', count) },
          { key: 'history', label: tabLabel('经过', current.history.length) },
        ]}
      />
      <div className="inspector-scroll">
        {tab === 'elements' && (
          <>
            <PageMap session={session} document={document} missing={lacking} />
            <ElementsForm session={session} readOnly={!editable} record={record} document={document} missing={lacking} />
          </>
        )}
        {tab === 'checks' && <Checks session={session} document={document} missing={lacking} openField={openField} doubts={record.doubts} isDraft={editable} run={run} />}
        {tab === 'history' && <Life record={current} shownId={open.frozen?.id ?? null} show={(id) => room.attempt('没有打开留存的文字', () => desk.showFrozen(id))} />}
      </div>
      {tab === 'checks' && <MeasuredPages layout={layout} />}
      <div className="inspector-foot">{act}</div>
    </aside>
  )
}

function tabLabel(name: string, count: number): ReactNode {
  return (
    <>
      {name}
      {count > 0 && <span className="tab-count">{count}</span>}
    </>
  )
}

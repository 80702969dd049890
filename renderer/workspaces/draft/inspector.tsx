/** The right side: 要素, 校核, 经过, and the one act that comes next. */
import { Tabs } from 'antd'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { missingParts } from '../../../shared/document/missing.ts'
import type { Command } from '../../commands/command.ts'
import { Checks } from './checks.tsx'
import type { OpenDraft } from './desk.ts'
import { ElementsForm } from './elements-form.tsx'
import { focusField } from './focus-field.ts'
import { History } from '../../components/history.tsx'
import { PageMap } from './page-map.tsx'
import type { LayoutSession } from './pages/layout-session.ts'
import { MeasuredPages } from './pages/measured.tsx'
import { structureCount } from './structure-checks.tsx'
import { useSettledDocument } from './use-session.ts'

export interface InspectorProps {
  readonly open: OpenDraft
  readonly layout: LayoutSession | null
  /** The primary act, at the bottom right. */
  readonly act: ReactNode
  readonly run: (command: Command) => void
}

type Tab = 'elements' | 'checks' | 'history'

export function Inspector({ open, layout, act, run }: InspectorProps) {
  const { session, record } = open
  const [tab, setTab] = useState<Tab>('elements')
  /** A field of the form to go to as soon as the form is shown. */
  const [wanted, setWanted] = useState<string | null>(null)
  const document = useSettledDocument(session)
  const missing = useMemo(() => missingParts(document), [document])
  // What an issued or imported document lacks is no task any more.
  const lacking = useMemo(() => (record.state === 'draft' ? missing : []), [missing, record.state])
  const structure = useMemo(() => structureCount(document, record.state === 'draft'), [document, record.state])
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
          { key: 'history', label: tabLabel('经过', record.history.length) },
        ]}
      />
      <div className="inspector-scroll">
        {tab === 'elements' && (
          <>
            <PageMap session={session} document={document} missing={lacking} />
            <ElementsForm session={session} record={record} document={document} missing={lacking} />
          </>
        )}
        {tab === 'checks' && <Checks session={session} document={document} missing={lacking} openField={openField} doubts={record.doubts} isDraft={record.state === 'draft'} run={run} />}
        {tab === 'history' && <History entries={record.history} />}
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

/** Above the pages: how they lie, which are looked at, print and export. */
import { DownloadOutlined, FileOutlined, LeftOutlined, PrinterOutlined, ReadOutlined, RightOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { useSyncExternalStore, type ReactNode } from 'react'
import type { CommandId } from '../../../../shared/api/commands.ts'
import type { Layout } from '../../../../shared/api/types.ts'
import type { Page } from '../../../../shared/layout/page.ts'
import { useMachine } from '../../../api/client-context.tsx'
import type { Command, Facts } from '../../../commands/command.ts'
import { command } from '../../../commands/commands.ts'
import { shownKey } from '../../../commands/keys.ts'
import { ActButton } from '../../../components/act-button.tsx'
import type { LayoutSession } from './layout-session.ts'
import type { PageDesk } from './page-desk.ts'
import { pageRows, type Spread } from './page-rows.ts'
import { useLaidOut } from './use-layout.ts'

export interface PagesBarProps {
  readonly desk: PageDesk
  readonly layout: LayoutSession | null
  readonly facts: () => Facts
  readonly run: (command: Command) => void
}

const LAYOUTS: { readonly value: Layout; readonly label: string }[] = [
  { value: 'official', label: '公文' },
  { value: 'gazette', label: '公报' },
]

const SPREADS: { readonly value: Spread; readonly label: string; readonly icon: ReactNode }[] = [
  { value: 'single', label: '单页', icon: <FileOutlined /> },
  { value: 'facing', label: '对页', icon: <ReadOutlined /> },
]

export function PagesBar({ desk, layout: session, facts, run }: PagesBarProps) {
  const { layout, spread, row, rows } = useSyncExternalStore(desk.subscribe, desk.state)
  const pages = useLaidOut(session)?.pages
  return (
    <div className="toolbar" role="toolbar" aria-label="版面">
      <Segmented aria-label="版式" value={layout} options={LAYOUTS} onChange={desk.setLayout} />
      <span className="sep" />
      <Segmented aria-label="页面" value={spread} options={SPREADS} onChange={desk.setSpread} />
      <span className="sep" />
      <ActButton name="上一页" keyName="PageUp" icon={<LeftOutlined />} enabled={row > 0 || '已是第一页'} run={() => desk.turn(-1)} />
      <span className="page-count" role="status" aria-label="页码">
        {pages && <PageNumbers pages={pages} spread={spread} row={row} />}
      </span>
      <ActButton name="下一页" keyName="PageDown" icon={<RightOutlined />} enabled={row < rows - 1 || '已是最后一页'} run={() => desk.turn(1)} />
      <span className="grow" />
      <FileAct id="document.print" name="打印" icon={<PrinterOutlined />} facts={facts} run={run} />
      <FileAct id="document.export" name="导出" icon={<DownloadOutlined />} facts={facts} run={run} />
    </div>
  )
}

interface FileActProps extends Pick<PagesBarProps, 'facts' | 'run'> {
  readonly id: CommandId
  readonly name: string
  readonly icon: ReactNode
}

function FileAct({ id, name, icon, facts, run }: FileActProps) {
  const { shell } = useMachine()
  const one = command(id)
  return <ActButton name={name} labelled keyName={shownKey(one, shell.kind)} icon={icon} enabled={one.enabled(facts())} run={() => run(one)} />
}

/** The numbers that are printed on the pages in sight, and how many pages there are. */
function PageNumbers({ pages, spread, row }: { readonly pages: readonly Page[]; readonly spread: Spread; readonly row: number }) {
  const seen = pageRows(pages, spread)[row]?.pages.flatMap((at) => pages[at]?.number ?? []) ?? []
  return (
    <>
      <b>{seen.join('–')}</b> / {pages.length} 页
    </>
  )
}

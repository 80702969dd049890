/** The middle of the draft room: the sheet or the pages of the open document with what stands above them, and the inspector beside. */
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useMachine } from '../../api/client-context.tsx'
import { command, editable } from '../../commands/commands.ts'
import { ActButton } from '../../components/act-button.tsx'
import { useReport } from '../../components/report.tsx'
import { DocumentEditor } from '../../editor/document-editor.tsx'
import { ImageSourceContext } from '../../editor/view/image-source.ts'
import { draftKey, type OpenDraft } from './desk.ts'
import { EmptyRoom } from './empty-room.tsx'
import { FindBar } from './find-bar.tsx'
import { FrozenBar } from './frozen-bar.tsx'
import { Inspector } from './inspector.tsx'
import { PagesBar } from './pages/pages-bar.tsx'
import { PagesView } from './pages/pages-view.tsx'
import { useLaidOut } from './pages/use-layout.ts'
import { PrimaryAct } from './primary-act.tsx'
import { tableMenus } from './table-menus.tsx'
import { Toolbar } from './toolbar.tsx'
import type { Room } from './use-room.ts'

export interface CentreProps {
  readonly room: Room
  /** Of the sheet, in per cent. */
  readonly zoom: number
}

export function Centre({ room, zoom }: CentreProps) {
  const { list } = room.now
  const open = room.shown
  if (open) return <OpenDocument room={room} open={open} zoom={zoom} />
  if (list === null) return <section className="centre" aria-busy="true" />
  return (
    <section className="centre">
      <EmptyRoom others={list.length > 0} create={() => room.run(command('document.new'))} importFiles={() => room.run(command('document.import'))} />
    </section>
  )
}

interface OpenProps extends CentreProps {
  readonly open: OpenDraft
}

function OpenDocument({ room, open, zoom }: OpenProps) {
  const { panels, facts, run, layout, pageDesk } = room
  const { shown } = useSyncExternalStore(pageDesk.subscribe, pageDesk.state)
  const act = useMemo(() => <PrimaryAct open={open} facts={facts} run={run} explained />, [open, facts, run])
  return (
    <>
      <section className="centre" aria-label="文稿">
        <div className="tools">
          {!panels.left && <ActButton name="展开左栏" keyName="Ctrl+\" icon={<MenuUnfoldOutlined />} enabled run={() => panels.toggleLeft()} />}
          {shown ? (
            <PagesBar desk={pageDesk} layout={layout} facts={facts} run={run} />
          ) : (
            <Toolbar key={draftKey(open)} session={open.session} readOnly={open.autosave === null} facts={facts} run={run}>
              {!panels.inspector && <PrimaryAct open={open} facts={facts} run={run} />}
            </Toolbar>
          )}
          <ViewSwitch shown={shown} toggle={() => run(command('view.pages'))} />
          <ActButton name={panels.inspector ? '收起右栏' : '展开右栏'} keyName="Ctrl+Shift+\" icon={panels.inspector ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />} enabled run={() => panels.toggleInspector()} />
        </div>
        {open.frozen && <FrozenBar frozen={open.frozen} exportIt={() => run(command('document.export'))} goBack={room.desk.closeFrozen} />}
        <FindBar finder={room.finder} session={open.session} facts={facts} />
        <div className="desks">
          <SheetDesk key={draftKey(open)} room={room} open={open} zoom={zoom} shown={!shown} />
          {shown && <PagesPlace key={draftKey(open)} room={room} open={open} />}
        </div>
      </section>
      {panels.inspector && (
        <div className={panels.overlay ? 'inspector-place is-overlay' : 'inspector-place'}>
          <Inspector key={open.record.id + open.record.state} room={room} open={open} act={act} />
        </div>
      )}
    </>
  )
}

function ViewSwitch({ shown, toggle }: { readonly shown: boolean; readonly toggle: () => void }) {
  const value = shown ? 'pages' : 'sheet'
  return (
    <Segmented
      className="view-switch"
      aria-label="视图"
      value={value}
      options={[
        { value: 'sheet', label: '编辑', title: 'Ctrl+Alt+P' },
        { value: 'pages', label: '版面', title: 'Ctrl+Alt+P' },
      ]}
      onChange={(next) => next !== value && toggle()}
    />
  )
}

interface SheetDeskProps extends OpenProps {
  readonly shown: boolean
}

/** The sheet stays drawn under the pages: it keeps its place and its caret. */
function SheetDesk({ room: { facts, run, images, pageDesk }, open, zoom, shown }: SheetDeskProps) {
  const { shell } = useMachine()
  const { done } = useReport()
  const tellLocked = useCallback(() => {
    const possible = editable(facts())
    if (possible !== true) done(possible, { key: 'locked' })
  }, [done, facts])
  const menus = useMemo(() => tableMenus(shell.kind, facts, run), [shell.kind, facts, run])
  useEffect(() => {
    if (shown) pageDesk.takeReturn()?.()
  }, [pageDesk, shown])
  return (
    <div className={shown ? 'desk' : 'desk is-covered'}>
      <ImageSourceContext value={images.source}>
        <DocumentEditor session={open.session} zoom={zoom} tableMenus={menus} onLocked={tellLocked} isCovered={!shown} />
      </ImageSourceContext>
    </div>
  )
}

function PagesPlace({ room: { layout, pageDesk }, open }: Omit<OpenProps, 'zoom'>) {
  const laid = useLaidOut(layout)
  if (!laid) {
    return (
      <p className="pages-wait" role="status">
        正在排版…
      </p>
    )
  }
  return <PagesView laid={laid} session={open.session} desk={pageDesk} />
}

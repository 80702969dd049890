/** 起草: list or outline, the sheet, the inspector; and the frame around them. */
import { PlusOutlined, ImportOutlined, MenuFoldOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { useState } from 'react'
import type { ApiError } from '../../../shared/api/reply.ts'
import type { LibraryStatus } from '../../../shared/api/types.ts'
import { partText } from '../../../shared/document/text.ts'
import { useMachine } from '../../api/client-context.tsx'
import { command } from '../../commands/commands.ts'
import { ActButton } from '../../components/act-button.tsx'
import { ConnectionBar } from '../../frame/connection-bar.tsx'
import { Rail } from '../../frame/rail.tsx'
import { RescueDialog } from '../../frame/rescue-dialog.tsx'
import { TitleBar } from '../../frame/title-bar.tsx'
import { useCommandKeys } from '../../frame/use-command-keys.ts'
import { SettingsDialog, type OpenLibrary } from '../../frame/settings-dialog.tsx'
import { Centre } from './centre.tsx'
import { draftKey, type OpenDraft } from './desk.ts'
import { DocumentList } from './document-list.tsx'
import { DropZone } from './drop-zone.tsx'
import { Outline } from './outline.tsx'
import { RoomDialogs } from './room-dialogs.tsx'
import { StatusBar } from './status-bar.tsx'
import { isImageFile } from './use-images.ts'
import { useRoom, type Room } from './use-room.ts'
import { isWorkbookFile } from './use-workbook.ts'
import { useSessionValue } from './use-session.ts'
import { STATE_NAMES } from '../../../shared/workflow/states.ts'

export interface DraftRoomProps {
  readonly library: OpenLibrary
  readonly changeLibrary: (status: LibraryStatus) => void
}

export function DraftRoom({ library, changeLibrary }: DraftRoomProps) {
  const room = useRoom()
  const { shell } = useMachine()
  const { now, dialog, jobs } = room
  const { open } = now
  const [zoom, setZoom] = useState(100)
  const [unsaved, setUnsaved] = useState<ApiError | null>(null)
  useCommandKeys(shell.kind, room.run, !room.here || dialog !== null || unsaved !== null || jobs.running !== null || jobs.imported !== null)
  const askUnsaved = (): void => {
    const state = now.open?.autosave?.state()
    if (state?.kind === 'conflict') room.setDialog('conflict')
    else if (state?.kind === 'failed') setUnsaved(state.error)
    else room.run(command('document.save'))
  }
  return (
    <div className="frame" hidden={!room.here}>
      {room.shown ? <OpenTitle key={draftKey(room.shown)} room={room} open={room.shown} /> : <TitleBar title="起草" note={library.profile.office} shell={shell} facts={room.facts} run={room.run} />}
      <Rail settings={() => room.run(command('app.settings'))} />
      <main className="main">
        <ConnectionBar />
        {now.changedElsewhere && <ElsewhereBar room={room} />}
        <div className="areas">
          {room.panels.left && <LeftPanel room={room} />}
          <Centre room={room} zoom={zoom} />
        </div>
      </main>
      <StatusBar open={room.shown} user={library.profile.user} documents={now.list?.length ?? 0} zoom={zoom} setZoom={setZoom} layout={room.layout} pageDesk={room.pageDesk} nextPlace={() => room.run(command('edit.nextPlace'))} askUnsaved={askUnsaved} />
      <RoomDialogs room={room} />
      {unsaved && open && <RescueDialog error={unsaved} document={() => open.session.document()} again={() => room.run(command('document.save'))} close={() => setUnsaved(null)} />}
      {dialog === 'settings' && <SettingsDialog library={library} changed={changeLibrary} close={() => room.setDialog(null)} />}
      <DropZone take={(files, x, y) => takeDropped(room, files, x, y)} />
      <FileInput room={room} />
    </div>
  )
}

/** Images and the tables of workbooks go into the draft, all others are imported. */
function takeDropped({ images, workbook, jobs }: Room, files: readonly File[], x: number, y: number): void {
  if (files.every(isWorkbookFile)) {
    workbook.take(files)
    return
  }
  const [pictures, others] = [files.filter(isImageFile), files.filter((file) => !isImageFile(file))]
  if (pictures.length > 0) void images.drop(pictures, x, y)
  if (others.length > 0) void jobs.importFiles(others)
}

function OpenTitle({ room, open }: { readonly room: Room; readonly open: OpenDraft }) {
  const { shell } = useMachine()
  const title = useSessionValue(open.session, (session) => partText(session.document(), 'title').replace(/\n/g, ''))
  return <TitleBar title={title || '（没有标题）'} note={STATE_NAMES[open.record.state]} shell={shell} facts={room.facts} run={room.run} />
}

function LeftPanel({ room }: { readonly room: Room }) {
  const { now, shown, side, setSide, run } = room
  const tool = (id: 'document.new' | 'document.import', icon: React.ReactNode) => <ActButton name={command(id).name.replace('…', '')} icon={icon} size="small" enabled run={() => run(command(id))} />
  return (
    <aside className="side" aria-label={side === 'list' ? '文稿' : '大纲'}>
      <div className="side-head">
        <Segmented
          size="small"
          aria-label="左栏"
          value={side}
          options={[
            { value: 'list', label: '文稿' },
            { value: 'outline', label: '大纲', disabled: !now.open },
          ]}
          onChange={(value) => setSide(value as 'list' | 'outline')}
        />
        <span className="grow" />
        {side === 'list' && tool('document.new', <PlusOutlined />)}
        {side === 'list' && tool('document.import', <ImportOutlined />)}
        <ActButton name="收起左栏" keyName="Ctrl+\" icon={<MenuFoldOutlined />} size="small" enabled run={() => run(command('view.leftPanel'))} />
      </div>
      {side === 'outline' && shown ? <Outline key={draftKey(shown)} session={shown.session} readOnly={shown.autosave === null} /> : <DocumentList list={now.list ?? []} discarded={now.discarded} openId={now.open?.record.id ?? null} show={room.show} restore={(id) => room.attempt('没有取回', () => room.desk.restore(id))} />}
    </aside>
  )
}

function ElsewhereBar({ room }: { readonly room: Room }) {
  const reload = (): void => room.attempt('没有载入', () => room.desk.reload())
  return (
    <div className="connection-bar" role="status">
      这份文稿在别处改过。
      <button type="button" className="link" onClick={reload}>
        载入新内容
      </button>
    </div>
  )
}

/** The browser's way to choose files; Electron has its own window for it. */
function FileInput({ room }: { readonly room: Room }) {
  return (
    <input
      ref={room.fileInput}
      type="file"
      hidden
      multiple
      accept=".docx,.docm,.txt,text/plain,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      aria-label="选择要导入的公文"
      onChange={(event) => {
        const files = [...(event.target.files ?? [])]
        event.target.value = ''
        if (files.length > 0) void room.jobs.importFiles(files)
      }}
    />
  )
}

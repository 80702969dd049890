/** The frame of a room other than 起草, which has more of its own: title bar, rail, status bar, and the dialogs that every room has. */
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { CommandId } from '../../shared/api/commands.ts'
import type { DocumentSummary, LibraryStatus } from '../../shared/api/types.ts'
import { useEvents, useMachine } from '../api/client-context.tsx'
import { useReport } from '../components/report.tsx'
import type { Command, Facts } from '../commands/command.ts'
import { ALL_COMMANDS } from '../commands/commands.ts'
import { BackupMark } from './backup-mark.tsx'
import { CommandList } from './command-list.tsx'
import { ConnectionBar } from './connection-bar.tsx'
import { FontsDialog } from './fonts-dialog.tsx'
import { KeysHelp } from './keys-help.tsx'
import { useNavigation, type RoomId } from './navigation.ts'
import { Rail } from './rail.tsx'
import { SettingsDialog, type OpenLibrary } from './settings-dialog.tsx'
import { TitleBar } from './title-bar.tsx'
import { useCommandKeys } from './use-command-keys.ts'

/** What every room but 起草 is given. */
export interface RoomProps {
  readonly library: OpenLibrary
  readonly changeLibrary: (status: LibraryStatus) => void
}

export interface RoomFrameProps extends RoomProps {
  readonly title: string
  /** The areas of the room, left to right. */
  readonly children: ReactNode
  /** The left of the status bar. */
  readonly status: ReactNode
  /** A dialog of the room is open: keys belong to it. */
  readonly dialogOpen: boolean
  /** Commands that this room carries out itself, by their keys and menu items. */
  readonly takes?: RoomTakes
}

export type RoomTakes = Partial<Record<CommandId, () => void>>

type FrameDialog = 'commands' | 'fonts' | 'settings' | 'keys'

const DIALOGS: Partial<Record<CommandId, FrameDialog>> = { 'view.commands': 'commands', 'app.fonts': 'fonts', 'app.settings': 'settings', 'app.keys': 'keys' }
const ROOM_COMMANDS: Partial<Record<CommandId, RoomId>> = { 'room.draft': 'draft', 'room.register': 'register', 'room.library': 'library' }

export function RoomFrame({ title, children, status, dialogOpen, takes, library, changeLibrary }: RoomFrameProps) {
  const { client, shell } = useMachine()
  const [dialog, setDialog] = useState<FrameDialog | null>(null)
  const run = useFrameRun(setDialog, takes)
  useCommandKeys(shell.kind, run, dialog !== null || dialogOpen)
  useEvents(client, (event) => {
    const chosen = event.kind === 'shell.command' ? ALL_COMMANDS.find((one) => one.id === event.command) : undefined
    if (chosen) run(chosen)
  })
  const close = (): void => setDialog(null)
  return (
    <div className="frame">
      <TitleBar title={title} note={library.profile.office} shell={shell} facts={() => NOTHING_OPEN} run={run} />
      <Rail settings={() => setDialog('settings')} />
      <main className="main">
        <ConnectionBar />
        <div className="areas">{children}</div>
      </main>
      <footer className="status-bar">
        {status}
        <span className="grow" />
        <BackupMark />
        <span>{library.profile.user}</span>
      </footer>
      {dialog === 'commands' && <AllCommands run={run} close={close} />}
      {dialog === 'fonts' && <FontsDialog close={close} />}
      {dialog === 'keys' && <KeysHelp shell={shell} close={close} />}
      {dialog === 'settings' && <SettingsDialog library={library} changed={changeLibrary} close={close} />}
    </div>
  )
}

/** Runs what every room has; what needs the drafting room is done there, and what needs an open text says so. */
function useFrameRun(setDialog: (dialog: FrameDialog) => void, takes: RoomTakes | undefined): (command: Command) => void {
  const { go } = useNavigation()
  const report = useReport()
  return useCallback(
    (command) => {
      const own = takes?.[command.id]
      if (own) {
        own()
        return
      }
      const enabled = command.enabled(NOTHING_OPEN)
      if (enabled !== true) {
        report.done(`${command.name.replace('…', '')}：请先到“起草”打开文稿`)
        return
      }
      const dialog = DIALOGS[command.id]
      const room = ROOM_COMMANDS[command.id]
      if (dialog) setDialog(dialog)
      else go(room ? { room } : { room: 'draft', command: command.id })
    },
    [go, report, setDialog, takes],
  )
}

function AllCommands({ run, close }: { readonly run: (command: Command) => void; readonly close: () => void }) {
  const { client, shell } = useMachine()
  const { go } = useNavigation()
  const [documents, setDocuments] = useState<readonly DocumentSummary[]>([])
  // Without the list, the commands are there all the same.
  useEffect(() => void client.call('documents.list', {}).then(setDocuments, () => undefined), [client])
  return <CommandList shell={shell} facts={NOTHING_OPEN} documents={documents} run={run} show={(open) => go({ room: 'draft', open })} close={close} />
}

/** In a room without a sheet there is no open text. */
const NOTHING_OPEN: Facts = {
  state: null,
  original: null,
  missing: () => [],
  canUndo: () => false,
  canRedo: () => false,
  places: () => 0,
  printedNumbers: () => 0,
  canRefer: () => false,
  targets: () => 0,
  mentions: () => 0,
  hasPrinted: () => false,
  canChangeTable: () => '没有打开的文稿',
  isTableActOn: () => false,
}

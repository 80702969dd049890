/** Above the sheet: undo, kinds of paragraph by their own marks, table, attachment. No font, size or alignment: the kind decides them. */
import { RedoOutlined, SearchOutlined, TableOutlined, UndoOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import type { CommandId } from '../../../shared/api/commands.ts'
import { ActButton } from '../../components/act-button.tsx'
import type { Command, Facts } from '../../commands/command.ts'
import { command } from '../../commands/commands.ts'
import { shownKey } from '../../commands/keys.ts'
import type { BlockKind, EditorSession } from '../../editor/session.ts'
import { useMachine } from '../../api/client-context.tsx'
import { AttachmentMenu } from './attachment-menu.tsx'
import { KindsMenu } from './kinds-menu.tsx'
import { useSessionValue } from './use-session.ts'

export interface ToolbarProps {
  readonly session: EditorSession
  readonly readOnly: boolean
  readonly facts: () => Facts
  readonly run: (command: Command) => void
  /** At the right end: the primary act where the inspector is folded away. */
  readonly children?: ReactNode
}

const KINDS: readonly { value: Extract<BlockKind, `heading${string}` | 'paragraph'>; label: string }[] = [
  { value: 'paragraph', label: '正文' },
  { value: 'heading1', label: '一、' },
  { value: 'heading2', label: '（一）' },
  { value: 'heading3', label: '1.' },
  { value: 'heading4', label: '（1）' },
]

export function Toolbar({ session, readOnly, facts, run, children }: ToolbarProps) {
  const kind = useSessionValue(session, (now) => now.caret().blockKind)
  return (
    <div className="toolbar" role="toolbar" aria-label="编辑">
      <span className="undo-tools">
        <Tool id="edit.undo" icon={<UndoOutlined />} session={session} facts={facts} run={run} />
        <Tool id="edit.redo" icon={<RedoOutlined />} session={session} facts={facts} run={run} />
        <span className="sep" />
      </span>
      <Segmented
        className="kinds"
        aria-label="段落种类"
        options={[...KINDS]}
        // No kind is chosen while the caret is outside running text; the component takes a value of none of its options as none.
        value={KINDS.find((one) => one.value === kind)?.value ?? ('' as 'paragraph')}
        disabled={readOnly}
        onChange={(value) => run(command(`block.${value}`))}
      />
      <KindsTool kind={kind} session={session} facts={facts} run={run} />
      <span className="sep" />
      <Tool id="insert.table" icon={<TableOutlined />} session={session} facts={facts} run={run} />
      <AttachmentTool session={session} facts={facts} run={run} />
      <span className="find-tool">
        <span className="sep" />
        <Tool id="edit.find" icon={<SearchOutlined />} session={session} facts={facts} run={run} />
      </span>
      <span className="grow" />
      {children}
    </div>
  )
}

type ToolProps = { readonly id: CommandId; readonly icon: ReactNode } & Omit<ToolbarProps, 'readOnly' | 'children'>

function Tool({ id, icon, session, facts, run }: ToolProps) {
  const { shell } = useMachine()
  const one = command(id)
  const enabled = useSessionValue(session, () => one.enabled(facts()))
  return <ActButton name={one.name} keyName={shownKey(one, shell.kind)} enabled={enabled} icon={icon} run={() => run(one)} />
}

function KindsTool({ kind, session, facts, run }: Pick<ToolbarProps, 'session' | 'facts' | 'run'> & { readonly kind: string | null }) {
  const enabled = useSessionValue(session, () => command('block.chapter').enabled(facts()))
  return <KindsMenu kind={kind} enabled={enabled} run={run} />
}

function AttachmentTool({ session, facts, run }: Pick<ToolbarProps, 'session' | 'facts' | 'run'>) {
  const enabled = useSessionValue(session, () => command('insert.attachment').enabled(facts()))
  return <AttachmentMenu enabled={enabled} run={run} />
}

/** The one red button: the step that comes next in the document's state, or why it cannot come yet. */
import type { CommandId } from '../../../shared/api/commands.ts'
import type { DocumentState } from '../../../shared/workflow/states.ts'
import { ActButton } from '../../components/act-button.tsx'
import type { Command, Facts } from '../../commands/command.ts'
import { command } from '../../commands/commands.ts'
import { useMachine } from '../../api/client-context.tsx'
import { shownKey } from '../../commands/keys.ts'
import type { OpenDraft } from './desk.ts'
import { useSettledDocument } from './use-session.ts'

export interface PrimaryActProps {
  readonly open: OpenDraft
  readonly facts: () => Facts
  readonly run: (command: Command) => void
  /** Says beside the button how far the document is. */
  readonly explained?: boolean
}

const NEXT: Record<DocumentState, { readonly id: CommandId; readonly ready: string }> = {
  draft: { id: 'document.sign', ready: '要素齐全，可以签发' },
  submitted: { id: 'document.sign', ready: '送审中，可以签发' },
  reviewed: { id: 'document.sign', ready: '已核稿，可以签发' },
  signed: { id: 'document.allocate', ready: '已签发，可以取号' },
  numbered: { id: 'document.export', ready: '已编号，可以导出' },
  printed: { id: 'document.export', ready: '已印发，可以导出' },
  archived: { id: 'document.export', ready: '已归档，可以导出' },
  void: { id: 'document.export', ready: '已作废' },
  issued: { id: 'document.export', ready: '已发，可以导出' },
}

export function PrimaryAct({ open, facts, run, explained = false }: PrimaryActProps) {
  const { shell } = useMachine()
  // Only so that this is drawn again when the document has settled.
  useSettledDocument(open.session)
  const { id, ready } = NEXT[open.record.state]
  const one = command(id)
  const enabled = one.enabled(facts())
  const missing = open.record.state === 'draft' ? facts().missing().length : 0
  return (
    <>
      {explained && <span className="note grow">{enabled === true ? ready : `还缺 ${missing} 项，填齐后可签发`}</span>}
      <ActButton name={one.name.replace('…', '')} keyName={shownKey(one, shell.kind)} enabled={enabled} labelled type="primary" className="primary-act" run={() => run(one)} />
    </>
  )
}

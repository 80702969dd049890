/** The one red button: the step that comes next in the document's state, or why it cannot come yet. */
import { ActButton } from '../../components/act-button.tsx'
import type { Command, Facts } from '../../commands/command.ts'
import { command } from '../../commands/commands.ts'
import { useMachine } from '../../api/client-context.tsx'
import { shownKey } from '../../commands/keys.ts'
import type { OpenDraft } from './desk.ts'
import { nextAct } from './next-act.ts'
import { useSettledDocument } from './use-session.ts'

export interface PrimaryActProps {
  readonly open: OpenDraft
  readonly facts: () => Facts
  readonly run: (command: Command) => void
  /** Says beside the button how far the document is. */
  readonly explained?: boolean
}

export function PrimaryAct({ open, facts, run, explained = false }: PrimaryActProps) {
  const { shell } = useMachine()
  // Only so that this is drawn again when the document has settled.
  useSettledDocument(open.session)
  const { id, ready } = nextAct(open.record)
  const one = command(id)
  const { possible, short } = readiness(open, facts(), one)
  return (
    <>
      {explained && <span className="note grow">{possible === true ? ready : short}</span>}
      <ActButton name={one.name.replace('…', '')} keyName={shownKey(one, shell.kind)} enabled={possible} labelled type="primary" className="primary-act" run={() => run(one)} />
    </>
  )
}

/** What lacks something can be sent all the same, by the menu; the red button waits for the whole. */
function readiness({ record: { state } }: OpenDraft, facts: Facts, one: Command): { readonly possible: true | string; readonly short: string } {
  const enabled = one.enabled(facts)
  const missing = state === 'draft' || state === 'reviewed' ? facts.missing() : []
  if (facts.frozen || missing.length === 0) return { possible: enabled, short: enabled === true ? '' : facts.frozen ? '看的是留存的文字' : enabled }
  if (state === 'reviewed') return { possible: enabled, short: `还缺 ${missing.length} 项，填齐后可签发` }
  const list = `还缺 ${missing.length} 项：${missing.map(({ text }) => text).join('；')}`
  return { possible: enabled === true ? `${list}。不等填齐就送，请用“文件”菜单的“送审”` : enabled, short: `还缺 ${missing.length} 项，填齐后可送` }
}

/** Ctrl+K: one list of commands and documents, with the reason where a command is not possible. */
import { Input, Modal } from 'antd'
import { useMemo, useState, type KeyboardEvent } from 'react'
import type { ShellInfo } from '../../shared/api/contract.ts'
import type { DocumentSummary } from '../../shared/api/types.ts'
import type { Id } from '../../shared/lib/id.ts'
import type { Command, Facts } from '../commands/command.ts'
import { ALL_COMMANDS } from '../commands/commands.ts'
import { shownKey } from '../commands/keys.ts'
import { useNavigation, type Navigation } from './navigation.ts'
import { STATE_NAMES } from '../../shared/workflow/states.ts'

export interface CommandListProps {
  readonly shell: ShellInfo
  readonly facts: Facts
  readonly documents: readonly DocumentSummary[]
  readonly run: (command: Command) => void
  readonly show: (id: Id) => void
  readonly close: () => void
}

interface Line {
  readonly id: string
  readonly name: string
  readonly side: string
  readonly keyName: string
  /** Why not; "" where it is possible. */
  readonly reason: string
  readonly choose: () => void
}

/** At most so many documents: the list is for jumping, not for reading. */
const MOST_DOCUMENTS = 12

export function CommandList(props: CommandListProps) {
  const { go } = useNavigation()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const lines = useMemo(() => [...linesFor(props, query.trim()), ...searchLine(query.trim(), go)], [go, props, query])
  const choose = (line: Line | undefined): void => {
    if (line?.reason !== '') return
    props.close()
    line.choose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt((now) => Math.min(now + 1, lines.length - 1))
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0))
    else if (event.key === 'Enter') choose(lines[at])
    else return
    event.preventDefault()
  }
  return (
    <Modal open title={null} footer={null} closable={false} mask={false} width={560} onCancel={props.close} className="command-list" aria-label="查找命令、文稿、文号">
      <Input
        autoFocus
        size="large"
        variant="borderless"
        placeholder="查找命令、文稿、文号"
        aria-label="查找命令、文稿、文号"
        role="combobox"
        aria-expanded
        aria-controls="command-lines"
        aria-activedescendant={lines[at] ? `line-${at}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="command-lines" role="listbox" aria-label="结果">
        {lines.map((line, index) => (
          <ListLine key={line.id} line={line} index={index} current={index === at} choose={() => choose(line)} />
        ))}
      </ul>
    </Modal>
  )
}

function ListLine({ line, index, current, choose }: { readonly line: Line; readonly index: number; readonly current: boolean; readonly choose: () => void }) {
  return (
    <li
      id={`line-${index}`}
      role="option"
      aria-selected={current}
      aria-disabled={line.reason !== ''}
      className={`${current ? 'is-current' : ''} ${line.reason ? 'is-off' : ''}`}
      ref={(element) => {
        if (current) element?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={choose}
    >
      <span className="name">{line.name}</span>
      <span className="side">{line.reason || line.side}</span>
      {line.keyName && <kbd>{line.keyName}</kbd>}
    </li>
  )
}

/** The way on for words that are in no name: the texts of all documents. */
function searchLine(words: string, go: Navigation['go']): readonly Line[] {
  if (words === '') return []
  return [{ id: 'library', name: `在资料库里查找“${words}”`, side: '全文', keyName: '', reason: '', choose: () => go({ room: 'library', words }) }]
}

function linesFor({ shell, facts, documents, run, show }: CommandListProps, query: string): readonly Line[] {
  const words = query.toLowerCase().split(/\s+/)
  const fits = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word))
  const commands = ALL_COMMANDS.filter((one) => one.id !== 'view.commands' && fits(`${one.menu} ${one.name}`)).map((one): Line => {
    const enabled = one.enabled(facts)
    return { id: one.id, name: one.name, side: one.menu, keyName: shownKey(one, shell.kind), reason: enabled === true ? '' : enabled, choose: () => run(one) }
  })
  const found = documents.filter((one) => fits(`${one.documentNumber ?? ''} ${one.title}`)).slice(0, MOST_DOCUMENTS)
  const files = found.map((one): Line => ({
    id: one.id,
    name: one.title || '（没有标题）',
    side: one.documentNumber ?? STATE_NAMES[one.state],
    keyName: '',
    reason: '',
    choose: () => show(one.id),
  }))
  // With a query, what was looked for by name comes first; without one, the commands.
  return query === '' ? [...commands, ...files] : [...files, ...commands]
}

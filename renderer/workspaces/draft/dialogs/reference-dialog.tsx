/** 交叉引用: what can be referred to, by its label and its title; the one that is chosen goes to where the caret is. */
import { Input, Modal } from 'antd'
import { useMemo, useState, type KeyboardEvent } from 'react'
import type { Document } from '../../../../shared/document/types.ts'
import { referenceTargets, type ReferenceTarget } from '../../../../shared/numbering/references.ts'

export interface ReferenceDialogProps {
  readonly document: Document
  readonly insert: (target: ReferenceTarget) => void
  readonly close: () => void
}

export function ReferenceDialog({ document, insert, close }: ReferenceDialogProps) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  // Attachments are referred to most.
  const targets = useMemo(() => {
    const all = referenceTargets(document)
    const attachments = new Set(document.parts.filter((part) => part.type === 'attachment').map(({ id }) => id))
    return [...all.filter(({ id }) => attachments.has(id)), ...all.filter(({ id }) => !attachments.has(id))]
  }, [document])
  const words = query.trim().split(/\s+/)
  const found = targets.filter(({ text, title }) => words.every((word) => `${text} ${title}`.includes(word)))
  const choose = (target: ReferenceTarget | undefined): void => {
    if (!target) return
    close()
    insert(target)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt((now) => Math.min(now + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0))
    else if (event.key === 'Enter') choose(found[at])
    else return
    event.preventDefault()
  }
  return (
    <Modal open title={null} footer={null} closable={false} mask={false} width={560} onCancel={close} className="command-list" aria-label="交叉引用">
      <Input
        autoFocus
        size="large"
        variant="borderless"
        placeholder="引用哪里：附件、章、条、标题"
        aria-label="查找要引用的附件、章、条、标题"
        role="combobox"
        aria-expanded
        aria-controls="reference-lines"
        aria-activedescendant={found[at] ? `reference-${at}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="reference-lines" role="listbox" aria-label="可引用的地方">
        {found.map((target, index) => (
          <TargetLine key={target.id} target={target} index={index} current={index === at} choose={() => choose(target)} />
        ))}
        {found.length === 0 && <li className="nothing">没有找到。可以试试标题里的几个字</li>}
      </ul>
    </Modal>
  )
}

function TargetLine({ target, index, current, choose }: { readonly target: ReferenceTarget; readonly index: number; readonly current: boolean; readonly choose: () => void }) {
  return (
    <li
      id={`reference-${index}`}
      role="option"
      aria-selected={current}
      className={current ? 'is-current' : ''}
      ref={(element) => {
        if (current) element?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={choose}
    >
      <span className="name">{target.title.replace(/\n/g, '') || '（没有标题）'}</span>
      <span className="side">{target.text}</span>
    </li>
  )
}

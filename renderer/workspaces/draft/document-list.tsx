/** 文稿: all documents of the library, by state and by words of title or number. */
import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { DocumentSummary } from '../../../shared/api/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { StateMark } from '../../components/state-mark.tsx'
import { shortMoment } from '../../components/time.ts'
import { filterDocuments, type Filter } from './document-filter.ts'
import { DOCUMENT_STATES, isEditable, STATE_NAMES } from '../../../shared/workflow/states.ts'

export interface DocumentListProps {
  readonly list: readonly DocumentSummary[]
  readonly discarded: readonly DocumentSummary[]
  readonly openId: Id | null
  readonly show: (id: Id) => void
  /** Takes a discarded draft back and opens it. */
  readonly restore: (id: Id) => void
}

const FILTERS: readonly { id: Filter; name: string }[] = [
  { id: 'all', name: '全部' },
  ...DOCUMENT_STATES.map((id) => ({ id, name: STATE_NAMES[id] })),
  { id: 'discarded', name: '废稿' },
]

export function DocumentList({ list, discarded, openId, show, restore }: DocumentListProps) {
  const [filter, setFilter] = useState<Filter>('all')
  const [query, setQuery] = useState('')
  const bin = filter === 'discarded'
  const rows = useMemo(
    () => (filter === 'discarded' ? filterDocuments(discarded, 'all', query) : filterDocuments(list, filter, query)),
    [list, discarded, filter, query],
  )
  const countOf = (id: Filter): number => {
    if (id === 'discarded') return discarded.length
    return id === 'all' ? list.length : list.filter((one) => one.state === id).length
  }
  return (
    <>
      <div className="list-head">
        <Input size="small" allowClear prefix={<SearchOutlined />} placeholder="标题或文号" aria-label="按标题或文号查找" value={query} onChange={(event) => setQuery(event.target.value)} />
        <div className="filters" role="group" aria-label="按状态">
          {FILTERS.map(({ id, name }) => {
            const count = countOf(id)
            if (count === 0 && id !== filter && id !== 'all') return null
            return (
              <button type="button" key={id} className={`filter ${id === filter ? 'is-on' : ''}`} aria-pressed={id === filter} onClick={() => setFilter(id)}>
                {name} <span>{count}</span>
              </button>
            )
          })}
        </div>
      </div>
      <Rows rows={rows} openId={openId} show={bin ? restore : show} />
      {bin && rows.length > 0 && <p className="side-note">点一份，就取回到文稿列表并打开。</p>}
      {rows.length === 0 && <p className="side-note">{list.length === 0 ? '文稿起草或导入后列在这里。' : '没有符合的文稿。换个词，或选“全部”。'}</p>}
    </>
  )
}

/** Ref for the row of the open document: it is in sight when it becomes that, wherever the document was opened from. */
function intoView(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: 'nearest' })
}

/** A list box with one tab stop: arrow keys move, Enter opens. */
function Rows({ rows, openId, show }: { readonly rows: readonly DocumentSummary[]; readonly openId: Id | null; readonly show: (id: Id) => void }) {
  const box = useRef<HTMLUListElement>(null)
  const stop = rows.some((one) => one.id === openId) ? openId : (rows[0]?.id ?? null)
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])]
    const at = items.indexOf(event.target as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
    if (next !== undefined) items[Math.max(0, Math.min(next, items.length - 1))]?.focus()
    else if (event.key === 'Enter' || event.key === ' ') items[at]?.click()
    else return
    event.preventDefault()
  }
  return (
    <ul className="side-scroll documents" role="listbox" aria-label="文稿" ref={box} onKeyDown={onKeyDown}>
      {rows.map((one) => (
        <li
          key={one.id}
          role="option"
          aria-selected={one.id === openId}
          tabIndex={one.id === stop ? 0 : -1}
          className={`document ${one.id === openId ? 'is-on' : ''}`}
          ref={one.id === openId ? intoView : undefined}
          onClick={() => show(one.id)}
        >
          <span className="document-title ell" title={one.title}>
            {one.title || '（没有标题）'}
          </span>
          <span className="document-facts">
            <StateMark state={one.state} number={one.documentNumber} />
            <span className="grow" />
            <span>{isEditable(one.state) ? shortMoment(one.updatedAt) : one.signatureDate.replace(/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, '$1-$2-$3')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

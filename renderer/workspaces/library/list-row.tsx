/** The plain list: one document a row, in columns; a click on a column's head sorts. */
import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { memo } from 'react'
import type { SearchOrder, SearchRow } from '../../../shared/api/search-types.ts'
import { StateMark } from '../../components/state-mark.tsx'
import { shortMoment } from '../../components/time.ts'
import { shortDate } from './dates.ts'
import type { RowProps } from './found-row.tsx'
import type { LibraryDesk } from './library-desk.ts'
import { sortedBy, type Query } from './query.ts'
import { RowActs } from './row-acts.tsx'
import { rowId } from './row-id.ts'
import { shortIssue } from '../../components/issue-name.ts'

/** Pixels; the style sheet has the same. */
export const LIST_ROW = 35

interface Column {
  readonly id: string
  readonly name: string
  /** The order that its head gives; absent where it sorts nothing. */
  readonly order?: SearchOrder
}

const COLUMNS: readonly Column[] = [
  { id: 'number', name: '文号', order: 'number' },
  { id: 'title', name: '标题', order: 'title' },
  { id: 'genre', name: '文种' },
  { id: 'date', name: '成文日期', order: 'date' },
  { id: 'drafter', name: '拟稿人' },
  { id: 'state', name: '状态' },
  { id: 'issue', name: '公报' },
  { id: 'updated', name: '改动', order: 'updated' },
]

export function ListHead({ desk, query }: { readonly desk: LibraryDesk; readonly query: Query }) {
  return (
    <div role="row" className="list-row is-head">
      {COLUMNS.map(({ id, name, order }) => {
        const isSorted = order !== undefined && order === query.listOrder
        // Dates, numbers and changes begin with the newest, titles with the first.
        const isDown = (order !== 'title') !== query.reversed
        return (
          <div key={id} role="columnheader" className={`cell is-${id}`} aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : undefined}>
            {order === undefined ? (
              name
            ) : (
              <button type="button" className="head-act" onClick={() => desk.seek(sortedBy(query, order))}>
                {name}
                {isSorted && (isDown ? <CaretDownOutlined /> : <CaretUpOutlined />)}
              </button>
            )}
          </div>
        )
      })}
    </div>
  )
}

export const ListRow = memo(function ListRow({ row, at, isChosen, isDiscarded }: RowProps) {
  return (
    <div id={rowId(at)} data-at={at} role="row" aria-rowindex={at + 1} aria-selected={isChosen} className={isChosen ? 'list-row is-on' : 'list-row'}>
      <Cell id="number" text={row.documentNumber ?? ''} />
      <Cell id="title" text={row.title || '（没有标题）'} />
      <Cell id="genre" text={row.genre ?? ''} />
      <Cell id="date" text={shortDate(row.signatureDate)} />
      <Cell id="drafter" text={row.drafter} />
      <StateCell row={row} />
      <Cell id="issue" text={shortIssue(row.issue)} />
      <Cell id="updated" text={shortMoment(row.updatedAt)} />
      <RowActs row={row} isChosen={isChosen} isDiscarded={isDiscarded} />
    </div>
  )
})

function Cell({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <div role="gridcell" className={`cell ell is-${id}`} title={text}>
      {text}
    </div>
  )
}

/** To whom a document was sent stands with its state. */
function StateCell({ row: { state, handler } }: { readonly row: SearchRow }) {
  return (
    <div role="gridcell" className="cell ell is-state" title={handler === '' ? undefined : `送${handler}`}>
      <StateMark state={state} />
    </div>
  )
}

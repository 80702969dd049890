/** The book on the screen: a line a number. ↑ ↓ walk, Enter looks at a number, F2 or a double click writes in a field. */
import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { NumberRow } from '../../../shared/api/register-types.ts'
import type { BookField } from '../../../shared/register/entry.ts'
import { isAmendable, type ActId } from './acts.ts'
import { BookRow } from './book-row.tsx'
import { lineText, type Order } from './book-rows.ts'
import { columnsFor, fieldsOf, type Column } from './columns.ts'
import { useWalk } from './use-walk.ts'
import { ROW_HEIGHT, useWindow } from './use-window.ts'

export interface BookTableProps {
  readonly label: string
  readonly year: number
  readonly code: string
  readonly rows: readonly NumberRow[]
  readonly order: Order
  readonly setOrder: (order: Order) => void
  /** The number whose panel is open; null for none. */
  readonly serial: number | null
  /** `isEntered`: the keyboard is to go to the panel. */
  readonly choose: (serial: number, isEntered: boolean) => void
  readonly act: (act: ActId, row: NumberRow) => void
  readonly amend: (row: NumberRow, field: BookField, value: string) => void
}

export function BookTable({ label, year, code, rows, order, setOrder, serial, choose, act, amend }: BookTableProps) {
  const place = useRef<HTMLDivElement>(null)
  const { from, to, width, onScroll, reveal } = useWindow(place, rows.length)
  const columns = columnsFor(width)
  const [editing, setEditing] = useState<{ readonly serial: number; readonly field: BookField } | null>(null)
  const { active, walk, focus } = useWalk({ place, rows, serial, reveal, isEditing: editing !== null, moved: (next) => serial !== null && choose(next, false) })
  const entry = rows.find((row) => row.serial === (active ?? serial)) ?? rows[0]
  const edit = (row: NumberRow, field: BookField): void => {
    if (isAmendable(row) && lineText(row, Date.now()) === null) setEditing({ serial: row.serial, field })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = rows.find((one) => String(one.serial) === (event.target as HTMLElement).dataset.serial)
    if (!row) return
    if (event.key === 'Enter' || event.key === ' ') choose(row.serial, true)
    else if (event.key === 'F2') edit(row, 'title')
    else if (!walk(event.key, rows.indexOf(row))) return
    event.preventDefault()
  }
  const goOn = (row: NumberRow, field: BookField, step: 1 | -1): void => {
    const fields = fieldsOf(columns)
    const next = fields[fields.indexOf(field) + step]
    if (next) edit(row, next)
  }
  return (
    <div className="book-place" ref={place} onScroll={onScroll}>
      <table className="book" role="grid" aria-label={label} aria-rowcount={rows.length + 1} onKeyDown={onKeyDown}>
        <Head columns={columns} order={order} setOrder={setOrder} />
        <tbody>
          {from > 0 && <tr aria-hidden style={{ height: from * ROW_HEIGHT }} />}
          {rows.slice(from, to).map((row, index) => (
            <BookRow
              key={row.serial}
              row={row}
              index={from + index}
              year={year}
              code={code}
              columns={columns}
              isChosen={row.serial === serial}
              isEntry={row === entry}
              editing={editing?.serial === row.serial ? editing.field : null}
              choose={() => choose(row.serial, false)}
              edit={(field) => edit(row, field)}
              save={(field, value) => amend(row, field, value)}
              close={() => {
                focus(row.serial)
                setEditing(null)
              }}
              goOn={(field, step) => goOn(row, field, step)}
              act={act}
            />
          ))}
          {to < rows.length && <tr aria-hidden style={{ height: (rows.length - to) * ROW_HEIGHT }} />}
        </tbody>
      </table>
    </div>
  )
}

interface HeadProps {
  readonly columns: readonly Column[]
  readonly order: Order
  readonly setOrder: (order: Order) => void
}

function Head({ columns, order, setOrder }: HeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ id, name, width, sort }) => {
          const isOn = sort !== undefined && order.key === sort
          return (
            <th key={id} scope="col" className={`is-${id}`} style={width === null ? undefined : { width }} aria-sort={isOn ? (order.descending ? 'descending' : 'ascending') : undefined}>
              {sort === undefined ? (
                name
              ) : (
                <button type="button" title={`按${name}排`} onClick={() => setOrder({ key: sort, descending: isOn && !order.descending })}>
                  {name}
                  {isOn && (order.descending ? <CaretDownFilled aria-hidden /> : <CaretUpFilled aria-hidden />)}
                </button>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** A line of the book: the fields of a number, or across them who keeps it, or that it is a gap and the two ways out. */
import { Button } from 'antd'
import type { NumberRow } from '../../../shared/api/register-types.ts'
import { BOOK_FIELD_NAMES, type BookField } from '../../../shared/register/entry.ts'
import type { ActId } from './acts.ts'
import { lineText, shortDate } from './book-rows.ts'
import type { Column } from './columns.ts'
import { EditField } from './edit-field.tsx'
import { lookOf } from './look.ts'
import { StateWord } from './state-word.tsx'

export interface BookRowProps {
  readonly row: NumberRow
  readonly index: number
  readonly year: number
  /** 机关代字 of the sheet: of a shared run, a number may be another's. */
  readonly code: string
  readonly columns: readonly Column[]
  readonly isChosen: boolean
  /** The line that Tab comes to. */
  readonly isEntry: boolean
  readonly editing: BookField | null
  readonly choose: () => void
  readonly edit: (field: BookField) => void
  readonly save: (field: BookField, value: string) => void
  readonly close: () => void
  readonly goOn: (field: BookField, step: 1 | -1) => void
  readonly act: (act: ActId, row: NumberRow) => void
}

export function BookRow(props: BookRowProps) {
  const { row, index, columns, isChosen, isEntry, choose } = props
  const line = lineText(row, Date.now())
  return (
    <tr data-serial={row.serial} className={`is-${lookOf(row)} ${isChosen ? 'is-chosen' : ''}`} aria-rowindex={index + 2} aria-selected={isChosen} tabIndex={isEntry ? 0 : -1} onClick={choose}>
      <td className="is-serial">{row.serial}</td>
      {line === null ? <Fields {...props} /> : <Line {...props} text={line} span={columns.length - 2} />}
      <td className="is-state">
        <StateWord row={row} />
      </td>
    </tr>
  )
}

function Line({ row, text, span, isEntry, act }: BookRowProps & { readonly text: string; readonly span: number }) {
  const way = (id: ActId, name: string) => (
    <Button
      size="small"
      tabIndex={isEntry ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation()
        act(id, row)
      }}
    >
      {name}
    </Button>
  )
  return (
    <td className="is-line" colSpan={span}>
      <div>
        <span className="ell grow" title={text}>
          {text}
        </span>
        {row.kind === 'gap' && way('explain', '补说明')}
        {row.kind === 'gap' && way('take', '启用此号')}
      </div>
    </td>
  )
}

function Fields({ row, year, code, columns, editing, edit, save, close, goOn }: BookRowProps) {
  const { entry } = row
  if (!entry) return null
  return columns.map(({ id }) => {
    if (id === 'serial' || id === 'state') return null
    const value = entry.book[id]
    if (editing === id) {
      return (
        <td key={id} className="is-editing">
          <EditField key={id} label={`${row.serial}号的${BOOK_FIELD_NAMES[id]}`} value={value} save={(text) => save(id, text)} close={close} goOn={(step) => goOn(id, step)} />
        </td>
      )
    }
    return (
      <td key={id} className={`is-${id}`} title={id === 'title' ? titleHint(row) : value || undefined} onDoubleClick={() => edit(id)}>
        {id === 'title' ? <Title row={row} code={code} /> : id === 'date' ? shortDate(value, year) : value}
      </td>
    )
  })
}

/** With the reason of what is void; of a shared run with the series that took the number. */
function Title({ row, code }: { readonly row: NumberRow; readonly code: string }) {
  const { entry, kind } = row
  return (
    <span className="ell">
      {row.code !== code && <span className="tag">{row.code}</span>}
      <span className="book-title">{entry?.book.title === '' ? '（没有标题）' : entry?.book.title}</span>
      {kind === 'void' && entry && entry.reason !== '' && <small>{entry.reason}</small>}
    </span>
  )
}

function titleHint({ entry, kind, printed }: NumberRow): string {
  return [printed, entry?.book.title, kind === 'void' ? entry?.reason : ''].filter(Boolean).join('　')
}

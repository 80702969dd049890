/** The fields of the book of one number, each changed in its place. */
import { EditOutlined } from '@ant-design/icons'
import { useRef, useState } from 'react'
import type { NumberRow } from '../../../shared/api/register-types.ts'
import { BOOK_FIELD_NAMES, type BookField } from '../../../shared/register/entry.ts'
import { isAmendable } from './acts.ts'
import { EditField } from './edit-field.tsx'

const FIELDS: readonly BookField[] = ['title', 'date', 'signer', 'drafter', 'secrecy', 'sentTo', 'copies', 'filed', 'remarks']

export interface FactRowsProps {
  readonly row: NumberRow
  readonly amend: (row: NumberRow, field: BookField, value: string) => void
}

/** Rows of a definition list. */
export function FactRows({ row, amend }: FactRowsProps) {
  const { entry } = row
  if (!entry || !isAmendable(row)) return null
  // A title heads the panel already.
  return FIELDS.filter((field) => field !== 'title' || entry.book.title === '').map((field) => (
    <div key={field}>
      <dt>{BOOK_FIELD_NAMES[field]}</dt>
      <dd>
        <EditableText label={`${row.serial}号的${BOOK_FIELD_NAMES[field]}`} value={entry.book[field]} save={(value) => amend(row, field, value)} />
      </dd>
    </div>
  ))
}

export interface EditableTextProps {
  readonly label: string
  readonly value: string
  readonly save: (value: string) => void
  readonly className?: string
}

/** A text that becomes a field when it is pressed. */
export function EditableText({ label, value, save, className = '' }: EditableTextProps) {
  const [open, setOpen] = useState(false)
  const returns = useRef(false)
  if (open) {
    return (
      <EditField
        label={label}
        value={value}
        save={save}
        close={() => {
          returns.current = true
          setOpen(false)
        }}
      />
    )
  }
  return (
    <button
      type="button"
      className={`editable ${className}`}
      aria-label={`${label}：${value === '' ? '没有填' : value}，回车改`}
      ref={(button) => {
        // The keyboard comes back to what was written in, unless it has gone elsewhere.
        if (button && returns.current && document.activeElement === document.body) button.focus()
        returns.current = false
      }}
      onClick={() => setOpen(true)}
    >
      <span>{value === '' ? '—' : value}</span>
      <EditOutlined aria-hidden />
    </button>
  )
}

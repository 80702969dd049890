/** A label and its field in a dialog, one under the other with the labels in a column. */
import type { ReactNode } from 'react'

export interface FieldLineProps {
  readonly label: string
  /** Id of the field; absent where the label names a group. */
  readonly htmlFor?: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

export function FieldLine({ label, htmlFor, note, children }: FieldLineProps) {
  return (
    <div className="field-line">
      <label htmlFor={htmlFor}>{label}</label>
      <div className="grow">
        {children}
        {note !== undefined && <p className="note">{note}</p>}
      </div>
    </div>
  )
}

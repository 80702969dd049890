/** One row of the form: label, field, and the red dot of something missing. */
import type { ReactNode } from 'react'

export interface FieldRowProps {
  readonly label: string
  /** Id of the field, for the label; absent where the row holds plain text. */
  readonly htmlFor?: string
  readonly missing?: boolean
  /** What is wrong, in words below the field. */
  readonly why?: string
  readonly children: ReactNode
}

export function FieldRow({ label, htmlFor, missing = false, why, children }: FieldRowProps) {
  return (
    <div className={`field-row ${missing ? 'is-missing' : ''}`}>
      <label htmlFor={htmlFor}>{label}</label>
      <div className="field-value">
        {children}
        {missing && <i className="dot" role="img" aria-label={why ?? '未填'} />}
        {why !== undefined && (
          <small id={htmlFor && `${htmlFor}-why`} className="field-why">
            {why}
          </small>
        )}
      </div>
    </div>
  )
}

/** A value that the person cannot change here: dashed line. */
export function ReadOnlyValue({ children }: { readonly children: ReactNode }) {
  return <output className="read-only">{children}</output>
}

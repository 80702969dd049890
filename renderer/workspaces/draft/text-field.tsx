/** A piece of text of the document as a form field; text and form are one history. */
import { Input } from 'antd'
import { useEffect, useId, useRef, useState, type ChangeEvent, type CompositionEvent } from 'react'
import { FieldRow, ReadOnlyValue } from './field-row.tsx'

export interface TextFieldProps {
  readonly label: string
  /** The text as the document has it. */
  readonly stored: string
  /** Writes a changed text into the document. */
  readonly store: (text: string) => void
  readonly readOnly: boolean
  /** Names the field for the sheet and the page map. */
  readonly field: string
  readonly missing?: boolean
  /** What is wrong, in words below the field. */
  readonly why?: string
  readonly placeholder?: string
  /** Enter makes a line break (标题, 署名); otherwise breaks are taken out. */
  readonly breaks?: boolean
  /** Brings what was typed into its written form when the field is left. */
  readonly tidy?: (text: string) => string
}

export function TextField({ label, stored, store, readOnly, field, missing = false, why, placeholder, breaks = false, tidy }: TextFieldProps) {
  const id = useId()
  const [text, setText] = useState(stored)
  // Half-typed words of an input method stay in the field; the document gets them when they are chosen.
  const composing = useRef(false)
  useEffect(() => {
    if (!composing.current) setText(stored)
  }, [stored])

  const write = (typed: string): void => {
    const next = breaks ? typed : typed.replace(/\s*\n\s*/g, '')
    setText(next)
    if (!composing.current && next !== stored) store(next)
  }
  const leave = (): void => {
    const tidied = tidy?.(text) ?? text
    if (tidied !== stored) write(tidied)
  }
  if (readOnly) {
    return (
      <FieldRow label={label}>
        <ReadOnlyValue>{stored || '—'}</ReadOnlyValue>
      </FieldRow>
    )
  }
  return (
    <FieldRow label={label} htmlFor={id} missing={missing} {...(why === undefined ? {} : { why })}>
      <Input.TextArea
        id={id}
        variant="underlined"
        rows={1}
        value={text}
        placeholder={placeholder ?? '填写'}
        aria-invalid={missing}
        aria-describedby={why === undefined ? undefined : `${id}-why`}
        data-field={field}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => write(event.target.value)}
        onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={(event: CompositionEvent<HTMLTextAreaElement>) => {
          composing.current = false
          write(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !breaks && !event.nativeEvent.isComposing) event.preventDefault()
        }}
        onBlur={leave}
      />
    </FieldRow>
  )
}

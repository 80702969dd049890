/** A line part of the document (标题, 主送机关 …) as a form field; text and form are one history. */
import { Input } from 'antd'
import { useEffect, useId, useRef, useState, type ChangeEvent, type CompositionEvent } from 'react'
import { partText } from '../../../shared/document/text.ts'
import type { EditorSession, LineField as Field } from '../../editor/session.ts'
import { FieldRow, ReadOnlyValue } from './field-row.tsx'
import { useSessionValue } from './use-session.ts'

export interface LineFieldProps {
  readonly session: EditorSession
  readonly field: Field
  readonly label: string
  readonly readOnly: boolean
  readonly missing?: boolean
  /** What is wrong, in words below the field. */
  readonly why?: string
  readonly placeholder?: string
  /** Enter makes a chosen line break (标题); otherwise breaks are taken out. */
  readonly breaks?: boolean
  /** Brings what was typed into its written form when the field is left. */
  readonly tidy?: (text: string) => string
}

export function LineField({ session, field, label, readOnly, missing = false, why, placeholder, breaks = false, tidy }: LineFieldProps) {
  const id = useId()
  const stored = useSessionValue(session, (now) => partText(now.document(), field))
  const [text, setText] = useState(stored)
  // Half-typed words of an input method stay in the field; the document gets them when they are chosen.
  const composing = useRef(false)
  useEffect(() => {
    if (!composing.current) setText(stored)
  }, [stored])

  const store = (typed: string): void => {
    const next = breaks ? typed : typed.replace(/\s*\n\s*/g, '')
    setText(next)
    if (!composing.current && next !== partText(session.document(), field)) session.setLine(field, next)
  }
  const leave = (): void => {
    const tidied = tidy?.(text) ?? text
    if (tidied !== stored) store(tidied)
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
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => store(event.target.value)}
        onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={(event: CompositionEvent<HTMLTextAreaElement>) => {
          composing.current = false
          store(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !breaks && !event.nativeEvent.isComposing) event.preventDefault()
        }}
        onBlur={leave}
      />
    </FieldRow>
  )
}

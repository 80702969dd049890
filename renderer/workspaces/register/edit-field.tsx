/** One field of the book while it is written in: Enter or leaving it stores, Escape gives up. */
import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

export interface EditFieldProps {
  readonly label: string
  readonly value: string
  readonly save: (value: string) => void
  readonly close: () => void
  /** Tab stores and goes on: 1 to the next field, -1 back. Without it Tab does what it does elsewhere. */
  readonly goOn?: (step: 1 | -1) => void
}

export function EditField({ label, value, save, close, goOn }: EditFieldProps) {
  const [text, setText] = useState(value)
  const input = useRef<InputRef>(null)
  // Leaving the field stores, and the keys take it away: it is stored once.
  const over = useRef(false)
  useEffect(() => input.current?.focus({ cursor: 'all' }), [])
  const end = (store: boolean): void => {
    if (over.current) return
    over.current = true
    if (store && text.trim() !== value) save(text.trim())
    close()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') end(true)
    else if (event.key === 'Escape') end(false)
    else if (event.key === 'Tab' && goOn) {
      end(true)
      goOn(event.shiftKey ? -1 : 1)
    } else return
    event.preventDefault()
  }
  return <Input ref={input} size="small" className="edit-field" aria-label={label} maxLength={1000} value={text} onChange={({ target }) => setText(target.value)} onKeyDown={onKeyDown} onBlur={() => end(true)} onDoubleClick={(event) => event.stopPropagation()} />
}

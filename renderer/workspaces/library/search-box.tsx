/** The box for words: it has the keyboard when one comes in, and the arrows move through what was found without leaving it. */
import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useRef, type KeyboardEvent, type RefObject } from 'react'
import type { LibraryDesk } from './library-desk.ts'
import { ROWS_ID, rowId } from './row-id.ts'

export interface SearchBoxProps {
  readonly desk: LibraryDesk
  readonly box: RefObject<InputRef | null>
  readonly typed: string
  readonly at: number | null
  /** Keys that move through the rows or act on the chosen one; true when it was one. */
  readonly onRowKey: (event: KeyboardEvent) => boolean
}

/** Keys that the rows take while the box has the keyboard; the others write. */
const ROW_KEYS: readonly string[] = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Enter', 'Escape']

export function SearchBox({ desk, box, typed, at, onRowKey }: SearchBoxProps) {
  const composing = useRef(false)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && typed !== '') {
      desk.seek({ words: '' })
      event.stopPropagation()
    } else if (ROW_KEYS.includes(event.key)) {
      if (!onRowKey(event)) return
    } else return
    event.preventDefault()
  }
  return (
    <div className="library-search" role="search">
      <Input
        ref={box}
        autoFocus
        size="large"
        prefix={<SearchOutlined />}
        allowClear={{ clearIcon: <CloseCircleFilled aria-label="清除" /> }}
        placeholder="标题、文号、正文、表格、附件里的词，几个词用空格隔开"
        aria-label="在资料库里查找"
        aria-controls={ROWS_ID}
        aria-activedescendant={at === null ? undefined : rowId(at)}
        value={typed}
        maxLength={200}
        spellCheck={false}
        // Half-typed words of an input method stand in the box and are not looked for.
        onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={(event) => {
          composing.current = false
          desk.type(event.currentTarget.value)
        }}
        onChange={(event) => (composing.current ? desk.show(event.target.value) : desk.type(event.target.value))}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

/** Below the image that is selected: another one in its place, how wide it is, what it shows, take it away. */
import { useCallback, useLayoutEffect, useState, useSyncExternalStore, type KeyboardEvent, type RefObject } from 'react'
import { ReactEditor } from 'slate-react'
import { ActButton } from '../../components/act-button.tsx'
import { COLUMN, replaceImage, setImageAlt, setImageWidth, shownSize } from '../acts/images.ts'
import type { EditorSession } from '../session.ts'
import type { SheetEditor, SheetElement } from '../sheet/types.ts'
import { removeBlock } from '../sheet/with-deletion.ts'
import { selectedImage } from '../sheet/with-images.ts'
import { asOneStep } from '../sheet/with-undo.ts'
import { useImageSource } from './image-source.ts'

export interface ImageBarProps {
  readonly editor: SheetEditor
  readonly session: EditorSession
  /** The box that the bar is placed in. */
  readonly page: RefObject<HTMLDivElement | null>
  readonly bar: RefObject<HTMLDivElement | null>
  readonly zoom: number
}

const CENTIMETRE = 72 / 2.54
/** Centimetres. */
const NARROWEST = 0.5
const WIDEST = COLUMN / CENTIMETRE
/** Between the image's frame and the bar. */
const GAP = 6

export function ImageBar({ editor, session, page, bar, zoom }: ImageBarProps) {
  const source = useImageSource()
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  const image = useSyncExternalStore(subscribe, () => selectedImage(editor)?.[0] ?? null)
  const [top, setTop] = useState<number | null>(null)
  useLayoutEffect(() => {
    setTop(image && page.current ? bottomOf(editor, image, page.current) : null)
  }, [editor, page, image, zoom])
  if (top === null || !image) return null
  const act = (change: () => void): void => asOneStep(editor, change)
  const replace = async (): Promise<void> => {
    const { id } = image
    const chosen = await source.choose()
    // Something else may have been selected meanwhile.
    if (chosen && selectedImage(editor)?.[0].id === id) act(() => replaceImage(editor, chosen))
    ReactEditor.focus(editor)
  }
  const remove = (): void => {
    const found = selectedImage(editor)
    if (found) act(() => removeBlock(editor, found[1]))
    ReactEditor.focus(editor)
  }
  const centimetres = (shownSize(image).width / CENTIMETRE).toFixed(1)
  const setWidth = (text: string): void => {
    const width = Number(text.replace('，', '.'))
    if (text !== centimetres && width >= NARROWEST) act(() => setImageWidth(editor, Math.min(width, WIDEST) * CENTIMETRE))
  }
  return (
    <div ref={bar} className="image-bar" role="toolbar" aria-label="图片（Alt+F10）" style={{ top }}>
      <ActButton name="替换…" labelled size="small" enabled run={() => void replace()} />
      <BarField key={`width ${image.id} ${centimetres}`} name="宽（厘米）" value={centimetres} className="is-number" commit={setWidth} back={() => ReactEditor.focus(editor)} />
      <BarField key={`alt ${image.id} ${image.alt ?? ''}`} name="图片说明" value={image.alt ?? ''} className="is-text" commit={(text) => act(() => setImageAlt(editor, text.trim()))} back={() => ReactEditor.focus(editor)} />
      <ActButton name="删除" labelled size="small" enabled run={remove} />
    </div>
  )
}

interface BarFieldProps {
  readonly name: string
  readonly value: string
  readonly className: string
  readonly commit: (text: string) => void
  /** Gives the keyboard back to the sheet. */
  readonly back: () => void
}

/** Counts when it is left or Enter is pressed; Escape leaves it as it was. */
function BarField({ name, value, className, commit, back }: BarFieldProps) {
  const [text, setText] = useState(value)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') setText(value)
    else if (event.key === 'Enter') commit(text)
    else return
    event.preventDefault()
    back()
  }
  return (
    <label className={className}>
      {name}
      <input value={text} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} onBlur={() => commit(text)} />
    </label>
  )
}

/** Right below the image, in the page's own pixels. */
function bottomOf(editor: SheetEditor, image: SheetElement, page: HTMLElement): number | null {
  const round = page.getBoundingClientRect()
  const scale = round.width / page.offsetWidth || 1
  return (ReactEditor.toDOMNode(editor, image).getBoundingClientRect().bottom - round.top) / scale + GAP
}

/** Dragging rows of the outline with the mouse, and moving them by keyboard. Handlers on the box around the tree, so that no row is drawn for it. */
import { useRef, useState, type DragEvent, type KeyboardEvent, type RefObject } from 'react'
import { planMove } from '../../../shared/document/sections.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { useReport } from '../../components/report.tsx'
import type { EditorSession } from '../../editor/session.ts'
import { dropOn, type Drop, type Zone } from './outline-drop.ts'
import type { OutlineRow } from './outline-rows.ts'

export interface OutlineDragProps {
  readonly session: EditorSession
  readonly rows: readonly OutlineRow[]
  readonly isFolded: (row: Id) => boolean
  /** The box that scrolls, with the tree in it. */
  readonly box: RefObject<HTMLDivElement | null>
  /** The row that has the keyboard. */
  readonly active: () => Id | null
}

/** Pixels of the box; of a frame, or of a line where `height` is 0. */
export interface DropMark {
  readonly top: number
  readonly left: number
  readonly height: number
}

export function useOutlineDrag({ session, rows, isFolded, box, active }: OutlineDragProps) {
  const report = useReport()
  const dragged = useRef<Id | null>(null)
  const [mark, setMark] = useState<DropMark | null>(null)
  const end = (): void => {
    dragged.current = null
    setMark(null)
  }
  const dropAt = (event: DragEvent): Drop | null => {
    const id = dragged.current
    const [element, over] = rowAt(event.target)
    if (id === null || !element) return null
    const isPossible: Parameters<typeof dropOn>[0]['isPossible'] = (place) => planMove(session.document(), id, place) !== null
    return dropOn({ id, rows, isFolded, isPossible }, over, zoneAt(element, event.clientY))
  }
  const onDragStart = (event: DragEvent): void => {
    const [element, id] = rowAt(event.target)
    if (!element) return
    dragged.current = id
    event.dataTransfer.effectAllowed = 'move'
    // Of a type that nothing else takes: dropped elsewhere it does nothing.
    event.dataTransfer.setData('application/x-gongbao-section', id)
  }
  const onDragOver = (event: DragEvent): void => {
    if (dragged.current === null) return
    const drop = dropAt(event)
    setMark((now) => same(now, drop && box.current ? markOf(drop, box.current) : null))
    if (!drop) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
  }
  const onDrop = (event: DragEvent): void => {
    const drop = dropAt(event)
    const id = dragged.current
    end()
    if (!drop || id === null) return
    event.preventDefault()
    session.moveSection(id, drop.place)
  }
  const onDragLeave = (event: DragEvent): void => {
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setMark(null)
  }
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    const act = KEYS[event.key]
    const id = active()
    if (!act || id === null || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    // Neither the tree's arrows nor the browser's way back.
    event.preventDefault()
    event.stopPropagation()
    const isDone = typeof act === 'string' ? session.moveSection(id, act) : session.shiftSection(id, act)
    if (!isDone) report.done(REFUSALS[act])
  }
  return { mark, handlers: { onDragStart, onDragOver, onDrop, onDragLeave, onDragEnd: end, onKeyDownCapture } }
}

const KEYS: Readonly<Record<string, 'up' | 'down' | 1 | -1 | undefined>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: -1, ArrowRight: 1 }

const REFUSALS = { up: '不能再往上移', down: '不能再往下移', [-1]: '不能再升一级', [1]: '不能再降一级：标题只有四级' } as const

/** The line of the tree that holds an element, and the key of its row. */
function rowAt(target: EventTarget): readonly [HTMLElement, Id] | readonly [null, null] {
  const line = target instanceof Element ? target.closest<HTMLElement>('.ant-tree-treenode') : null
  const id = line?.querySelector<HTMLElement>('[data-row]')?.dataset.row
  return line && id !== undefined ? [line, id] : [null, null]
}

/** The middle is the larger part of a row that something can be dropped into. */
function zoneAt(row: HTMLElement, y: number): Zone {
  const { top, height } = row.getBoundingClientRect()
  const share = (y - top) / height
  return share < 0.3 ? 'top' : share > 0.7 ? 'bottom' : 'middle'
}

/** Pixels of a level's indentation, and of what stands in front of a row's words. */
const INDENT = 14
const SWITCHER = 18

function markOf({ side, row, depth }: Drop, box: HTMLElement): DropMark | null {
  const line = box.querySelector(`[data-row="${row}"]`)?.closest('.ant-tree-treenode')
  if (!line) return null
  const [own, around] = [line.getBoundingClientRect(), box.getBoundingClientRect()]
  const top = own.top - around.top + box.scrollTop
  const left = own.left - around.left + depth * INDENT + SWITCHER
  return { left, top: side === 'after' ? top + own.height : top, height: side === 'into' ? own.height : 0 }
}

function same(now: DropMark | null, next: DropMark | null): DropMark | null {
  return now?.top === next?.top && now?.left === next?.left && now?.height === next?.height ? now : next
}

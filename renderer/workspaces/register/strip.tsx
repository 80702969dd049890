/** The whole series at a glance: a cell a number, moved through by the arrow keys, opened by Enter. */
import { useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { NumberSheet } from '../../../shared/api/register-types.ts'
import { stripCells, type StripCell } from './book-rows.ts'
import { lookOf, stateWord } from './look.ts'

export interface StripProps {
  readonly sheet: NumberSheet
  readonly serial: number | null
  readonly choose: (serial: number) => void
  /** A number still to come was chosen. */
  readonly take: (serial: number) => void
}

export function Strip({ sheet, serial, choose, take }: StripProps) {
  const cells = useMemo(() => stripCells(sheet), [sheet])
  const list = useRef<HTMLDivElement>(null)
  // One cell is in the order of Tab: the chosen one, else the newest.
  const at = Math.max(cells.findIndex((cell) => cell.serial === serial), 0)
  const entry = serial === null ? Math.max(cells.findIndex(({ row }) => row === null) - 1, 0) : at
  useLayoutEffect(() => {
    if (!list.current) return
    const reveal = (): void => list.current?.children[entry]?.scrollIntoView({ block: 'nearest' })
    // Cells wrap anew where the panel takes some of the width.
    const observer = new ResizeObserver(reveal)
    observer.observe(list.current)
    return () => observer.disconnect()
  }, [entry, cells])
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.children ?? [])].filter((one) => one instanceof HTMLElement)
    const from = buttons.findIndex((one) => one === event.target)
    const to = from < 0 ? null : stepTo(event.key, from, buttons)
    if (to === null) return
    event.preventDefault()
    buttons[to]?.focus()
  }
  return (
    <div className="strip" role="group" aria-label="号段，用方向键走，回车看这个号" ref={list} onKeyDown={onKeyDown}>
      {cells.map((cell, index) => (
        <Cell key={cell.serial} cell={cell} isChosen={cell.serial === serial} isEntry={index === entry} run={() => (cell.row ? choose(cell.serial) : take(cell.serial))} />
      ))}
    </div>
  )
}

interface CellProps {
  readonly cell: StripCell
  readonly isChosen: boolean
  readonly isEntry: boolean
  readonly run: () => void
}

function Cell({ cell: { serial, row }, isChosen, isEntry, run }: CellProps) {
  const word = row ? stateWord(row) : '还没有用，取这个号'
  const title = row?.entry?.book.title ?? ''
  const text = [`${serial}号`, word, title].filter(Boolean).join('　')
  return (
    <button type="button" className={`number-cell is-${row ? lookOf(row) : 'to-come'} ${isChosen ? 'is-chosen' : ''}`} aria-pressed={isChosen} aria-label={text} title={text} tabIndex={isEntry ? 0 : -1} onClick={run}>
      {serial}
    </button>
  )
}

/** Where a key leads; the strip is wrapped, so up and down go by rows. Null for other keys. */
function stepTo(key: string, from: number, cells: readonly HTMLElement[]): number | null {
  const top = cells[0]?.offsetTop ?? 0
  const inRow = Math.max(cells.findIndex((one) => one.offsetTop !== top), 0) || cells.length
  const steps: Readonly<Record<string, number>> = { ArrowLeft: from - 1, ArrowRight: from + 1, ArrowUp: from - inRow, ArrowDown: from + inRow, Home: 0, End: cells.length - 1 }
  const to = steps[key]
  if (to === undefined) return null
  return to < 0 || to >= cells.length ? from : to
}

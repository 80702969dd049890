/** The ways to a number: the next, a gap, a reserved one, one that was held for this, or one written by hand. Pure. */
import type { NumberRow, NumberSheet, Series } from '../../../shared/api/register-types.ts'

export type WayId = 'next' | 'gap' | 'kept' | 'held' | 'typed'

/** One way in a series and year. `rows`: the serials it can be taken by, lowest first; none for those that are not listed. */
export interface Way {
  readonly id: WayId
  readonly name: string
  readonly rows: readonly NumberRow[]
  /** What a person should know of it: of the chosen one of its rows, where it has any. */
  note(row: NumberRow | null): string
}

/** The ways that are there now. `withHeld`: numbers that were taken for a reason can be given to a document. */
export function waysOf(series: Series, sheet: NumberSheet | null, withHeld: boolean): readonly Way[] {
  const rows = sheet?.rows ?? []
  const of = (...kinds: readonly NumberRow['kind'][]): readonly NumberRow[] => rows.filter(({ kind }) => kinds.includes(kind))
  const listed: readonly Way[] = [
    { id: 'gap', name: '补缺号', rows: of('gap', 'explained'), note: gapNote },
    { id: 'kept', name: '用预留', rows: of('reserved', 'expired'), note: keptNote },
    { id: 'held', name: '用占号', rows: withHeld ? of('held') : [], note: (row) => `${row?.entry?.holder ?? ''}占号：${row?.entry?.reason ?? ''}` },
  ]
  return [
    { id: 'next', name: '顺号', rows: [], note: () => nextNote(series, rows) },
    ...listed.filter((way) => way.rows.length > 0),
    { id: 'typed', name: '手写', rows: [], note: () => '跳号、重号在输入时即提示' },
  ]
}

/** The way that leads to a serial. */
export function wayTo(serial: number, ways: readonly Way[]): WayId {
  return ways.find((way) => way.rows.some((row) => row.serial === serial))?.id ?? 'typed'
}

/** True where a reason has to be written: a number is put where one was missed. */
export function needsReason(serial: number | null, sheet: NumberSheet | null): boolean {
  return sheet?.rows.some((row) => row.serial === serial && (row.kind === 'gap' || row.kind === 'explained')) ?? false
}

/** Why a serial cannot be taken; null where nothing speaks against it. What the register refuses besides is said by it. */
export function takenBy(serial: number, sheet: NumberSheet | null): string | null {
  const row = sheet?.rows.find((one) => one.serial === serial)
  if (!row) return null
  const { entry } = row
  switch (row.kind) {
    case 'used':
      return `${serial} 号已给《${entry?.book.title ?? ''}》`
    case 'held':
      return `${serial} 号由${entry?.holder ?? ''}占用：${entry?.reason ?? ''}`
    case 'paper':
      return `${serial} 号已在线下占用${entry?.book.title ? `：《${entry.book.title}》` : ''}`
    case 'void':
      return `${serial} 号已作废，不再使用`
    case 'reserved':
    case 'expired':
    case 'gap':
    case 'explained':
      return null
  }
}

function nextNote({ last, year, yearly }: Series, rows: readonly NumberRow[]): string {
  if (last === 0) return yearly ? `${year}年第一个号` : '第一个号'
  const before = rows.find((row) => row.serial === last)
  return before?.kind === 'held' ? `接 ${last} 号，${last} 号由${before.entry?.holder ?? ''}占用` : `接 ${last} 号`
}

function gapNote(row: NumberRow | null): string {
  const why = row?.kind === 'explained' && row.entry ? `原说明：${row.entry.reason}；` : ''
  return `${why}补号须写明原因，登记簿注明`
}

function keptNote(row: NumberRow | null): string {
  const { holder = '', reason = '', expires = null } = row?.entry ?? {}
  const until = expires === null ? '' : `至${expires.replace(/^\d+-0?(\d+)-0?(\d+)$/, '$1月$2日')}`
  return `${holder}预留${until}${row?.kind === 'expired' ? '，已过期' : ''}${reason ? `：${reason}` : ''}`
}

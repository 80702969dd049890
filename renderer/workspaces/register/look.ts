/** How a number shows itself in the strip, the table and the legend: one word for each, never by colour alone. Pure. */
import type { NumberRow } from '../../../shared/api/register-types.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { STATE_NAMES } from '../../../shared/workflow/states.ts'
import { shortIssue } from '../../components/issue-name.ts'

/** As in `NumberRow.kind`; a used number goes on to 已编号, 已印发 and 已入公报. */
export const LOOKS = ['published', 'printed', 'numbered', 'held', 'reserved', 'expired', 'paper', 'void', 'gap', 'explained'] as const
export type Look = (typeof LOOKS)[number]

/** What the legend calls each. */
export const LOOK_NAMES: Record<Look, string> = {
  published: '已入公报',
  printed: '已印发',
  numbered: '已编号',
  held: '占号',
  reserved: '预留',
  expired: '预留过期',
  paper: '线下',
  void: '作废',
  gap: '缺号',
  explained: '空号',
}

export function lookOf({ kind, issue, state }: Pick<NumberRow, 'kind' | 'issue' | 'state'>): Look {
  if (kind !== 'used') return kind
  if (issue !== '') return 'published'
  return state === 'numbered' || state === 'signed' ? 'numbered' : 'printed'
}

/** The word of the last column. */
export function stateWord(row: Pick<NumberRow, 'kind' | 'issue' | 'state'>): string {
  const look = lookOf(row)
  switch (look) {
    case 'published':
      return shortIssue(row.issue)
    case 'printed':
      return row.state === 'issued' ? '已发' : row.state === null ? '已用' : STATE_NAMES[row.state]
    case 'paper':
      return '线下占用'
    case 'expired':
      return '预留已过期'
    case 'explained':
      return '空号'
    case 'numbered':
    case 'held':
    case 'reserved':
    case 'void':
    case 'gap':
      return LOOK_NAMES[look]
    default:
      return assertNever(look)
  }
}

/** How many there are of each look, without those that are not there, in the legend's order. */
export function countLooks(rows: readonly NumberRow[]): readonly { readonly look: Look; readonly count: number }[] {
  const counts = new Map<Look, number>()
  for (const row of rows) counts.set(lookOf(row), (counts.get(lookOf(row)) ?? 0) + 1)
  return LOOKS.flatMap((look) => {
    const count = counts.get(look)
    return count === undefined ? [] : [{ look, count }]
  })
}

/** What can be done with a number by what it is, and how each act asks and tells. Data and rules only. */
import type { NumberRow } from '../../../shared/api/register-types.ts'

export type ActId = 'open' | 'take' | 'bind' | 'explain' | 'paper' | 'release' | 'void' | 'correct'

/** Where the acts of a number stand: the usual two at the foot of its panel, the last one beside them, the rest in the menu. */
export interface Acts {
  readonly foot: readonly ActId[]
  readonly side: ActId | null
  readonly more: readonly ActId[]
}

/** The register itself refuses what is not possible; this only spares the person the way there. */
export function actsOf({ kind, entry }: Pick<NumberRow, 'kind' | 'entry'>): Acts {
  switch (kind) {
    case 'used':
      return { foot: ['open', 'correct'], side: 'void', more: [] }
    case 'held':
    case 'paper':
      return { foot: ['bind', 'release'], side: 'void', more: [] }
    case 'reserved':
    case 'expired':
      return { foot: ['take', 'release'], side: null, more: ['paper', 'void'] }
    case 'gap':
      return { foot: ['explain', 'take'], side: null, more: ['paper', 'void'] }
    case 'explained':
      return { foot: ['take', 'explain'], side: null, more: ['paper', 'void'] }
    case 'void':
      return { foot: entry?.documentId ? ['open'] : [], side: null, more: [] }
  }
}

/** What an act is called for a number. */
export function actName(act: ActId, { kind }: Pick<NumberRow, 'kind'>): string {
  if (act === 'take') return kind === 'reserved' || kind === 'expired' ? '取用此号…' : '启用此号…'
  if (act === 'explain') return kind === 'explained' ? '改说明…' : '补说明…'
  return { open: '打开文稿', bind: '对上文稿…', paper: '线下占用…', release: '释放…', void: '作废…', correct: '更正文号…' }[act]
}

/** The book can be amended where somebody has, or had, the number. */
export function isAmendable({ kind, entry }: Pick<NumberRow, 'kind' | 'entry'>): boolean {
  return entry !== null && (kind === 'used' || kind === 'held' || kind === 'paper' || kind === 'void')
}

/** Acts that need no more than a number and a reason. */
export type ReasonAct = 'release' | 'void' | 'explain'

export interface ReasonTexts {
  readonly title: string
  /** What will come of it. */
  readonly lead: (row: NumberRow) => string
  readonly label: string
  readonly placeholder: string
  readonly isNeeded: boolean
  readonly confirm: string
  readonly done: (printed: string) => string
}

export const REASON_TEXTS: Record<ReasonAct, ReasonTexts> = {
  release: {
    title: '释放',
    lead: () => '此号放出来，可以再取用；原来谁占、为何占，都留在此号经过里。',
    label: '原因',
    placeholder: '可以不写，如：文件不发了',
    isNeeded: false,
    confirm: '释放',
    done: (printed) => `${printed} 已释放`,
  },
  void: {
    title: '作废',
    lead: ({ kind }) => `这个号留在登记簿里，不再使用${kind === 'used' ? '；用它的文稿也随之作废' : ''}。作废不能撤销。`,
    label: '作废原因',
    placeholder: '记入登记簿，如：与河政发10号重复',
    isNeeded: true,
    confirm: '作废',
    done: (printed) => `${printed} 已作废`,
  },
  explain: {
    title: '补说明',
    lead: () => '写明这个号为什么空着。说明印在登记簿里；以后查明了，还可以启用。',
    label: '说明',
    placeholder: '如：拟用于防汛通知，后未印发',
    isNeeded: true,
    confirm: '存',
    done: (printed) => `${printed} 已补说明`,
  },
}

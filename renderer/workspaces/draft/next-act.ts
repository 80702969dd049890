/** What comes next on a document's way: the one red button. Pure. */
import type { CommandId } from '../../../shared/api/commands.ts'
import type { DocumentRecord } from '../../../shared/api/types.ts'
import type { DocumentState } from '../../../shared/workflow/states.ts'

export interface NextAct {
  readonly id: CommandId
  /** Beside the button, where the act is possible. */
  readonly ready: string
}

const NEXT: Record<DocumentState, NextAct> = {
  draft: { id: 'document.submit', ready: '要素齐全，可以送审' },
  submitted: { id: 'document.approve', ready: '送审中，可以核稿' },
  reviewed: { id: 'document.sign', ready: '已核稿，可以签发' },
  signed: { id: 'document.allocate', ready: '已签发，可以取号' },
  numbered: { id: 'document.export', ready: '已编号，可以导出付印' },
  printed: { id: 'document.archive', ready: '已印发，可以归档' },
  archived: { id: 'document.export', ready: '已归档，可以导出' },
  void: { id: 'document.copy', ready: '已作废，可以另起一稿' },
  issued: { id: 'document.export', ready: '已发，可以导出' },
}

/** A numbered document is exported or printed first; when it has been, what is next is that it goes out. */
export function nextAct({ state, history }: Pick<DocumentRecord, 'state' | 'history'>): NextAct {
  if (state !== 'numbered') return NEXT[state]
  const latest = [...history].reverse()
  const since = latest.slice(0, latest.findIndex(({ what }) => what === 'numbered' || what === 'corrected'))
  const isOut = since.some(({ what }) => what === 'exported' || what === 'printedOut')
  return isOut ? { id: 'document.printed', ready: '已出文件，可以登记印发' } : NEXT.numbered
}

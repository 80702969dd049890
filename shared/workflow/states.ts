/**
 * The way of a document (公文办理流程): 拟稿 → 送审 → 核稿 → 签发 → 编号 → 印发 → 归档, with 退回, 撤回 and 作废. 已发（导入） is a document that
 * arrived with its number. Rules only, as one table; the services and the store ask it, buttons only repeat what it says.
 */

/** States in the order of the way. */
export const DOCUMENT_STATES = ['draft', 'submitted', 'reviewed', 'signed', 'numbered', 'printed', 'archived', 'void', 'issued'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

/** What each state is called. */
export const STATE_NAMES: Record<DocumentState, string> = {
  draft: '拟稿',
  submitted: '送审中',
  reviewed: '已核稿',
  signed: '已签发',
  numbered: '已编号',
  printed: '已印发',
  archived: '已归档',
  void: '已作废',
  issued: '已发（导入）',
}

export const DOCUMENT_ACTS = ['submit', 'withdraw', 'return', 'approve', 'sign', 'number', 'print', 'archive', 'void'] as const
export type DocumentAct = (typeof DOCUMENT_ACTS)[number]

export interface Transition {
  readonly name: string // 送审
  readonly from: readonly DocumentState[]
  readonly to: DocumentState
  /** An opinion (意见) has to be given: whoever is affected must learn why. */
  readonly opinion: 'needed' | 'possible'
}

/**
 * Each act: from where it is possible and where it leads. A small office signs on paper, so a draft can be signed without having been
 * sent through review here; its history then says so.
 */
export const TRANSITIONS: Record<DocumentAct, Transition> = {
  submit: { name: '送审', from: ['draft'], to: 'submitted', opinion: 'possible' },
  withdraw: { name: '撤回', from: ['submitted'], to: 'draft', opinion: 'possible' },
  return: { name: '退回', from: ['submitted', 'reviewed', 'signed'], to: 'draft', opinion: 'needed' },
  approve: { name: '核稿通过', from: ['submitted'], to: 'reviewed', opinion: 'possible' },
  sign: { name: '签发', from: ['draft', 'submitted', 'reviewed'], to: 'signed', opinion: 'possible' },
  number: { name: '编号', from: ['signed'], to: 'numbered', opinion: 'possible' },
  print: { name: '印发', from: ['numbered'], to: 'printed', opinion: 'possible' },
  archive: { name: '归档', from: ['printed', 'issued'], to: 'archived', opinion: 'possible' },
  void: { name: '作废', from: ['signed', 'numbered', 'printed'], to: 'void', opinion: 'needed' },
}

/** The text may be changed while it is drafted, and by whoever reviews it; afterwards only after it was returned. */
export function isEditable(state: DocumentState): boolean {
  return state === 'draft' || state === 'submitted'
}

/** True where an act is possible in a state, or why it is not, as a tooltip says it. */
export function canAct(state: DocumentState, act: DocumentAct): true | string {
  const { from, name } = TRANSITIONS[act]
  if (from.includes(state)) return true
  return `本文${STATE_NAMES[state]}，不能${name}；${from.map((one) => STATE_NAMES[one]).join('、')}的才能${name}`
}

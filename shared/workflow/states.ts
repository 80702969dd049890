/**
 * The way of a document (公文办理流程): 拟稿 → 送审 → 核稿 → 签发 → 编号 → 印发 → 归档, with 退回, 撤回 and 作废. 已发（导入） is a document that
 * arrived with its number. Rules only, as one table; the services and the store ask it, buttons only repeat what it says.
 */
import type { HistoryKind } from './history.ts'

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

/** Something that an act asks for; `needed`: without it the act is refused. */
export interface Asked {
  readonly name: string // as a person reads it: 退回意见
  readonly needed: boolean
}

export interface Transition {
  readonly name: string // 送审
  readonly from: readonly DocumentState[]
  readonly to: DocumentState
  /** How the log writes it. */
  readonly history: HistoryKind
  /** The opinion (意见): whoever is affected must learn why. Null: none is asked. */
  readonly opinion: Asked | null
  /** To whom it goes next. */
  readonly handler?: Asked
  /** How many copies were printed (份数). */
  readonly copies?: Asked
  /** Where it is filed (归卷). */
  readonly filed?: Asked
  /** Who is waited for afterwards: the one who was named, the drafter, or nobody. */
  readonly waitsFor: 'named' | 'drafter' | 'nobody'
}

/**
 * Each act: from where it is possible, where it leads, what it asks. A small office signs on paper, so a draft can be signed without
 * having been sent through review here; its history then says so.
 */
export const TRANSITIONS: Record<DocumentAct, Transition> = {
  submit: { name: '送审', from: ['draft'], to: 'submitted', history: 'submitted', opinion: { name: '说明', needed: false }, handler: { name: '送给', needed: true }, waitsFor: 'named' },
  withdraw: { name: '撤回', from: ['submitted'], to: 'draft', history: 'withdrawn', opinion: null, waitsFor: 'nobody' },
  return: { name: '退回', from: ['submitted', 'reviewed', 'signed'], to: 'draft', history: 'returned', opinion: { name: '退回意见', needed: true }, waitsFor: 'drafter' },
  approve: { name: '核稿通过', from: ['submitted'], to: 'reviewed', history: 'approved', opinion: { name: '核稿意见', needed: false }, handler: { name: '送签', needed: false }, waitsFor: 'named' },
  sign: { name: '签发', from: ['draft', 'submitted', 'reviewed'], to: 'signed', history: 'signed', opinion: null, waitsFor: 'nobody' },
  number: { name: '编号', from: ['signed'], to: 'numbered', history: 'numbered', opinion: null, waitsFor: 'nobody' },
  print: { name: '印发', from: ['numbered'], to: 'printed', history: 'printed', opinion: { name: '备注', needed: false }, copies: { name: '份数', needed: false }, waitsFor: 'nobody' },
  archive: { name: '归档', from: ['printed', 'issued'], to: 'archived', history: 'archived', opinion: { name: '备注', needed: false }, filed: { name: '归卷', needed: true }, waitsFor: 'nobody' },
  void: { name: '作废', from: ['signed', 'numbered', 'printed'], to: 'void', history: 'voided', opinion: { name: '作废原因', needed: true }, waitsFor: 'nobody' },
}

/** The text may be changed while it is drafted, and by whoever reviews it; afterwards only after it was returned. */
export function isEditable(state: DocumentState): boolean {
  return state === 'draft' || state === 'submitted'
}

/** True where an act is possible in a state, or why it is not, as a tooltip says it. */
export function canAct(state: DocumentState, act: DocumentAct): true | string {
  const { from, name } = TRANSITIONS[act]
  if (from.includes(state)) return true
  return `这份文稿是“${STATE_NAMES[state]}”，不能${name}；${from.map((one) => `“${STATE_NAMES[one]}”`).join('')}的才能${name}`
}

/** What can be done with a document whose text is frozen, so that it can be changed after all. */
export function wayToChange(state: DocumentState): string {
  return canAct(state, 'return') === true ? '要修改，请先“退回”' : '要修改，请“另存为新稿”'
}

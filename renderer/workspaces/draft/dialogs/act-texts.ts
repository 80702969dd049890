/** What the dialog of a step says: hints in its fields, what follows, and what is told when it is done. */
import type { ActRequest } from '../../../../shared/api/types.ts'

/** What was filled in. */
export type Filled = Omit<ActRequest, 'id' | 'act' | 'revision'>

export interface ActTexts {
  readonly handler?: string
  readonly filed?: string
  readonly opinion?: string
  /** What follows from it. */
  readonly note: string
  /** Told when it is done. */
  done(filled: Filled): string
}

export const ACT_TEXTS: Record<ActRequest['act'], ActTexts> = {
  submit: { handler: '谁来核稿', opinion: '要对方留意什么', note: '留存送审时的文字；没办之前可以撤回', done: ({ handler = '' }) => `已送审给 ${handler}` },
  withdraw: { note: '', done: () => '已撤回，可以接着改' },
  return: { opinion: '要改什么，拟稿人会看到', note: '回到拟稿，可以改；留存的文字不变', done: () => '已退回，本稿回到拟稿' },
  approve: { handler: '送谁签发', opinion: '核稿意见', note: '核稿通过后文字锁定，要改须退回', done: ({ handler }) => (handler ? `核稿通过，已送 ${handler} 签发` : '核稿通过，等待签发') },
  print: { opinion: '如 送印刷厂', note: '留存印发时的文字；份数记入登记簿', done: ({ copies }) => (copies === undefined ? '已登记印发' : `已登记印发 ${copies} 份`) },
  archive: { filed: '如 2024年永久卷3', opinion: '可写件号、页数', note: '归档后不再办理；归卷记入登记簿', done: ({ filed = '' }) => `已归档：${filed}` },
  void: { opinion: '为什么作废，记入经过和登记簿', note: '不能恢复；文号随之作废，留在登记簿里', done: () => '已作废，文字和文号都留着可查' },
}

import { expect, test } from 'vitest'
import { FREEZING_KINDS, HISTORY_NAMES } from '../../shared/workflow/history.ts'
import { canAct, DOCUMENT_ACTS, DOCUMENT_STATES, isEditable, STATE_NAMES, TRANSITIONS, wayToChange, type DocumentState } from '../../shared/workflow/states.ts'

test('the whole way, as an office draws it', () => {
  const steps = DOCUMENT_STATES.flatMap((state) => DOCUMENT_ACTS.filter((act) => canAct(state, act) === true).map((act) => `${STATE_NAMES[state]} ${TRANSITIONS[act].name} ${STATE_NAMES[TRANSITIONS[act].to]}`))
  expect(steps).toEqual([
    '拟稿 送审 送审中',
    '拟稿 签发 已签发',
    '送审中 撤回 拟稿',
    '送审中 退回 拟稿',
    '送审中 核稿通过 已核稿',
    '送审中 签发 已签发',
    '已核稿 退回 拟稿',
    '已核稿 签发 已签发',
    '已签发 退回 拟稿',
    '已签发 编号 已编号',
    '已签发 作废 已作废',
    '已编号 印发 已印发',
    '已编号 作废 已作废',
    '已印发 归档 已归档',
    '已印发 作废 已作废',
    '已发（导入） 归档 已归档',
  ])
})

test('what is not possible says in which state the document is and in which it would be', () => {
  expect(canAct('numbered', 'return')).toBe('这份文稿是“已编号”，不能退回；“送审中”“已核稿”“已签发”的才能退回')
  for (const state of DOCUMENT_STATES) for (const act of DOCUMENT_ACTS) expect(canAct(state, act)).not.toBe('')
})

test('the text is open while it is drafted and reviewed; where it is closed, a return or a copy opens it', () => {
  expect(DOCUMENT_STATES.filter(isEditable)).toEqual(['draft', 'submitted'])
  const returned = (state: DocumentState): boolean => wayToChange(state).includes('退回')
  expect(DOCUMENT_STATES.filter((state) => !isEditable(state) && returned(state))).toEqual(['reviewed', 'signed'])
  // Nothing leads back to an open text once there is a number.
  const closed: readonly DocumentState[] = ['numbered', 'printed', 'archived', 'void', 'issued']
  for (const state of closed) for (const act of DOCUMENT_ACTS) if (canAct(state, act) === true) expect(closed).toContain(TRANSITIONS[act].to)
})

test('whoever is affected learns why: a return and a voiding ask a reason, 送审 asks to whom', () => {
  const needed = DOCUMENT_ACTS.flatMap((act) => {
    const { opinion, handler, copies, filed } = TRANSITIONS[act]
    return [opinion, handler, copies, filed].filter((one) => one?.needed).map((one) => `${TRANSITIONS[act].name}：${one?.name ?? ''}`)
  })
  expect(needed).toEqual(['送审：送给', '退回：退回意见', '归档：归卷', '作废：作废原因'])
})

test('each act is written under a name of its own, and the frozen ones are marked', () => {
  const names = DOCUMENT_ACTS.map((act) => HISTORY_NAMES[TRANSITIONS[act].history])
  expect(new Set(names).size).toBe(names.length)
  expect(DOCUMENT_ACTS.filter((act) => FREEZING_KINDS.has(TRANSITIONS[act].history))).toEqual(['submit', 'sign', 'number', 'print'])
})

/** Who has a number, since when, for what: said wherever a number is not to be had, so that nobody has to look for its holder. */
import type { Slot } from './run.ts'
import { refused, type Asked, type Refused } from './decision.ts'

/** "5月8日", with its year where that is not the current one. `at`: Unix milliseconds, or a day (2024-06-15). */
export function dayText(at: number | string, now: number): string {
  const date = typeof at === 'number' ? new Date(at) : new Date(`${at}T00:00:00`)
  const day = `${date.getMonth() + 1}月${date.getDate()}日`
  return date.getFullYear() === new Date(now).getFullYear() ? day : `${date.getFullYear()}年${day}`
}

/** The day of a moment as 2024-06-15, in local time. */
export function dayOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}

/** "由林禾预留至6月15日（机构改革配套文件）". */
export function reservationText({ holder, expires, reason }: Pick<Slot, 'holder' | 'expires' | 'reason'>, now: number): string {
  return `${holder === '' ? '' : `由${holder}`}预留${expires === null ? '' : `至${dayText(expires, now)}`}${inBrackets(reason)}`
}

/** Why a number cannot be had: "已由林禾占用（5月8日，机构改革配套文件）". Null for one that is free or reserved. */
export function takenText(slot: Slot | undefined, now: number): string | null {
  if (!slot) return null
  const { status, reason, holder, at, book } = slot
  const since = dayText(at, now)
  switch (status) {
    case 'used':
      return `已经给了《${book.title || '无标题'}》（${listed(since, holder === '' ? '' : `${holder}经手`)}）`
    case 'held':
      return `已${holder === '' ? '' : `由${holder}`}占用（${listed(since, reason)}）`
    case 'paper':
      return `已在线下占用（${listed(since, holder, book.title === '' ? '' : `《${book.title}》`, reason)}）`
    case 'void':
      return `已作废（${listed(since, holder, reason)}），不能再用`
    case 'reserved':
    case 'free':
      return null
  }
}

/** The refusal to give a number that somebody has; null where it can be had. */
export function refuseTaken(slot: Slot | undefined, { printed, takenAs = printed, at }: Pick<Asked, 'printed' | 'takenAs' | 'at'>): Refused | null {
  const taken = takenText(slot, at)
  if (taken === null || !slot) return null
  const way = slot.status === 'held' || slot.status === 'paper' ? '请另取一个号；若这个占用已不需要，请先把它释放' : '请另取一个号；这个号的经过可在登记簿里查看'
  return refused('numberTaken', `${takenAs}${taken}`, way)
}

function listed(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('，')
}

function inBrackets(text: string): string {
  return text === '' ? '' : `（${text}）`
}

/** What a person should know before a number is taken. Nothing here forbids; what does is refused by `take`. Pure. */
import { dayOf, reservationText, takenText } from './holder.ts'
import { gapsOf, kindOf, lastSerial, slotAt, type Run, type Slot } from './run.ts'
import { passedOver } from './take.ts'

/** `doubt`: look twice. `fine`: it was looked at and is right. The contract's `Warning`. */
export interface Notice {
  readonly kind: 'fine' | 'doubt'
  readonly text: string
}

/** A number that is about to be taken. */
export interface Intent {
  readonly serial: number
  /** True for the next one, which nobody wrote by hand. */
  readonly next: boolean
  readonly year: number
  readonly seriesId: string
  readonly yearly: boolean
  readonly now: number // Unix milliseconds
  /** 成文日期's year; null where there is no document or no whole date. */
  readonly documentYear: number | null
  /** Code of a series of the run by its id. */
  readonly codeOf: (seriesId: string) => string
}

/** A jump over so many serials is most likely a slip of the hand. */
const FAR = 1000

/** All there is to say, doubts first. `before`: the run in the year before, where this would be the first number of a year. */
export function warningsFor(run: Run, intent: Intent, before: Run | null): readonly Notice[] {
  const notices = [serialNotice(run, intent), ...yearNotices(intent), turnNotice(intent, before), gapNotice(run, intent), otherNotice(run, intent)].filter((one) => one !== null)
  return [...notices.filter(({ kind }) => kind === 'doubt'), ...notices.filter(({ kind }) => kind === 'fine')]
}

function serialNotice(run: Run, { serial, next, now, codeOf, seriesId }: Intent): Notice {
  const slot = slotAt(run, serial)
  const taken = takenText(slot, now)
  if (slot && taken !== null) return doubt(`${serial}号${ofOther(slot, seriesId, codeOf)}${taken}`)
  if (slot?.status === 'reserved') return reservedNotice(slot, now)
  if (slot?.status === 'free' && slot.reason !== '') return doubt(`${serial}号是缺号，原有说明“${slot.reason}”；取用后说明留在经过里`)
  if (serial < lastSerial(run)) return doubt(`补用缺号${serial}：登记簿的次序与日期会不一致`)
  const passed = passedOver(run, serial)
  if (passed >= FAR) return doubt(`${serial}号比当前的号大${passed}，请确认是不是多写了一位：中间会留下${passed}个缺号`)
  if (passed > 0) return doubt(`跳过${passed}个号，中间会留下缺号`)
  return fine(`${serial}号未用，${next ? '不重不跳' : '正是下一个号'}`)
}

function reservedNotice(slot: Slot, now: number): Notice {
  const expired = kindOf(slot, dayOf(now)) === 'expired'
  return doubt(`${slot.serial}号${reservationText(slot, now)}，${expired ? '已经到期' : '还没有到期；请先告诉本人'}`)
}

function ofOther(slot: Slot, seriesId: string, codeOf: Intent['codeOf']): string {
  return slot.seriesId === seriesId ? '' : `（同一流水的${codeOf(slot.seriesId)}）`
}

function yearNotices({ year, now, documentYear }: Intent): readonly (Notice | null)[] {
  const current = new Date(now).getFullYear()
  return [
    year === current ? null : doubt(`${year}年不是今年`),
    documentYear === null || documentYear === year ? null : doubt(`成文日期在${documentYear}年，文号是${year}年`),
  ]
}

/** 跨年. */
function turnNotice({ year, yearly }: Intent, before: Run | null): Notice | null {
  if (!yearly || !before) return null
  const gaps = gapsOf(before)
  if (gaps.length === 0) return fine(`${year}年的第一个号`)
  return doubt(`${year}年的第一个号；${year - 1}年还有${gaps.length}个缺号没有说明：${listed(gaps)}`)
}

function gapNotice(run: Run, { serial }: Intent): Notice | null {
  const gaps = gapsOf(run).filter((one) => one < serial)
  return gaps.length === 0 ? null : doubt(`前面有${gaps.length}个缺号没有说明：${listed(gaps)}`)
}

/** 大流水: who took the number before this one, where it is another series. */
function otherNotice(run: Run, { seriesId, codeOf }: Intent): Notice | null {
  const last = slotAt(run, lastSerial(run))
  return !last || last.seriesId === seriesId ? null : fine(`与${codeOf(last.seriesId)}共用流水，上一个号${last.serial}是${codeOf(last.seriesId)}取的`)
}

/** "5、6、8–11"; a long list is cut. */
export function listed(serials: readonly number[], most = 8): string {
  const spans: [number, number][] = []
  for (const serial of serials) {
    const span = spans.at(-1)
    if (span?.[1] === serial - 1) span[1] = serial
    else spans.push([serial, serial])
  }
  const texts = spans.map(([from, to]) => (from === to ? String(from) : to === from + 1 ? `${from}、${to}` : `${from}–${to}`))
  return texts.length <= most ? texts.join('、') : `${texts.slice(0, most).join('、')}…`
}

function fine(text: string): Notice {
  return { kind: 'fine', text }
}

function doubt(text: string): Notice {
  return { kind: 'doubt', text }
}

/** What the typing comparison found, as tables for people and as rows for JSON. */
import { BARE, OWN_EDITOR, PLACES, TUNED_SLATE, type Typed } from './typing.ts'
import type { KeyTime } from './typing-trace.ts'
import { median } from './work.ts'

/**
 * One field's times in milliseconds. `shown` is from the key to its frame, `committed` to the end of the page's work on it,
 * `busy` what the processor did for the page until then.
 */
export interface TypingRow {
  readonly name: string
  /** How many keys of text were measured. */
  readonly keys: number
  /** For each key, with all that follows from it. */
  readonly script: number
  readonly shown: Spread
  readonly committed: Spread
  readonly busy: Spread
  /** By place, script for each key, and the processor's work for the 95th of 100 keys. */
  readonly places: Readonly<Record<string, { readonly p95: number; readonly ratio: number; readonly script: number }>>
  /** Middle times of the acts, as shown. */
  readonly acts: Readonly<Record<'enter' | 'join' | 'paste' | 'undo', number>>
}

export interface Spread {
  readonly p50: number
  readonly p95: number
  /** `p95` divided by the bare field's. */
  readonly ratio: number
}

/** Sums up; the bare field is among `typed`. */
export function typingRows(typed: readonly Typed[]): readonly TypingRow[] {
  const bare = typed.find(({ name }) => name === BARE)
  if (!bare) throw new Error('no bare field')
  const spread = (one: Typed, of: keyof KeyTime): Spread => {
    const [own, theirs] = [one, bare].map((field) => PLACES.flatMap((place) => field.keys[place].map((key) => key[of])))
    return { p50: median(own ?? []), p95: p95(own ?? []), ratio: p95(own ?? []) / p95(theirs ?? []) }
  }
  return typed.map((one) => ({
    name: one.name,
    keys: PLACES.reduce((sum, place) => sum + one.keys[place].length, 0),
    script: mean(PLACES.flatMap((place) => one.script[place])),
    shown: spread(one, 'shown'),
    committed: spread(one, 'committed'),
    busy: spread(one, 'busy'),
    places: Object.fromEntries(
      PLACES.map((place) => {
        const [own, theirs] = [one, bare].map((field) => p95(field.keys[place].map(({ busy }) => busy)))
        return [place, { p95: own ?? 0, ratio: (own ?? 0) / (theirs ?? 1), script: mean(one.script[place]) }]
      }),
    ),
    acts: { enter: middle(one.enter), join: middle(one.join), paste: middle(one.paste), undo: middle(one.undo) },
  }))
}

/** The rows as lines of two Markdown tables, and how far our editor is from its aims. */
export function typingTables(rows: readonly TypingRow[]): readonly string[] {
  const head = ['| 打字 | 次数 | 脚本 毫秒/键 | 到画面 p50 | p95 | 倍数 | 主线程 p50 | p95 | 倍数 | 回车 | 并段 | 粘贴 200 段 | 撤销 |', `| --- |${' ---: |'.repeat(12)}`]
  const lines = rows.map(({ name, keys, script, shown, busy, acts }) => {
    const cells = [shown, busy].flatMap(({ p50, p95: high, ratio }) => [p50.toFixed(1), high.toFixed(1), ratio.toFixed(2)])
    return `| ${[name, keys, script.toFixed(1), ...cells, ...Object.values(acts).map((value) => Math.round(value))].join(' | ')} |`
  })
  const places = rows.map(({ name, places: found }) => {
    return `| ${[name, ...Object.values(found).flatMap((one) => [one.script.toFixed(1), one.p95.toFixed(1), one.ratio.toFixed(2)])].join(' | ')} |`
  })
  const placesHead = [`| 按位置 | ${PLACES.map((place) => `${place} 脚本 | 主线程 p95 | 倍数`).join(' | ')} |`, `| --- |${' ---: |'.repeat(3 * PLACES.length)}`]
  return [...head, ...lines, '', ...placesHead, ...places, '', ...aimLines(rows)]
}

/** p95 as a multiple of the bare field's; script beyond tuned Slate's, and a paste of 200 paragraphs, in milliseconds. */
const AIMS = { ratio: 1.3, script: 1, paste: 100 }

function aimLines(rows: readonly TypingRow[]): readonly string[] {
  const own = rows.find(({ name }) => name === OWN_EDITOR)
  const slate = rows.find(({ name }) => name === TUNED_SLATE)
  if (!own || !slate) return []
  const more = own.script - slate.script
  const line = (met: boolean, text: string): string => `${met ? '达到' : '未到'}：${text}`
  return [
    line(own.shown.ratio <= AIMS.ratio, `${OWN_EDITOR}到画面的 p95 是${BARE}的 ${own.shown.ratio.toFixed(2)} 倍（主线程 ${own.busy.ratio.toFixed(2)} 倍），目标 ${AIMS.ratio} 倍以内`),
    line(more <= AIMS.script, `${OWN_EDITOR}的脚本每键比${TUNED_SLATE}多 ${more.toFixed(1)} 毫秒，目标多 ${AIMS.script} 毫秒以内`),
    line(own.acts.paste < AIMS.paste, `${OWN_EDITOR}粘贴 200 段 ${Math.round(own.acts.paste)} 毫秒，目标 ${AIMS.paste} 毫秒以内`),
  ]
}

function middle(times: readonly KeyTime[]): number {
  return median(times.map(({ shown }) => shown))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The value that 95 of 100 do not exceed. */
function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
}

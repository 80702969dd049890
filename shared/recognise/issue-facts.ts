/** What cover, title page, editorial board and introduction of an issue say. */
import { fromChinese } from '../numbering/chinese.ts'
import type { BoardRole, IssueFacts } from '../gazette/issue.ts'
import { plainLine } from './issue-lines.ts'

/** What the pages in front say; `year` is null and `numbers` empty where they do not. */
export type Front = Pick<IssueFacts, 'gazetteName' | 'numbers' | 'supplement' | 'total' | 'date' | 'sponsor'> & { readonly year: number | null }

const DATE = /(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日/u
const ISSUE = /(?<!总)第([\d一二三四五六七八九十、，,至和—–~～-]+)[期号]/u
const TOTAL = /总(?:第)?(\d+)/u

/** Reads the pages in front of the contents. */
export function readFront(lines: readonly string[]): Front {
  const texts = lines.map((line) => plainLine(line).replace(/[\s\u3000]/g, '')).filter((text) => text !== '')
  const first = (pattern: RegExp): string | null => texts.map((text) => pattern.exec(text)?.[1]).find((found) => found !== undefined) ?? null
  const date = first(new RegExp(`^(?:出版日期[：:])?(${DATE.source})(?:出版|发行|印发)`, 'u')) ?? first(new RegExp(`^(?:出版日期[：:])?(${DATE.source})$`, 'u')) ?? ''
  const year = first(/(\d{4})年?(?=第|增刊)/u) ?? first(/^(\d{4})年?$/u) ?? first(/(\d{4})年/u)
  const total = first(TOTAL)
  return {
    gazetteName: first(/^《?(\p{Script=Han}{2,}(?:公报|政报))》?$/u) ?? '',
    year: year === null ? null : Number(year),
    numbers: numbersOf(first(ISSUE) ?? ''),
    supplement: texts.some((text) => text.includes('增刊')),
    total: total === null || Number(total) === 0 ? null : Number(total),
    date,
    sponsor: first(/^(?:主管)?主办(?:单位)?[：:](.+)$/u) ?? first(/^(.+?)(?:主管)?主办$/u) ?? '',
  }
}

/** 5、6 → [5, 6]; 5-7 → [5, 6, 7]; 三 → [3]. */
function numbersOf(text: string): readonly number[] {
  const [from, to] = text.split(/[—–~～至-]+/u).map(numeral)
  if (from && to && to > from && to - from < 24) return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const listed = text.split(/[、，,和]/u).map(numeral).filter((number) => number > 0)
  return [...new Set(listed)].sort((a, b) => a - b)
}

function numeral(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (fromChinese(text) ?? 0)
}

/** True for the heading of the editorial board. */
export function isBoardHeading(line: string): boolean {
  return /^[《》\p{Script=Han}]{0,30}(?:编辑委员会|编审委员会|编委会)(?:名单|成员|成员名单)?[：:]?$/u.test(plainLine(line).replace(/[\s\u3000]/g, ''))
}

/** True for the heading of the introduction of the gazette. */
export function isIntroductionHeading(line: string): boolean {
  return /^(?:[《》\p{Script=Han}]{0,30}(?:公报|政报)》?|本刊)?简介$/u.test(plainLine(line).replace(/[\s\u3000]/g, ''))
}

/** 主任：林禾, and lines that go on with the names. */
export function readBoard(lines: readonly string[]): readonly BoardRole[] {
  const board: { role: string; names: string[] }[] = []
  for (const line of lines.map(plainLine)) {
    if (line === '') continue
    const [, role, names] = /^([^：:]{1,16})[：:](.*)$/u.exec(line) ?? []
    const last = board.at(-1)
    if (role !== undefined) board.push({ role: role.replace(/[\s\u3000]/g, ''), names: namesOf(names ?? '') })
    else if (last) last.names.push(...namesOf(line))
    else board.push({ role: '', names: namesOf(line) })
  }
  return board
}

/** Names between space; one of two characters may be printed with a space inside, to be as wide as one of three. */
function namesOf(text: string): string[] {
  const names: string[] = []
  let open = false
  for (const piece of text.split(/[\s\u3000、，,]+/u).filter((one) => one !== '')) {
    const single = /^\p{Script=Han}$/u.test(piece)
    if (single && open) names.push((names.pop() ?? '') + piece)
    else names.push(piece)
    open = single && !open
  }
  return names
}

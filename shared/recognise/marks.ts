/** What a line begins with: 第一章, 第一条, 一、 （一） 1. （1）, in every width that is printed. */
import { plainDigits } from '../lib/digits.ts'
import { fromChinese } from '../numbering/chinese.ts'
import type { Heading } from '../document/types.ts'

/** The number in front of a line, as printed, and the text behind it. `count` is its value. */
export interface Mark {
  readonly kind: 'chapter' | 'article' | 'heading'
  /** Of a heading; 0 for the others. */
  readonly level: Heading['level'] | 0
  readonly printed: string
  readonly count: number
  readonly rest: string
}

const NUMERAL = '[一二三四五六七八九十百零〇]+'
const CHAPTER = new RegExp(`^(第(${NUMERAL}|\\d+)章)(\\s*)(.*)$`, 'u')
const ARTICLE = new RegExp(`^(第(${NUMERAL}|\\d+)条)(\\s*)(.*)$`, 'u')
const LEVELS: readonly (readonly [Heading['level'], RegExp])[] = [
  [1, new RegExp(`^((${NUMERAL})[、．.])(\\s*)(.*)$`, 'u')],
  [2, new RegExp(`^([（(]\\s*(${NUMERAL})\\s*[）)]、?)(\\s*)(.*)$`, 'u')],
  [3, /^((\d{1,3})\s*[.．、])(\s*)(.*)$/u],
  [4, /^([（(]\s*(\d{1,3})\s*[）)]、?)(\s*)(.*)$/u],
  // 1）: half of （1）.
  [4, /^((\d{1,2})[）)]、?)(\s*)(.*)$/u],
]

/**
 * The mark of a line, or null. `previous` is the last number of level 3 in the same part: it tells "5.5岁以下" after 4.
 * (item 5) from "5.5万元" (an amount).
 */
export function readMark(text: string, previous = 0): Mark | null {
  const chapter = parts(CHAPTER, text)
  if (chapter && chapter.rest.length <= 40 && !/[。；，]/u.test(chapter.rest)) return { kind: 'chapter', level: 0, ...shown(chapter) }
  const article = parts(ARTICLE, text)
  // 第三十条规定的情形: a reference that a broken line begins with.
  if (article && (article.space !== '' || !/^[规款项第的之、，。及和至中]/u.test(article.rest))) return { kind: 'article', level: 0, ...shown(article) }
  for (const [level, pattern] of LEVELS) {
    const found = parts(pattern, text)
    if (found && !isNoMark(found, level, previous)) return { kind: 'heading', level, ...shown(found) }
  }
  return null
}

interface Found {
  readonly printed: string
  readonly count: number
  readonly space: string
  readonly rest: string
}

/** Digits count in either width, and stay as they are printed. */
function parts(pattern: RegExp, text: string): Found | null {
  const match = pattern.exec(plainDigits(text))
  if (!match) return null
  const [, mark = '', numeral = '', space = '', plain = ''] = match
  if (plain === '') return null
  const [printed, rest] = [text.slice(0, mark.length), text.slice(text.length - plain.length)]
  const count = /^\d+$/.test(numeral) ? Number(numeral) : (fromChinese(numeral.replaceAll('〇', '零')) ?? 0)
  return count === 0 ? null : { printed, count, space, rest }
}

function shown({ printed, count, rest }: Found): Pick<Mark, 'printed' | 'count' | 'rest'> {
  return { printed, count, rest }
}

/** 一、二级古树; 1、2、3号楼; 1.5万元: enumerations and amounts, no numbers of headings. */
function isNoMark({ printed, count, space, rest }: Found, level: number, previous: number): boolean {
  if (level === 1) return new RegExp(`^${NUMERAL}([、级等类]|$)`, 'u').test(rest)
  if (level !== 3) return false
  if (printed.endsWith('、')) return /^[\d０-９]+、/.test(rest)
  if (space !== '' || !/^[\d０-９]/.test(rest)) return false
  return (count === 1 || count !== previous + 1) && !/^\d{4}年/.test(plainDigits(rest))
}

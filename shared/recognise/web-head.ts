/** What a government's web page prints above a document it publishes: 索引号：…, 发布日期：…; labels with values, a line each. */
import { parseNumber } from '../register/number.ts'
import type { Line } from './lines.ts'
import { quote, type Notes } from './notes.ts'

const LABEL =
  /^(?:索\s*引\s*号|信息索引|文件编号|(?:主题|组配|信息|公文|体裁)?(?:分类|目录)|主\s*题\s*词|关\s*键\s*词|(?:发文|发布|制发|生成|公开)(?:机关|机构|单位|日期|时间)|成文(?:日期|时间)|(?:生效|施行|失效|废止)(?:日期|时间)|有\s*效\s*性|标\s*题|名\s*称|发文字号|文\s*号|(?:公开|信息)(?:类别|方式|形式|范围|来源)|来\s*源|浏览次数|点击数?|访问次数|字\s*号|内容概述)\s*[：:]\s*/u
const NUMBER_LABEL = /^(?:发文字号|文\s*号)\s*[：:]\s*/u
/** Fewer are no head of a page: 联系方式 and the like stand in documents too. */
const FEWEST = 3
const LONGEST = 24

export interface WebHead {
  /** The lines below it. */
  readonly lines: readonly Line[]
  /** The number that it names; null without one. */
  readonly number: string | null
  /** Its own lines. */
  readonly taken: readonly string[]
}

/** Takes the head of a web page off the lines. */
export function takeWebHead(lines: readonly Line[]): WebHead {
  let end = 0
  let labels = 0
  for (let line = lines[0]; line && !line.table && !line.image && end < LONGEST; line = lines[end]) {
    // A label and its value may be cells, or the value stand on a line of its own below.
    const text = line.text.replaceAll('\t', '')
    const isLabel = LABEL.test(text)
    if (!isLabel && !isValue(lines, end)) break
    labels += isLabel ? 1 : 0
    end += 1
  }
  if (labels < FEWEST) return { lines, number: null, taken: [] }
  const taken = lines.slice(0, end).map(({ text }) => text)
  const number = taken.map(numberIn).find((text) => text !== null) ?? null
  return { lines: lines.slice(end), number, taken }
}

/** Lists what of it is not in the document, and says so. `isUsed`: the document has its number from here. */
export function leaveOutWebHead({ taken, number }: WebHead, isUsed: boolean, notes: Notes): void {
  for (const text of taken) notes.leaveOut('webHead', isUsed && numberIn(text) === number ? text.replace(/[：:][^]*$/u, '：') : text)
  if (taken.length > 0) notes.doubt('全文', `去掉了网页上方的信息栏，共${taken.length}行，从${quote(taken[0] ?? '')}起`)
}

/** 发文字号：河政发〔2024〕3号 → the number. */
function numberIn(text: string): string | null {
  const plain = text.replaceAll('\t', '')
  const value = plain.replace(NUMBER_LABEL, '').replace(/\s/g, '')
  return NUMBER_LABEL.test(plain) && parseNumber(value) !== null ? value : null
}

/** A value below a label that has none beside it. */
function isValue(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1]?.text ?? ''
  return LABEL.test(before) && before.replace(LABEL, '') === '' && LABEL.test(lines[at + 1]?.text ?? '')
}

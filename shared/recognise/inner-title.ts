/** The title of a printed text or an attachment: its first lines, as far as they are a title. */
import { printedWidth } from './column.ts'
import type { Line } from './lines.ts'
import { readMark } from './marks.ts'
import { folded } from './organs.ts'

export interface FoundTitle {
  readonly title: string
  /** How many lines it takes; 0 where the part begins without a title. */
  readonly lines: number
}

const ENDING =
  /(?:通知|决定|意见|方案|预案|办法|细则|规定|规划|计划|要点|规则|章程|条例|标准|制度|报告|名单|表|清单|目录|责任书|合同|协议|协议书|作业单|指南|流程|图|说明|须知|样式|式样|格式|小组|机构|职责|分工|名册|公约|倡议书)(?:[（(][^（）()]{1,10}[）)])?$/u

/**
 * Reads the title at the beginning of `lines`. `known` are names that it may have (from 关于印发…, 《…》 or 附件说明): one of them is
 * put together even across blank lines; without them a title goes on as long as no blank line, ending or number stops it.
 */
export function readInnerTitle(lines: readonly Line[], known: readonly string[]): FoundTitle {
  const names = new Set(known.map(folded))
  for (let count = 1; count <= Math.min(4, lines.length); count++) {
    const first = lines.slice(0, count)
    if (!first.every(couldBeTitle)) break
    if (names.has(folded(joinTitle(first)))) return { title: joinTitle(first), lines: count }
  }
  let count = 0
  while (count < 4) {
    const line = lines[count]
    if (!line || !couldBeTitle(line)) break
    const suffix = /^[（(][^（）()]{1,10}[）)]$/.test(line.text)
    const last = suffix || (line.text.length <= 6 && ENDING.test(line.text))
    if (count > 0 && (line.gap || (ENDING.test(joinTitle(lines.slice(0, count))) && !last))) break
    if (count === 0 && suffix) break
    count += 1
  }
  return { title: joinTitle(lines.slice(0, count)), lines: count }
}

function couldBeTitle({ text, cells, item }: Line): boolean {
  return cells === null && !item && !/[。；：:，,;]$/.test(text) && !/[。；]/.test(text) && !/^\S{1,6}[：:]/.test(text) && printedWidth(text) <= 60 && readMark(text) === null
}

/** Spaces in a title are where its printed lines ended. */
function joinTitle(lines: readonly Line[]): string {
  return lines.map(({ text }) => text.replace(/[\s\u3000]/g, '')).join('')
}

/** A number that stands on the line of the title: 关于防汛工作的通知（河政发〔2024〕3号）, as web pages print it. */
import { titleKind } from '../document/kind.ts'
import { parseNumber } from '../register/number.ts'
import type { Line } from './lines.ts'

const LONGEST_HEAD = 10
/** Characters of a line that may hold a title and its number. */
const LONGEST_LINE = 200
const BESIDE = /^(.*\p{Script=Han}[）)》”]?)(?:[\s\u3000]+|(?=[（(]))([（(]?\p{Script=Han}{2,12}[\s\u3000]*[〔[（(［][\s\u3000]*[\d０-９]{4}[\s\u3000]*[〕\]）)］][\s\u3000]*第?[\d０-９\s\u3000]{1,8}号[）)]?)$/u

/** The lines with such a number on a line of its own; the same lines where there is none. */
export function numberApart(lines: readonly Line[]): readonly Line[] {
  for (const [at, line] of lines.slice(0, LONGEST_HEAD).entries()) {
    if (line.cells || line.text.length > LONGEST_LINE || line.leaves?.some(({ ins, del }) => ins ?? del) || /[。；]|[：:]$/u.test(line.text)) return lines
    const [, title = '', number = ''] = BESIDE.exec(line.text) ?? []
    const bare = number.replace(/^[（(]([^]*)[）)]$/u, '$1')
    if (title === '' || parseNumber(bare) === null || titleKind(title) === null || /签\s*发\s*人/u.test(title)) continue
    return [...lines.slice(0, at), { ...line, text: title }, { text: number, gap: false, item: false, cells: null }, ...lines.slice(at + 1)]
  }
  return lines
}

/** 版记, what an original prints at its foot (GB/T 9704-2012, 7.4): 抄送, 印发机关, 印发日期. */
import type { Distribution } from '../document/types.ts'
import type { Line } from './lines.ts'
import type { Notes } from './notes.ts'
import { isOrgan } from './organs.ts'

export interface Imprint {
  readonly distribution: Distribution | null
  /** The lines that stay. */
  readonly lines: readonly Line[]
}

const COPIES = /^抄\s*送\s*[：:]\s*/u
const PRINTED = /^([^]*?)[\s\u3000]*((?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年[\s\d〇一二三四五六七八九十]*月[\s\d〇一二三四五六七八九十]*日)\s*印\s*发$/u

/** What else stands there, and has no field. */
const MORE = /^[（(]?(?:共\s*印|主\s*送|抄\s*报|分\s*送|打\s*印|校\s*对|录\s*入)|印\s*\d+\s*份/u
/** So many lines a list of organs goes on at most. */
const LONGEST_LIST = 6

/** Takes the imprint out of the lines behind a signature. What of it has no field is left out, and the doubt quotes it. */
export function takeImprint(lines: readonly Line[], notes: Notes): Imprint {
  const first = lines.findIndex(({ text, cells }) => cells === null && (COPIES.test(text) || (PRINTED.test(text) && text.length <= 60)))
  if (first < 0) return { distribution: null, lines }
  let copies: string | null = null
  let printed: Pick<Distribution, 'printedBy' | 'printedOn'> | null = null
  const rest: string[] = []
  let at = first
  for (let line = lines[at]; line?.cells === null; at++, line = lines[at]) {
    const { text } = line
    const [, by = '', on = ''] = PRINTED.exec(text) ?? []
    if (copies === null && COPIES.test(text)) {
      const end = listEnd(lines, at)
      copies = lines.slice(at, end).map((one) => one.text).join('').replace(COPIES, '')
      at = end - 1
    } else if (!printed && on !== '' && (by === '' || isOrgan(by))) printed = { ...(by === '' ? {} : { printedBy: by }), printedOn: on.replace(/\s/g, '') }
    else if (MORE.test(text) && text.length <= 60) rest.push(text)
    else break
  }
  for (const text of rest) notes.leaveOut('imprint', text)
  if (copies === '') notes.leaveOut('imprint', '抄送：')
  if (rest.length > 0) notes.doubt('版记', `没有收入文稿：${rest.map((text) => `“${text}”`).join('、')}`)
  const distribution: Distribution = { ...(copies ? { copies } : {}), ...printed }
  return { distribution: Object.keys(distribution).length > 0 ? distribution : null, lines: [...lines.slice(0, first), ...lines.slice(at)] }
}

/** Behind the last line of a list of organs: it goes on to its 。, where one follows closely. */
function listEnd(lines: readonly Line[], from: number): number {
  for (let at = from; at < from + LONGEST_LIST; at++) {
    const line = lines[at]
    if (line?.cells !== null || PRINTED.test(line.text) || MORE.test(line.text)) break
    if (at > from && /^附\s*件|[：:；]/u.test(line.text)) break
    if (line.text.endsWith('。')) return at + 1
  }
  return from + 1
}

/** Tables that were typed with spaces or tabs: lines whose words stand in columns below a line of heads. */
import { readMark } from './marks.ts'

const GAP = /[ \u3000]{2,}|\u3000/u
const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 60
const FEWEST_ROWS = 3

/** The raw lines with a tab between the columns of such tables; every other line as it is. */
export function withSpacedRows(raw: readonly string[]): readonly string[] {
  const result = [...raw]
  for (let at = 0; at < raw.length; at++) {
    let to = at
    while (to < raw.length && isRow(raw[to] ?? '')) to++
    const rows = to - at >= FEWEST_ROWS ? columnsOf(raw.slice(at, to)) : null
    rows?.forEach((row, step) => (result[at + step] = row.join('\t')))
    at = Math.max(at, to)
  }
  return result
}

/**
 * The cells of paragraphs that set a table with tabs, null for every other one: two or more with as many tabs each, three or more
 * where there is one tab. Lines of a contents page and of a roster (组长：) are none.
 */
export function tabbedRows(raw: readonly string[]): readonly (readonly string[] | null)[] {
  const cells = raw.map((line) => (line.includes('\t') && !/[。；]/u.test(line) ? line.split('\t').map((cell) => cell.trim()) : null))
  const result: (readonly string[] | null)[] = raw.map(() => null)
  for (let at = 0; at < raw.length; at++) {
    let to = at
    while (cells[to] && cells[to]?.length === cells[at]?.length) to++
    const rows = cells.slice(at, to).flatMap((row) => (row ? [row] : []))
    if (isTabbed(rows)) rows.forEach((row, step) => (result[at + step] = row))
    at = Math.max(at, to - 1)
  }
  return result
}

function isTabbed(rows: readonly (readonly string[])[]): boolean {
  const [heads = []] = rows
  const isEntry = ([first = '']: readonly string[]): boolean => /[：:]$/u.test(first) || (readMark(first) !== null && heads.length === 2)
  return rows.length >= (heads.length > 2 ? 2 : 3) && heads.filter((head) => head !== '').length >= 2 && !rows.some(isEntry)
}

function isRow(line: string): boolean {
  return !line.includes('\t') && GAP.test(line.trim()) && !/[。；]|[：:]/u.test(line)
}

/** The cells of all rows; null where it is not clear that the lines are a table, or in which column a word stands. */
function columnsOf(lines: readonly string[]): readonly (readonly string[])[] | null {
  const rows = lines.map(wordsOf)
  const [heads = [], ...below] = rows
  const isText = heads.every(({ text }) => /\p{Script=Han}/u.test(text) && text.length <= 16)
  const counted = below.filter((row) => row.some(({ text }) => /^[\d.,%％]+$/u.test(text)))
  if (heads.length < FEWEST_COLUMNS || heads.length > MOST_COLUMNS || !isText || counted.length * 2 < below.length || below.length === 0) return null
  const cells = below.map((row) => (row.length === heads.length ? row.map(({ text }) => text) : placed(row, heads)))
  if (cells.some((row) => row === null) || below.filter((row) => row.length === heads.length).length * 2 < below.length) return null
  return [heads.map(({ text }) => text), ...cells.map((row) => row ?? [])]
}

interface Word {
  readonly text: string
  /** Where it begins and ends, in half characters. */
  readonly from: number
  readonly to: number
}

function wordsOf(line: string): readonly Word[] {
  const words: Word[] = []
  let at = 0
  let word = { text: '', from: 0 }
  let spaces = 0
  for (const char of line) {
    if (char === ' ' || char === '\u3000') spaces += char === ' ' ? 1 : 2
    else {
      if (spaces >= 2 && word.text !== '') {
        words.push({ ...word, to: at - spaces })
        word = { text: '', from: at }
      } else if (word.text === '') word.from = at
      else if (spaces === 1) word.text += ' '
      spaces = 0
      word.text += char
    }
    at += /[\u0000-\u00ff]/u.test(char) ? 1 : 2
  }
  return word.text === '' ? words : [...words, { ...word, to: at - spaces }]
}

/** A row with fewer words than there are heads: each below the one head that it overlaps. */
function placed(row: readonly Word[], heads: readonly Word[]): readonly string[] | null {
  const cells = heads.map(() => '')
  let last = -1
  for (const { text, from, to } of row) {
    const under = heads.flatMap((head, at) => (from < head.to && to > head.from ? [at] : []))
    const [column] = under
    if (column === undefined || under.length > 1 || column <= last) return null
    cells[column] = text
    last = column
  }
  return cells
}

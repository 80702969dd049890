/** The head of a notice: issuing organs, title, document number, addressees. */
import { genreOf, titleKind } from '../document/kind.ts'
import { parseNumber } from '../register/number.ts'
import type { Line } from './lines.ts'
import { readMark } from './marks.ts'
import { quote, type Notes } from './notes.ts'
import { folded, isAddressed, isListOfOrgans } from './organs.ts'
import { splitTitle, withoutRedHead } from './title-block.ts'

export interface Head {
  readonly issuers: readonly string[]
  readonly title: string
  /** As printed, without spaces. */
  readonly documentNumber: string | null
  readonly recipients: string | null
  /** Index of the first line of the body. */
  readonly next: number
}

/** How many lines a head has at most: a title block of eight, the number, what a red head prints above. */
const LONGEST_HEAD = 14
const LONGEST_TITLE = 8

/** Reads the head from the first lines. `organs` are those of the red head: they issue it where the title names none. */
export function readHead(lines: readonly Line[], organs: readonly string[], notes: Notes): Head {
  const numberAt = findNumber(lines)
  const block = numberAt < 0 ? counted(lines, titleBlock(lines, 0), notes) : aroundNumber(lines, numberAt, notes)
  const { issuers: named, title } = splitTitle(block.lines.map(({ text }) => text))
  const issuers = named.length > 0 ? named : organs
  leaveOutMarks(block.lines, named.join('') + title, notes)
  if (named.length > 0) leaveOutOrgans(organs, named, notes)
  if (title === '') notes.doubt('标题', '没有找到标题')
  else if (titleKind(title) === null) notes.doubt('标题', '标题的末尾不是文种')
  if (issuers.length === 0) notes.doubt('发文机关', '标题和版头中没有发文机关')
  if (isRemark(lines[block.next])) notes.doubt('题注', `${quote(lines[block.next]?.text ?? '')}是标题下面的题注，作正文第一段收入`)
  const after = readRecipients(lines, block.next, title !== '' || numberAt >= 0, notes)
  return { issuers, title, documentNumber: numberAt < 0 ? null : printedNumber(lines[numberAt]?.text ?? '', notes), ...after }
}

/** What stood between organs: 县财政局、县教育局. */
function leaveOutMarks(lines: readonly Line[], kept: string, notes: Notes): void {
  const count = (text: string): number => text.split('、').length - 1
  const gone = count(lines.map(({ text }) => text).join('')) - count(kept)
  for (let mark = 0; mark < gone; mark++) notes.leaveOut('redHead', '、')
}

/** The red head repeats the organs of the title, or the doubt says that it does not. */
function leaveOutOrgans(organs: readonly string[], named: readonly string[], notes: Notes): void {
  for (const organ of organs) notes.leaveOut('redHead', organ)
  const differ = organs.length > 0 && organs.map(folded).join() !== named.map(folded).join()
  if (differ) notes.doubt('发文机关', `版头上是${organs.map((organ) => `“${organ}”`).join('、')}，与标题不同，按标题收入`)
}

/** Some gazettes print the number in brackets below the title: （河政发〔2024〕1号）. They are no part of it. */
const BRACKETED = /^([（(])(.*)([）)])$/u

function printedNumber(text: string, notes: Notes): string {
  const [, open = '', inside = '', close = ''] = BRACKETED.exec(text) ?? []
  if (open === '') return text.replace(/\s/g, '')
  notes.leaveOut('numberBrackets', open + close)
  return inside.replace(/\s/g, '')
}

/** Index of the document's number: the first line that is one, below nothing that is text; -1 without one. */
function findNumber(lines: readonly Line[]): number {
  const at = lines.slice(0, LONGEST_HEAD).findIndex(({ text, cells }) => cells === null && parseNumber(BRACKETED.exec(text)?.[2] ?? text) !== null)
  const isText = ({ text, cells }: Line): boolean => cells !== null || /[。；，]/.test(text) || /[：:]$/.test(text) || readMark(text) !== null
  return lines.slice(0, Math.max(at, 0)).some(isText) ? -1 : at
}

interface TitleBlock {
  readonly lines: readonly Line[]
  readonly next: number
}

/** The gazette prints the number below the title, an original prints it above. */
function aroundNumber(lines: readonly Line[], numberAt: number, notes: Notes): TitleBlock {
  const above = lines.slice(0, numberAt)
  const joined = above.map(({ text }) => text.replace(/\s/g, '')).join('')
  if (joined.includes('关于') || titleKind(joined) !== null) return { lines: above, next: numberAt + 1 }
  const below = titleBlock(lines, numberAt + 1)
  const organs = withoutRedHead(above, notes)
  // The organ of the red head counts where the title does not begin with it again.
  const repeated = organs.some(({ text }) => below.lines[0]?.text.startsWith(text))
  if (repeated) organs.forEach(({ text }) => notes.leaveOut('redHead', text))
  return { lines: repeated ? below.lines : [...organs, ...below.lines], next: below.next }
}

/** 第15号, 2024年第5号, 〔十七届〕第6号: what an order or announcement is counted by; it belongs to the title. */
const COUNTED = /^[（(]?(?:\d{4}年|[〔[（(［][^〔〕]{1,8}[〕\]）)］])?第?[\d０-９〇零一二三四五六七八九十百]+号[）)]?$/u

/** The block with the line below it that counts it. Only an order has such a number by rule. */
function counted(lines: readonly Line[], block: TitleBlock, notes: Notes): TitleBlock {
  const line = lines[block.next]
  const kind = titleKind(block.lines.map(({ text }) => text).join(''))
  if (!line || line.cells || !kind || genreOf(kind) === null || !COUNTED.test(line.text.replace(/\s/g, ''))) return block
  if (!kind.endsWith('令')) notes.doubt('标题', `${quote(line.text)}没有机关代字，接在标题后面`)
  return { lines: [...block.lines, line], next: block.next + 1 }
}

/** 题注, below a title: （2024年3月1日县人民政府第30次常务会议通过）. */
function isRemark(line: Line | undefined): boolean {
  return line?.cells === null && /^[（(][^（）()]*(?:\d年\d|月\d|通过|批准|修订|修正|发布)[^（）()]*[）)]$/u.test(line.text)
}

/** The lines of a title that no number ends: up to the line that ends in a kind, the addressees, or the first sentence. */
function titleBlock(lines: readonly Line[], from: number): TitleBlock {
  let to = from
  let text = ''
  while (to < lines.length && to - from < LONGEST_TITLE) {
    const line = lines[to]
    if (!line || line.cells || /[。；：:]$/.test(line.text) || readMark(line.text)) break
    // A blank line ends a title that is complete; one that is not goes on behind it (organ, blank line, title).
    if (line.gap && (titleKind(text) !== null || text.includes('关于'))) break
    text += line.text.replace(/\s/g, '')
    to += 1
    if (titleKind(text) !== null && text.includes('关于') && !titleGoesOn(lines[to])) break
  }
  return { lines: lines.slice(from, to), next: to }
}

/** Goes on with a title that could be complete: （试行）, 的通知, or words up to one of the 15 kinds. */
function titleGoesOn(line: Line | undefined): boolean {
  if (!line || line.cells) return false
  const { text, gap } = line
  if (isRemark(line)) return false
  return /^[（(][^（）()]*[）)]$/.test(text) || (!gap && (/^[（(的]/.test(text) || (genreOf(titleKind(text)) !== null && !/[，。；：:]/.test(text))))
}

/** The addressees may run over several lines; their last line ends in a colon, or has lost it. */
function readRecipients(lines: readonly Line[], from: number, hasHead: boolean, notes: Notes): Pick<Head, 'recipients' | 'next'> {
  const none = { recipients: null, next: from }
  if (!hasHead) return none
  let text = ''
  for (let at = from; at < Math.min(from + 4, lines.length); at++) {
    const line = lines[at]
    if (!line || line.cells || line.item || readMark(line.text) || /[。；;]/.test(line.text)) break
    text += line.text
    if (isAddressed(text)) return { recipients: text.slice(0, -1), next: at + 1 }
    if (/[：:]$/.test(text)) break
  }
  const first = lines[from]
  if (first && !first.cells && isListOfOrgans(first.text)) {
    notes.doubt('主送机关', `${quote(first.text)}后面没有冒号，按主送机关收入`)
    return { recipients: first.text, next: from + 1 }
  }
  return none
}

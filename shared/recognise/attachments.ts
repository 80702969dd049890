/** Attachments: their labels, their titles, and the list (附件说明) that names them. */
import type { Line } from './lines.ts'
import { folded } from './organs.ts'
import { isContact } from './roles.ts'

/** One attachment's lines, without its label. */
export interface AttachmentLines {
  /** As printed: 附件, 附件1：, 附件 2. */
  readonly label: string
  readonly lines: readonly Line[]
}

const NUMBER = '(?:[\\d０-９]{1,2}(?:[-－—][\\d０-９]{1,2})?|[一二三四五六七八九十]{1,3}|[（(](?:[\\d０-９]{1,2}|[一二三四五六七八九十]{1,3})[）)])'
const LABEL = new RegExp(`^(附\\s*件\\s*${NUMBER}?\\s*[：:.、]?)\\s*(.*)$`, 'u')
const BARE = new RegExp(`^附(?:\\s*件)?\\s*${NUMBER}?\\s*[：:]?$`, 'u')

/** Index of the first attachment's label from `from` on; the number of lines where there is none. */
export function firstAttachment(lines: readonly Line[], from: number): number {
  for (let at = from; at < lines.length; at++) if (isLabel(lines, at)) return at
  return lines.length
}

/** Cuts lines that begin with a label into attachments. */
export function readAttachments(lines: readonly Line[]): readonly AttachmentLines[] {
  const attachments: { label: string; lines: Line[] }[] = []
  lines.forEach((line, at) => {
    if (!isLabel(lines, at)) {
      attachments.at(-1)?.lines.push(line)
      return
    }
    const [, label = '', rest = ''] = LABEL.exec(line.text) ?? []
    attachments.push({ label: label.trim(), lines: rest === '' ? [] : [{ ...line, text: rest, gap: false }] })
  })
  return attachments
}

/**
 * A line of its own (附件, 附件1：), or one with the title behind it (附件1：名单). 附件： with names behind it is the list, and so is it
 * where a label of its own follows further down.
 */
function isLabel(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (!line || line.cells) return false
  const next = lines[at + 1]
  if (BARE.test(line.text)) return !(/[：:]$/.test(line.text) && next !== undefined && /^1\s*[.．、]/.test(next.text))
  const [, label = '', rest = ''] = LABEL.exec(line.text) ?? []
  if (!/[：:]$/.test(label) || rest === '' || /[。；]/.test(rest)) return false
  const numbered = /\d|[一二三四五六七八九十]/.test(label)
  // 附件1：… directly above 附件2：…: lines of a list.
  if (numbered) return next !== undefined && !LABEL.test(next.text)
  return !/^1\s*[.．、]/.test(rest) && next !== undefined && !lines.slice(at + 1).some(({ text, cells }) => !cells && BARE.test(text))
}

/** A line of names with their numbers, which some lists end with 。 */
const NAMED = /^(?:附\s*件?\s*[：:])?\s*\d{1,2}\s*[.．、][^。]*。$/u

export interface AttachmentList {
  /** Index of its first line, and of the first behind it. */
  readonly from: number
  readonly to: number
  readonly titles: readonly string[]
}

/** The list at the end of a part's lines: 附件：名称, 附件：1.… 2.…, also with each name on a line of its own. Null without one. */
export function readAttachmentList(lines: readonly Line[]): AttachmentList | null {
  const from = lines.map(({ text, cells }) => !cells && /^附\s*件?\s*(?:[1１]|一|1-1)?\s*[：:]/u.test(text)).lastIndexOf(true)
  if (from < 0) return null
  // Contacts may stand below it.
  const contact = lines.findIndex(({ text }, at) => at > from && isContact(text))
  const to = contact < 0 ? lines.length : contact
  if (!lines.slice(to).every(({ text }) => isContact(text))) return null
  const rest = lines.slice(from, to)
  if (rest.length > 40 || rest.some(({ cells, text }, at) => cells !== null || (text.endsWith('。') && !(at === rest.length - 1 && NAMED.test(text))))) return null
  const [first, ...others] = rest.map(({ text }) => text)
  const named = (first ?? '').replace(/^附\s*件?\s*[：:]\s*/u, '')
  const titles = /^附\s*件\s*(?:1|一)/u.test(named) ? byLabels([named, ...others]) : byNumbers([named, ...others])
  return titles.length === 0 ? null : { from, to, titles }
}

/** 附件1：… 附件2：…, a line each. */
function byLabels(texts: readonly string[]): readonly string[] {
  const titles = texts.map((text) => /^附\s*件\s*(?:\d+|[一二三四五六七八九十]+)\s*[：:]\s*(.+)$/u.exec(text)?.[1])
  return titles.every((title) => title !== undefined) ? titles.map(clean) : []
}

/** 1.… 2.…, where a number may also stand in the middle of a line; without numbers it is one name. */
function byNumbers(texts: readonly string[]): readonly string[] {
  const whole = texts.join('\n').trim()
  if (!/^1\s*[.．、]/.test(whole)) return texts.length <= 2 && whole !== '' ? [clean(whole)] : []
  const titles: string[] = []
  let rest = whole
  for (let count = 1; ; count++) {
    const start = new RegExp(`^${count}\\s*[.．、]\\s*`).exec(rest)
    if (!start) return []
    rest = rest.slice(start[0].length)
    const next = new RegExp(`(?<!\\d)${count + 1}\\s*[.．、]`).exec(rest)
    titles.push(clean(next ? rest.slice(0, next.index) : rest))
    if (!next) return titles
    rest = rest.slice(next.index)
  }
}

/** What stands around the names of the list: 附件：1.2.3. */
export function listMarks(lines: readonly Line[], titles: readonly string[]): string {
  let rest = lines.map(({ text }) => text).join('').replace(/[\s\u3000]/g, '')
  let marks = ''
  for (const title of titles) {
    const at = rest.indexOf(title)
    marks += rest.slice(0, at)
    rest = rest.slice(at + title.length)
  }
  return marks + rest
}

/** A name of the list has no punctuation behind it (GB/T 9704-2012, 7.3.4); some lists have. */
function clean(title: string): string {
  return title.replace(/[\s\u3000]/g, '').replace(/[；;。，,、]$/u, '')
}

/** True where two titles say the same, whatever the width of their brackets. */
export function sameTitle(a: string, b: string): boolean {
  return folded(a) === folded(b)
}

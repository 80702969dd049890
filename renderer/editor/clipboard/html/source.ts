/**
 * HTML from the clipboard made harmless before anything parses it: only the elements, and of their attributes the few that tell
 * structure. What is left names no address, holds no script and no style, so that a parser has nothing to run, load or refuse.
 * One pass, in time by the length of the text.
 */
import { StyleSheet } from './style.ts'

export interface HtmlSource {
  /** Elements and text. Styles stand in `data-style`. */
  readonly html: string
  readonly sheet: StyleSheet
}

/** Attributes that tell structure; all others go. */
const KEPT: ReadonlySet<string> = new Set(['class', 'style', 'colspan', 'rowspan', 'span', 'align', 'start', 'type', 'value', 'cite', 'datetime', 'hidden'])

/** Elements whose content is no text of the page. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'title', 'xml', 'noscript', 'template', 'textarea', 'iframe', 'object', 'svg'])

/** Reads what a program put on the clipboard. */
export function readSource(clipboard: string): HtmlSource {
  const read: Read = { pieces: [], sheet: new StyleSheet(), endless: new Set() }
  const { pieces, sheet } = read
  // WPS counts the start of its HTML one character too late.
  const text = clipboard.replace(/^\s*html(?=[\s>])[^<>]*>/i, '')
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('<', at)
    if (open < 0) {
      pieces.push(text.slice(at))
      break
    }
    pieces.push(text.slice(at, open))
    at = readMarkup(text, open, read)
  }
  return { html: pieces.join(''), sheet }
}

interface Read {
  readonly pieces: string[]
  readonly sheet: StyleSheet
  /** Elements of which no end tag follows: looked for once. */
  readonly endless: Set<string>
}

/** Reads what begins with "<" and returns where it ends. */
function readMarkup(text: string, open: number, { pieces, sheet, endless }: Read): number {
  if (text.startsWith('<!--', open)) return after(text, '-->', open + 4)
  const next = text.charAt(open + 1)
  // <!DOCTYPE>, <![if !supportLists]>, <?xml …>
  if (next === '!' || next === '?') return after(text, '>', open)
  const isEnd = next === '/'
  NAME.lastIndex = open + (isEnd ? 2 : 1)
  const name = NAME.exec(text)?.[0].toLowerCase()
  if (name === undefined) {
    pieces.push('&lt;')
    return open + 1
  }
  const { attributes, end } = readAttributes(text, NAME.lastIndex)
  if (isEnd) pieces.push(`</${name}>`)
  else if (name === 'style') return takeStyle(text, end, sheet)
  else if (UNSEEN.has(name)) return afterElement(text, name, end, endless)
  else pieces.push(`<${name}${attributes}>`)
  return end
}

const NAME = /[a-z][\w:.-]*/iy
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y

function readAttributes(text: string, from: number): { readonly attributes: string; readonly end: number } {
  let attributes = ''
  let at = from
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(text)
    if (!match) break
    at = ATTRIBUTE.lastIndex
    const [, name = '', double, single, bare] = match
    const known = name.toLowerCase()
    if (!KEPT.has(known)) continue
    const value = (double ?? single ?? bare ?? '').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    attributes += ` ${known === 'style' ? 'data-style' : known}="${value}"`
  }
  return { attributes, end: after(text, '>', at) }
}

/** Behind the next `mark`; at the end of the text where there is none. */
function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

function takeStyle(text: string, from: number, sheet: StyleSheet): number {
  const to = endTag(text, 'style', from)
  sheet.add(text.slice(from, to))
  return after(text, '>', to)
}

/** Behind an element that is left out; behind its start alone where it has no end. */
function afterElement(text: string, name: string, from: number, endless: Set<string>): number {
  if (text.charAt(from - 2) === '/' || endless.has(name)) return from
  const to = endTag(text, name, from)
  if (to < text.length) return after(text, '>', to)
  endless.add(name)
  return from
}

function endTag(text: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
}

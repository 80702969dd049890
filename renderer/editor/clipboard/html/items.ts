/** The paragraphs and tables of pasted HTML, in reading order, as every import hands them to the recogniser. */
import type { CellAlign, Change, Heading, Leaf } from '../../../../shared/document/types.ts'
import { sameTracks, type Item } from '../../../../shared/recognise/items.ts'
import { joined } from '../../../../shared/recognise/tracked.ts'
import { alignOf, changeOf, commentsIn, hasText, levelOf, spacesOf, tabsOf, textBelow } from './facts.ts'
import { listOf, nextNumber, writtenNumber, type List } from './numbers.ts'
import { BREAK, raw, shown, TAB, type Spaces } from './spaces.ts'
import type { Reading } from './reading.ts'
import type { Style } from './style.ts'
import { readTable } from './table.ts'
import type { HtmlElement, HtmlNode } from './tree.ts'

/** Reads the content of a page, or of a cell. */
export function readItems(nodes: readonly HtmlNode[], reading: Reading): readonly Item[] {
  const reader = new ItemReader(reading)
  reader.read(nodes, { level: null, align: null, spaces: 'collapse', font: '', list: null })
  return reader.end()
}

/** What the elements around say of a node. */
interface Around {
  readonly level: Heading['level'] | null
  readonly align: CellAlign | null
  readonly spaces: Spaces
  /** Of the letters that stand for bullets. */
  readonly font: string
  readonly list: List | null
  readonly ins?: Change
  readonly del?: Change
}

/** Elements that begin a line and end one. */
const BLOCKS: ReadonlySet<string> = new Set([
  'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'menu', 'dir', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'address', 'article', 'section', 'header',
  'footer', 'nav', 'main', 'aside', 'figure', 'figcaption', 'form', 'fieldset', 'legend', 'details', 'summary', 'center', 'caption', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'hr',
])

class ItemReader {
  readonly #items: Item[] = []
  readonly #reading: Reading
  #leaves: Leaf[] = []
  #number = ''

  constructor(reading: Reading) {
    this.#reading = reading
  }

  read(nodes: readonly HtmlNode[], around: Around): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.#add(raw(node, around.spaces), around)
      else this.#element(node, around)
    }
  }

  end(): readonly Item[] {
    this.#endLine({ level: null, align: null })
    return this.#items
  }

  #element(element: HtmlElement, around: Around): void {
    const style = this.#reading.sheet.of(element)
    if (this.#isLeftOut(element, style)) return
    switch (element.name) {
      case 'br':
        this.#add(BREAK, around)
        return
      case 'table':
        this.#endLine(around)
        this.#items.push(...readTable(element, this.#reading, readItems))
        return
      case 'ins':
      case 'del': {
        const by = changeOf(element)
        // A stroke through words without an author is how they look, and no change.
        this.read(element.children, by ? { ...around, [element.name]: by } : around)
        return
      }
      default:
        if (style.get('mso-list') === 'ignore') this.#number = writtenNumber(textBelow(element.children), style.get('font-family') ?? around.font)
        else if (style.has('mso-tab-count')) this.#add(TAB.repeat(tabsOf(style)), around)
        else if (BLOCKS.has(element.name)) this.#block(element, style, around)
        else this.read(element.children, { ...around, spaces: spacesOf(element, style) ?? around.spaces, font: style.get('font-family') ?? around.font })
    }
  }

  #block(element: HtmlElement, style: Style, around: Around): void {
    this.#endLine(around)
    const before = this.#number
    const own: Around = {
      ...around,
      level: levelOf(element, style) ?? around.level,
      align: alignOf(element, style) ?? around.align,
      spaces: spacesOf(element, style) ?? around.spaces,
      list: element.name === 'ol' || element.name === 'ul' ? listOf(element, style) : around.list,
    }
    if (element.name === 'li' && own.list && style.get('list-style-type') !== 'none') this.#number = nextNumber(own.list, element.attributes.value)
    this.read(element.children, own)
    this.#endLine(own)
    // A number without any text behind it is shown by none of the programs.
    if (element.name === 'li' || before === '') this.#number = ''
  }

  /** What is no text of the page, or cannot come along. */
  #isLeftOut({ name, attributes, children }: HtmlElement, style: Style): boolean {
    const { leftOut } = this.#reading
    const part = style.get('mso-element') ?? ''
    if (name === 'img') leftOut.images += 1
    else if (part === 'comment-list') leftOut.commentTexts += commentsIn(children, this.#reading.sheet)
    else if (part === 'footnote-list' || part === 'endnote-list') leftOut.notes = true
    const isHidden = attributes.hidden !== undefined || style.get('display') === 'none' || style.get('mso-hide') === 'all'
    if (isHidden && hasText(children)) leftOut.hidden += 1
    const isAnchor = attributes.class?.includes('msocomanchor') === true
    if (isAnchor) leftOut.commentMarks += 1
    const isMark = isAnchor || style.get('mso-special-character') === 'comment'
    return name === 'img' || part === 'comment-list' || part.endsWith('-separator') || isHidden || isMark
  }

  #add(text: string, { ins, del }: Around): void {
    if (text === '') return
    const leaf: Leaf = { text, ...(ins ? { ins } : {}), ...(del ? { del } : {}) }
    const last = this.#leaves.at(-1)
    if (last && sameTracks(last, leaf)) this.#leaves[this.#leaves.length - 1] = { ...last, text: last.text + text }
    else this.#leaves.push(leaf)
  }

  #endLine({ level, align }: Pick<Around, 'level' | 'align'>): void {
    if (this.#leaves.length === 0) return
    const content = shown(this.#leaves)
    this.#leaves = []
    if (content.every(({ text }) => text.trim() === '')) return
    const numbered = this.#number === '' ? content : joined([{ text: this.#number }, ...content])
    this.#number = ''
    this.#items.push({ kind: 'paragraph', content: numbered, role: null, level, align, doubts: [] })
  }
}

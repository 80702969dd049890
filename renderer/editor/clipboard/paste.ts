/** Pasting: what the clipboard holds, read as far as it is known, put in as one undo step, and said what did not come along. */
import { Editor, Element, Range } from 'slate'
import type { Item } from '../../../shared/recognise/items.ts'
import { readMark } from '../../../shared/recognise/marks.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { without } from '../../../shared/lib/without.ts'
import { holderAt, lineAt } from '../sheet/find.ts'
import { isBlank, isOneOf, LINE_PARTS, type SheetEditor, type SheetElement } from '../sheet/types.ts'
import { followPasted } from '../sheet/with-references.ts'
import { asOneStep } from '../sheet/with-undo.ts'
import { chosenCells } from '../table/chosen.ts'
import { textOf, type NumberOf } from './copied.ts'
import { fillCells } from './fill-cells.ts'
import type { HtmlElement } from './html/tree.ts'
import { insertBlocks } from './insert.ts'
import { decodeBlocks, OWN_FORMAT } from './pasted.ts'
import { blocksOfItems, itemsOfSheet, MOST_HTML, readHtml, rowsOfItems } from './read-html.ts'
import { itemsOfText, plainBlocks, rowsOfText, type Rows } from './text-items.ts'
import { pasteWhole, WHOLE_FORMAT } from './whole.ts'

/** What pasting needs of the page that shows the sheet. */
export interface PastePage {
  /** Makes a tree of HTML that `readSource` left. */
  parseHtml: (html: string) => HtmlElement
  /** Says to the person what a paste left out. */
  tell: (text: string, note: string) => void
}

/** Puts in what the clipboard holds: own blocks as they are, HTML of other programs by its structure, text by its lines. */
export function pasteData(editor: SheetEditor, data: Pick<DataTransfer, 'getData'>, numberOf: NumberOf, page: PastePage): void {
  asOneStep(editor, () => {
    if (pasteWhole(editor, data.getData(WHOLE_FORMAT))) return
    const renewed = new Map<Id, Id>()
    const own = decodeBlocks(data.getData(OWN_FORMAT), renewed)
    if (own) {
      put(editor, rowsOfBlocks(own), own)
      followPasted(editor, renewed)
    } else {
      const { rows, blocks, notes } = fromOutside(editor, data, page)
      const title = blocks.length === 0 ? '没有粘贴' : '已粘贴，请看一看'
      if (!put(editor, rows, blocks, asDraft)) sayLater(page, title, () => [...renumbered(blocks, numberOf), ...notes])
      else sayLater(page, title, () => notes)
    }
  })
}

/** Puts in text as it is: a line a paragraph, and nothing in it is read. */
export function pasteText(editor: SheetEditor, text: string, page: PastePage): void {
  if (isTooLong(text)) page.tell('没有粘贴', `${TOO_MUCH.notes.join('；')}。`)
  else asOneStep(editor, () => insertBlocks(editor, plainBlocks(text)))
}

/** True when the cells of a table were filled. */
function put(editor: SheetEditor, rows: Rows | null, blocks: readonly SheetElement[], change?: (block: SheetElement) => SheetElement): boolean {
  const isFilling = rows !== null && chosenCells(editor) !== null
  if (isFilling) Editor.withoutNormalizing(editor, () => fillCells(editor, rows))
  else insertBlocks(editor, blocks, change)
  return isFilling
}

interface Outside {
  /** The cells, where they are all that was copied. */
  readonly rows: Rows | null
  /** Numbers are there as they were printed. */
  readonly blocks: readonly SheetElement[]
  /** Chinese sentences for the person. */
  readonly notes: readonly string[]
}

/** Paragraphs, or lines of text, at most: some 600 pages. */
const MOST_LINES = 20_000

function fromOutside(editor: SheetEditor, data: Pick<DataTransfer, 'getData'>, { parseHtml }: PastePage): Outside {
  const [text, html] = [data.getData('text/plain'), data.getData('text/html')]
  const notes: string[] = []
  if (html.length > MOST_HTML) notes.push(text === '' ? '内容太多，请分几次复制' : '内容太多，只收了文字，表格和标题请看一看')
  else if (html !== '') {
    const { items, leftOut, isSheet } = readHtml(html, parseHtml)
    notes.push(...leftOut.sentences())
    if (items.length > 0) return asBlocks(editor, isSheet ? itemsOfSheet(items) : items, rowsOfItems(items), notes)
  }
  return isTooLong(text) ? TOO_MUCH : asBlocks(editor, itemsOfText(text), rowsOfText(text), notes)
}

function isTooLong(text: string): boolean {
  return text.split('\n').length > MOST_LINES
}

const TOO_MUCH: Outside = { rows: null, blocks: [], notes: ['内容超过两万段，请分几次复制'] }

function asBlocks(editor: SheetEditor, items: readonly Item[], rows: Rows | null, notes: readonly string[]): Outside {
  if (items.length > MOST_LINES) return TOO_MUCH
  const { blocks, doubts } = blocksOfItems(items, firstToRead(editor, items.length > 1))
  return { rows, blocks, notes: [...notes, ...doubts] }
}

/** The first pasted line whose number makes a heading: not one that goes on in a sentence, nor any in a cell. */
function firstToRead(editor: SheetEditor, hasSeveralLines: boolean): number {
  const start = editor.selection && Range.start(editor.selection)
  const line = start && lineAt(editor, start)
  if (!line || isOneOf(holderAt(editor, start)?.[0] ?? line[0], ['cell'])) return Infinity
  if (isOneOf(line[0], [...LINE_PARTS, 'innerTitle'])) return 1
  return isBlank(line[0]) || (Editor.isStart(editor, start, line[1]) && hasSeveralLines) ? 0 : 1
}

/** The cells of a table without spans that is all that was copied. */
function rowsOfBlocks([table, ...others]: readonly SheetElement[]): Rows | null {
  if (table?.type !== 'table' || others.length > 0) return null
  const rows = table.children.map((row) => (Element.isElement(row) ? row.children.filter((cell) => isOneOf(cell, ['cell'])) : []))
  return rows.some((row) => row.length !== rows[0]?.length) ? null : rows.map((row) => row.map((cell) => textOf(cell)))
}

/** In a draft a block derives its number from where it stands. One that no rule would derive (1.1, 第一节) stays as it is printed. */
function asDraft(block: SheetElement): SheetElement {
  if (block.printed === undefined) return block
  const mark = readMark(`${block.printed}字`)
  const isDerived = block.type === 'item' || (mark?.kind === block.type && (block.type !== 'heading' || mark.level === block.level))
  return isDerived ? without(block, 'printed') : block
}

/** Says it when the sheet has taken the blocks in, and numbered them. */
function sayLater(page: PastePage, title: string, sentences: () => readonly string[]): void {
  void Promise.resolve().then(() => {
    const all = sentences()
    if (all.length > 0) page.tell(title, `${all.slice(0, MOST_SENTENCES).join('；')}${all.length > MOST_SENTENCES ? '；等等' : ''}。`)
  })
}

const MOST_SENTENCES = 6

/** Numbers that are others here than where they were copied. */
function renumbered(blocks: readonly SheetElement[], numberOf: NumberOf): readonly string[] {
  const changes = blocks.flatMap(({ id, printed }) => {
    const now = printed === undefined ? undefined : numberOf(id)
    return printed === undefined || now === undefined || bare(now) === bare(printed) ? [] : [`“${printed}”改为“${now}”`]
  })
  return changes.length === 0 ? [] : [`${changes.length}处序号按这里的次序重编，如${changes[0] ?? ''}`]
}

/** The number itself: (五) and （五） are one. */
function bare(number: string): string {
  return number.replace(/[^\p{L}\p{N}]/gu, '')
}

/** A bare contenteditable: what the browser does by itself. With `chunked` in the address, in boxes that are not laid out while out of sight, as those of Slate. */
import { textOf } from '../../../shared/document/text.ts'
import type { Table } from '../../../shared/document/types.ts'
import { blocks, desk, type NoticeBlock } from './desk.ts'
import './plain.css'

const CHUNK = 20

const field = document.createElement('div')
field.className = 'plain'
field.contentEditable = 'true'
field.spellcheck = false
const elements = blocks().map(elementOf)
field.append(...(new URLSearchParams(location.search).has('chunked') ? chunks(elements) : elements))
desk().append(field)

function elementOf(block: NoticeBlock): HTMLElement {
  if (block.type === 'table') return tableOf(block)
  return lineOf(block.type === 'heading' ? `h${block.level}` : 'p', textOf(block.children))
}

function tableOf(block: Table): HTMLElement {
  const table = document.createElement('table')
  const body = table.createTBody()
  for (const { children: cells } of block.children) {
    const row = body.insertRow()
    for (const cell of cells) row.insertCell().append(...cell.children.map(({ children }) => lineOf('p', textOf(children))))
  }
  return table
}

function lineOf(tag: string, text: string): HTMLElement {
  const line = document.createElement(tag)
  line.textContent = text
  return line
}

function chunks(all: readonly HTMLElement[]): readonly HTMLElement[] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, at) => {
    const chunk = document.createElement('div')
    chunk.className = 'chunk'
    chunk.append(...all.slice(at * CHUNK, (at + 1) * CHUNK))
    return chunk
  })
}

/** A roster (名单) as lines of the page: roles, names and posts stand one below the other, names of two characters as wide as those of three. */
import type { Table } from '../document/types.ts'
import { bodyEm, type PageLook } from './look.ts'
import type { FlowLine } from './flow.ts'
import { printableText, printedLine } from './printable.ts'
import { textWidth } from './text-width.ts'

/** Ideographic space. */
const SPACE = '\u3000'

/** A word of two Chinese characters as wide as three: 李　毅, 组　长. Other words stay as they are, without the space that was typed into them. */
export function padToThree(word: string): string {
  const bare = /^[\p{Script=Han}\s]+$/u.test(word) ? word.replace(/\s/gu, '') : word.trim()
  const characters = Array.from(bare)
  return characters.length === 2 && /^\p{Script=Han}+$/u.test(bare) ? characters.join(SPACE) : bare
}

/** Characters that every line is indented, as a paragraph is. */
const INDENT = 2

/** The lines of a roster; rows without any text print nothing. What is long goes on below its post. */
export function rosterLines(roster: Table, look: PageLook): readonly FlowLine[] {
  const entries = roster.children.filter(({ change }) => change?.kind !== 'del').map((row) => row.children.map((cell) => cellText(cell)))
  const filled = entries.filter((cells) => cells.some((text) => text !== '')).map(([role = '', name = '', post = '']) => ({ role: padToThree(role), name: padToThree(name), post: post.trim() }))
  const em = bodyEm(look)
  const widest = (words: readonly string[]): number => Math.max(0, ...words.map((word) => textWidth(word)))
  const roles = widest(filled.map(({ role }) => role))
  const toName = INDENT + (roles === 0 ? 0 : roles + 1)
  const names = widest(filled.map(({ name }) => name))
  // A post needs six characters of the column; where names are longer than that leaves, it goes on below the name.
  const toPost = Math.min(toName + names + 1, Math.max(toName, look.columns.characters - 6))
  // A colon that ends right at a stop would send its tab to the next one: the stop stands a point beyond.
  const stops = (roles === 0 ? [toPost] : [toName, toPost]).map((stop) => Math.round(stop * em) + 20)
  return filled.map(({ role, name, post }) => ({
    kind: 'line',
    line: 'roster',
    spans: [{ text: [role === '' ? '' : `${role}：`, name, post].slice(roles === 0 ? 1 : 0).join('\t').replace(/\t$/, '') }],
    left: Math.round(toPost * em) + 20,
    hanging: Math.round((toPost - INDENT) * em) + 20,
    tabs: stops,
  }))
}

function cellText(cell: Table['children'][number]['children'][number]): string {
  const lines = cell.children.filter(({ change }) => change?.kind !== 'del').map(({ children }) => printedLine(children))
  return printableText(lines.join('')).replace(/[\t\n]/g, ' ').trim()
}

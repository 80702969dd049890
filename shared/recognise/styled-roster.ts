/** Lines in the style of a roster as a roster: a tab divides role, name and post, and a colon ends the role. */
import { makeRoster } from '../document/build.ts'
import type { Leaf, Table } from '../document/types.ts'
import { joined, liveText } from './tracked.ts'

/** One roster, or several: where a line has no role column below lines that have one, another begins. */
export function rosterOfLines(lines: readonly (readonly Leaf[])[]): readonly Table[] {
  const says = lines.map(saysRoles)
  const rosters: { readonly withRoles: boolean; readonly lines: (readonly Leaf[])[] }[] = []
  lines.forEach((line, at) => {
    const last = rosters.at(-1)
    const withRoles = says[at] ?? last?.withRoles ?? says.find((one) => one !== null) ?? false
    if (last?.withRoles === withRoles) last.lines.push(line)
    else rosters.push({ withRoles, lines: [line] })
  })
  return rosters.map(({ withRoles, lines: some }) => roster(some.map((line) => cells(line, withRoles))))
}

/** Whether the line has a column for roles; null for one that only begins with a tab, which is as its neighbours are. */
function saysRoles(line: readonly Leaf[]): boolean | null {
  const [first = ''] = liveText(line).split('\t')
  return first === '' ? null : first.endsWith('：')
}

type Cells = readonly [role: readonly Leaf[], name: readonly Leaf[], post: readonly Leaf[]]

function roster(entries: readonly Cells[]): Table {
  const empty = makeRoster(entries.map(() => ({ role: '', name: '', post: '' })))
  const rows = empty.children.map((row, at) => ({
    ...row,
    children: row.children.map((cell, column) => ({
      ...cell,
      children: cell.children.map((paragraph) => ({ ...paragraph, children: joined(entries[at]?.[column] ?? []) })),
    })),
  }))
  return { ...empty, children: rows }
}

/** The post is all that stands behind the name. */
function cells(line: readonly Leaf[], withRoles: boolean): Cells {
  const [first = [], second = [], ...rest] = atTabs(line, withRoles ? 3 : 2)
  const [role, name, post] = withRoles ? [first, second, rest.flat()] : [[], first, second]
  return [unpadded(withoutColon(role)), unpadded(name), post]
}

/** Cut at the first tabs, into `most` pieces at most. Deleted text stays with what stands before it. */
function atTabs(line: readonly Leaf[], most: number): readonly (readonly Leaf[])[] {
  const pieces: Leaf[][] = [[]]
  for (const leaf of line) {
    let rest = leaf.text
    for (let tab = rest.indexOf('\t'); !leaf.del && tab >= 0 && pieces.length < most; tab = rest.indexOf('\t')) {
      pieces.at(-1)?.push({ ...leaf, text: rest.slice(0, tab) })
      pieces.push([])
      rest = rest.slice(tab + 1)
    }
    pieces.at(-1)?.push({ ...leaf, text: rest })
  }
  return pieces
}

function withoutColon(role: readonly Leaf[]): readonly Leaf[] {
  const last = role.map(({ text, del }) => !del && text !== '').lastIndexOf(true)
  return role.map((leaf, at) => (at === last ? { ...leaf, text: leaf.text.replace(/：$/u, '') } : leaf))
}

/** 李　毅 is printed wide and kept close. */
function unpadded(word: readonly Leaf[]): readonly Leaf[] {
  return /^[\p{Script=Han}\s]+$/u.test(liveText(word)) ? word.map((leaf) => ({ ...leaf, text: leaf.text.replace(/[\s\u3000]/g, '') })) : word
}

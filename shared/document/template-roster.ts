/** Rosters (名单) of a template, an entry a line: `组长 | {{姓名}} | {{职务}}`. An empty role is that of the line above. */
import { makeCell, makeParagraph, makeRoster } from './build.ts'
import { readSpans, toInlines, type Read, type Span, type TemplateValues } from './template-spans.ts'
import type { Table } from './types.ts'

export interface TemplateRoster {
  readonly kind: 'roster'
  /** Role, name and post of each entry. */
  readonly entries: readonly (readonly (readonly Span[])[])[]
}

/** Reads the entries. Refused: other than three fields, a role that brings its own colon. */
export function readRoster(lines: readonly string[]): Read<TemplateRoster> {
  const entries: (readonly (readonly Span[])[])[] = []
  for (const [at, line] of lines.entries()) {
    const fields = line.split('|').map((field) => field.trim())
    if (fields.length !== 3) return { fault: `第${at + 1}行有${fields.length}栏；名单一行写三栏：职责 | 姓名 | 职务，没有职责的空着` }
    if (/[：:]$/u.test(fields[0] ?? '')) return { fault: `第${at + 1}行职责后的冒号由程序加上，请删去` }
    const entry: (readonly Span[])[] = []
    for (const field of fields) {
      const spans = readSpans(field)
      if ('fault' in spans) return { fault: `第${at + 1}行：${spans.fault}` }
      entry.push(spans.value)
    }
    entries.push(entry)
  }
  return { value: { kind: 'roster', entries } }
}

/** The roster with fresh ids. */
export function toRoster({ entries }: TemplateRoster, values: TemplateValues): Table {
  const empty = makeRoster(entries.map(() => ({ role: '', name: '', post: '' })))
  const rows = empty.children.map((row, at) => ({
    ...row,
    children: (entries[at] ?? []).map((spans) => ({ ...makeCell(''), children: [makeParagraph(toInlines(spans, values))] })),
  }))
  return { ...empty, children: rows }
}

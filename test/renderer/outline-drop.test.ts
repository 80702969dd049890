import { describe, expect, it } from 'vitest'
import { dropOn, type Zone } from '../../renderer/workspaces/draft/outline-drop.ts'
import { outlineRows } from '../../renderer/workspaces/draft/outline-rows.ts'
import { makeAttachment, makeBody, makeDocument, makeHeading, makeLine } from '../../shared/document/build.ts'
import { planMove } from '../../shared/document/sections.ts'
import { blocksOf, innerTitleOf, isTextBlock, textOf } from '../../shared/document/text.ts'

const document = makeDocument({ issuers: [], genre: null, documentNumber: null }, [
  makeLine('title', '通知'),
  makeBody([makeHeading(1, '甲'), makeHeading(2, '甲一'), makeHeading(2, '甲二'), makeHeading(1, '乙'), makeHeading(2, '乙一'), makeHeading(3, '乙一1'), makeHeading(1, '丙')]),
  makeAttachment('清单', [makeHeading(1, '说明')]),
  makeAttachment('名单', []),
])
const names = new Map(
  document.parts.flatMap((part) => [
    [part.id, part.type === 'attachment' ? innerTitleOf(part) : part.type] as const,
    ...blocksOf(part).map((block) => [block.id, isTextBlock(block) ? textOf(block.children) : ''] as const),
  ]),
)
const idOf = (name: string): string => [...names].find(([, one]) => one === name)?.[0] ?? ''

/** The place of a drop and the row and depth of its mark, in names. */
function drop(what: string, over: string, zone: Zone, ...folded: readonly string[]): string | null {
  const id = idOf(what)
  const found = dropOn({ id, rows: outlineRows(document), isFolded: (row) => folded.includes(names.get(row) ?? ''), isPossible: (place) => planMove(document, id, place) !== null }, idOf(over), zone)
  if (!found) return null
  const place = Object.entries(found.place).map(([side, target]) => `${side} ${names.get(target) ?? ''}`).join()
  return `${place}, ${found.side} ${names.get(found.row) ?? ''} ${found.depth}`
}

describe('a dragged row', () => {
  it('goes in front of a row, into it or behind it, by the part that the pointer is on', () => {
    expect(drop('丙', '甲', 'top')).toBe('before 甲, before 甲 0')
    expect(drop('丙', '甲', 'middle')).toBe('into 甲, into 甲 0')
    expect(drop('甲二', '乙一1', 'bottom')).toBe('after 乙一, after 乙一1 1')
    expect(drop('甲一', '丙', 'bottom')).toBe('after 丙, after 丙 0')
  })

  it('below an open heading goes in front of what is below that, below a folded one behind it all', () => {
    expect(drop('丙', '甲', 'bottom')).toBe('before 甲一, before 甲一 1')
    expect(drop('丙', '甲', 'bottom', '甲')).toBe('after 甲, after 甲 0')
  })

  it('behind the last row below a heading keeps its own level', () => {
    expect(drop('甲', '乙一1', 'bottom')).toBe('after 乙, after 乙一1 0')
    expect(drop('丙', '甲二', 'bottom')).toBe('after 甲, after 甲二 0')
    expect(drop('乙一', '甲二', 'bottom')).toBe('after 甲二, after 甲二 1')
  })

  it('has no place where the document allows none', () => {
    expect(drop('甲', '甲二', 'middle')).toBeNull()
    expect(drop('甲', 'title', 'middle')).toBeNull()
    expect(drop('名单', '甲', 'top')).toBeNull()
    expect(drop('名单', '清单', 'top')).toBe('before 清单, before 清单 0')
    // The lower part of an open attachment means behind it, as nothing else is possible.
    expect(drop('名单', '清单', 'bottom')).toBeNull()
    expect(drop('清单', '名单', 'bottom')).toBe('after 名单, after 名单 0')
    expect(drop('丙', '名单', 'middle')).toBe('into 名单, into 名单 0')
  })
})

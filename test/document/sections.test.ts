import { describe, expect, it } from 'vitest'
import { makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeLine, makeParagraph, makePrinted, makeRow, makeTable } from '../../shared/document/build.ts'
import { planMove, planShift, planStep, sectionEnd, type SectionMove } from '../../shared/document/sections.ts'
import { blocksOf, innerTitleOf, isTextBlock, textOf } from '../../shared/document/text.ts'
import type { Block, Document, Part } from '../../shared/document/types.ts'

const table = makeTable([makeRow([makeCell('序号')])])
const document = makeDocument({ issuers: [], genre: null, documentNumber: null }, [
  makeLine('title', '通知'),
  makeBody([
    makeParagraph('引言'),
    makeHeading(1, '甲'), makeParagraph('甲文'), makeHeading(2, '甲一'), makeHeading(3, '甲一1'), makeHeading(2, '甲二'),
    makeHeading(1, '乙'), makeHeading(2, '乙一'), table, makeParagraph('表后'), makeHeading(1, '丙'),
  ]),
  makePrinted('办法', [makeChapter('总则'), makeArticle('目的'), makeHeading(2, '项'), makeArticle('范围'), makeChapter('附则'), makeArticle('施行')]),
  makeAttachment('清单', [makeParagraph('说明')]),
  makeAttachment('名单', []),
  makeAttachment('评分', []),
])

const named = (block: Block): string => (isTextBlock(block) ? textOf(block.children) : '表')
const nameOf = (part: Part): string => (part.type === 'attachment' || part.type === 'printed' ? innerTitleOf(part) : part.type)

function id(name: string): string {
  const found = document.parts.flatMap((part) => [{ id: part.id, name: nameOf(part) }, ...blocksOf(part).map((block) => ({ id: block.id, name: named(block) }))]).find((one) => one.name === name)
  if (!found) throw new Error(name)
  return found.id
}

/** What a move makes of the document: the names of the part's blocks that it goes to, levels of headings in front. */
function after(move: SectionMove | null): readonly string[] | null {
  if (!move) return null
  const parts = [...document.parts]
  if (move.kind === 'part') {
    parts.splice(move.to, 0, ...parts.splice(move.from, 1))
    return parts.filter((part) => part.type === 'attachment').map(nameOf)
  }
  const written = (block: Block, shift: number): string => (block.type === 'heading' ? String(block.level + shift) : '') + named(block)
  const { from, to, count, shift } = move
  const source = blocksAt(document, from.part)
  const target = blocksAt(document, to.part)
  const moved = source.slice(from.at, from.at + count)
  const rest = (blocks: readonly Block[]): readonly string[] => blocks.filter((block) => !moved.includes(block)).map((block) => written(block, 0))
  return [...rest(target.slice(0, to.at)), ...moved.map((block) => written(block, shift)), ...rest(target.slice(to.at))]
}

function blocksAt({ parts }: Document, part: number): readonly Block[] {
  const holder = parts[part]
  return holder ? blocksOf(holder) : []
}

describe('a section', () => {
  it('ends where a heading of its level or a wider one begins', () => {
    const blocks = blocksAt(document, 1)
    expect(blocks.map((_, at) => sectionEnd(blocks, at))).toEqual([1, 6, 3, 5, 5, 6, 10, 10, 9, 10, 11])
  })

  it('goes with all that is below it, and its neighbours stay as they are', () => {
    expect(after(planMove(document, id('甲'), { after: id('乙') }))).toEqual(['引言', '1乙', '2乙一', '表', '表后', '1甲', '甲文', '2甲一', '3甲一1', '2甲二', '1丙'])
    expect(after(planMove(document, id('丙'), { before: id('甲') }))?.slice(0, 3)).toEqual(['引言', '1丙', '1甲'])
  })

  it('takes the level of the heading that it is dropped beside, and one deeper than the one it is dropped into', () => {
    expect(after(planMove(document, id('甲一'), { before: id('乙') }))?.slice(4, 7)).toEqual(['1甲一', '2甲一1', '1乙'])
    expect(after(planMove(document, id('丙'), { into: id('甲') }))?.slice(5, 8)).toEqual(['2甲二', '2丙', '1乙'])
    expect(after(planMove(document, id('甲二'), { into: id('甲一') }))?.slice(3, 6)).toEqual(['2甲一', '3甲一1', '3甲二'])
    expect(after(planMove(document, id('甲一'), { into: id('清单') }))).toEqual(['说明', '1甲一', '2甲一1'])
  })

  it('is refused where one of its headings would have no level, and where it stands already', () => {
    expect(planMove(document, id('甲'), { into: id('甲一') })).toBeNull()
    expect(planMove(document, id('乙'), { into: id('甲一1') })).toBeNull()
    expect(planMove(document, id('甲'), { before: id('乙') })).toBeNull()
    expect(planMove(document, id('甲'), { into: id('甲') })).toBeNull()
    expect(planMove(document, id('甲二'), { into: id('甲') })).toBeNull()
    expect(planMove(document, id('甲'), { into: id('title') })).toBeNull()
  })

  it('of a chapter stands beside chapters, of an article beside articles or in a chapter', () => {
    expect(after(planMove(document, id('附则'), { before: id('总则') }))).toEqual(['附则', '施行', '总则', '目的', '2项', '范围'])
    expect(planMove(document, id('附则'), { before: id('目的') })).toBeNull()
    expect(after(planMove(document, id('目的'), { into: id('附则') }))).toEqual(['总则', '范围', '附则', '施行', '目的', '2项'])
    expect(planMove(document, id('目的'), { before: id('甲') })).toBeNull()
    expect(planMove(document, id('甲'), { before: id('目的') })).toBeNull()
    expect(after(planMove(document, id('项'), { into: id('施行') }))?.at(-1)).toBe('2项')
  })

  it('a table goes alone, to the end of a heading’s own text', () => {
    expect(after(planMove(document, id('表'), { into: id('甲') }))?.slice(1, 5)).toEqual(['1甲', '甲文', '表', '2甲一'])
    expect(after(planMove(document, id('表'), { into: id('清单') }))).toEqual(['说明', '表'])
  })
})

describe('a step', () => {
  it('passes the neighbour of its level, or goes over the heading above', () => {
    expect(after(planStep(document, id('甲二'), 'up'))?.slice(3, 6)).toEqual(['2甲二', '2甲一', '3甲一1'])
    expect(after(planStep(document, id('乙一'), 'up'))?.slice(5, 10)).toEqual(['2甲二', '2乙一', '表', '表后', '1乙'])
    expect(after(planStep(document, id('甲二'), 'down'))?.slice(5, 8)).toEqual(['1乙', '2甲二', '2乙一'])
    expect(after(planStep(document, id('范围'), 'down'))).toEqual(['总则', '目的', '2项', '附则', '范围', '施行'])
    expect(after(planStep(document, id('表'), 'down'))?.slice(8)).toEqual(['表后', '表', '1丙'])
  })

  it('ends at the ends: no heading is left without one above it', () => {
    for (const name of ['甲', '甲一', '总则', '目的', '引言']) expect([name, planStep(document, id(name), 'up')]).toEqual([name, null])
    for (const name of ['丙', '附则', '施行']) expect([name, planStep(document, id(name), 'down')]).toEqual([name, null])
  })
})

it('attachments change places among themselves', () => {
  expect(after(planMove(document, id('清单'), { after: id('评分') }))).toEqual(['名单', '评分', '清单'])
  expect(after(planMove(document, id('评分'), { before: id('名单') }))).toEqual(['清单', '评分', '名单'])
  expect(after(planStep(document, id('名单'), 'up'))).toEqual(['名单', '清单', '评分'])
  expect(planStep(document, id('清单'), 'up')).toBeNull()
  expect(planStep(document, id('评分'), 'down')).toBeNull()
  expect(planMove(document, id('清单'), { before: id('办法') })).toBeNull()
  expect(planMove(document, id('清单'), { before: id('名单') })).toBeNull()
})

it('headings below a heading change their level with it, all or none', () => {
  expect(planShift(document, id('甲'), 1)?.map(({ level }) => level)).toEqual([2, 3, 4, 3])
  expect(planShift(document, id('甲一'), -1)?.map(({ level }) => level)).toEqual([1, 2])
  expect(planShift(document, id('甲'), -1)).toBeNull()
  expect(planShift(document, id('目的'), 1)).toBeNull()
})

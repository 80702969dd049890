/** The real issue as one text: its documents are those that its single notices give, and it says of itself what is printed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentsDoubts, readIssue } from '../../shared/recognise/issue.ts'
import { cutIssue } from '../../shared/recognise/issue-cut.ts'
import { recogniseNotice } from '../../shared/recognise/notice.ts'
import { shapeOf } from '../recognise/compare.ts'
import { describeSeed, SEED_FOLDER } from './seed.ts'

interface Printed {
  readonly documentNumber: string
  readonly section: string
  readonly firstPage: number
}

describeSeed('the whole real issue', (notices) => {
  const text = readFileSync(join(SEED_FOLDER, 'gazette-2023-1.txt'), 'utf8')
  const issue = readIssue(text)
  const documents = issue?.sections.flatMap(({ name, documents: those }) => those.map((one) => ({ ...one, section: name, recognised: recogniseNotice(one.text) }))) ?? []

  test('as many documents as notices, in the order of the issue', () => {
    expect(documents.map(({ recognised }) => recognised.document.header.documentNumber)).toEqual(notices.map(({ expected }) => expected.documentNumber))
  })

  test.each(notices.map((notice) => [notice.expected.documentNumber, notice] as const))('%s is what it is when imported alone', (number, notice) => {
    const found = documents.find(({ recognised }) => recognised.document.header.documentNumber === number)
    const alone = recogniseNotice(notice.text)
    expect(found && shapeOf(found.recognised.document)).toEqual(shapeOf(alone.document))
    expect(found?.recognised.doubts).toEqual(alone.doubts)
    expect(found?.recognised.leftOut).toEqual(alone.leftOut)
  })

  test('section and page of each are those of the contents, and contents and text agree', () => {
    const printed = (JSON.parse(readFileSync(join(SEED_FOLDER, 'expected.json'), 'utf8')) as readonly Printed[]).map(({ documentNumber, section, firstPage }) => [documentNumber, section, firstPage])
    expect(documents.map(({ listed, section }) => [listed?.documentNumber, section, listed?.page])).toEqual(printed)
    expect(documents.flatMap(({ listed, recognised }) => contentsDoubts('numbers', listed, recognised.document))).toEqual([])
    expect(issue).toMatchObject({ evident: true, doubts: [] })
  })

  test('the issue says what it prints, and no line of it is lost', () => {
    const lines = text.split('\n').map((line) => line.trim())
    const facts = issue?.facts
    expect(facts).toMatchObject({ year: 2023, numbers: [1], total: 4, supplement: false })
    expect(lines).toContain(facts?.gazetteName)
    expect(lines).toContain(`${facts?.date}出版`)
    expect(lines).toContain(`${facts?.sponsor}主办`)
    expect(facts?.board.map(({ role }) => role)).toEqual(['主任', '副主任', '委员', '编辑', '校对'])
    // The names of two lines are one list.
    expect(facts?.board.map(({ names }) => names.length)).toEqual([1, 1, 6, 2, 2])
    expect(facts?.introduction.split('\n').every((line) => lines.includes(line))).toBe(true)
    expect(facts?.introduction.split('\n')).toHaveLength(4)
    expect(cutIssue(text).pieces.flatMap((piece) => piece.lines).join('\n')).toBe(text)
  })

  test('no single notice is taken for an issue', () => {
    expect(notices.filter((notice) => readIssue(notice.text)?.evident)).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeRoster } from '../../shared/document/build.ts'
import { parseGazetteTemplate } from '../../shared/layout/gazette.ts'
import { padToThree, rosterLines } from '../../shared/layout/roster-lines.ts'

const template = parseGazetteTemplate(JSON.parse(readFileSync(new URL('../../templates/gazette/default.json', import.meta.url), 'utf8')))
const EM = 240
/** Beyond the end of a colon, so that its tab does not jump to the next stop. */
const BEYOND = 20

test.each([
  ['李毅', '李　毅'], ['李 毅', '李　毅'], ['苏映雪', '苏映雪'], ['欧阳青川', '欧阳青川'], ['组 长', '组　长'], ['第一副组长', '第一副组长'], ['买买提·艾山', '买买提·艾山'], ['', ''], [' ', ''],
])('“%s” stands as “%s”', (word, shown) => {
  expect(padToThree(word)).toBe(shown)
})

describe('a roster', () => {
  const lines = rosterLines(
    makeRoster([
      { role: '组长', name: '苏映雪', post: '副县长' },
      { role: '副组长', name: '贺敏', post: '县统计局局长' },
      { role: '', name: '白景明', post: '县文化和旅游局局长' },
      { role: '', name: '', post: '' },
    ]),
    template,
  )

  test('has roles, names and posts one below the other, and no line for an empty row', () => {
    expect(lines.map(({ spans }) => spans[0]?.text)).toEqual(['组　长：\t苏映雪\t副县长', '副组长：\t贺　敏\t县统计局局长', '\t白景明\t县文化和旅游局局长'])
    for (const { tabs, left, hanging } of lines) {
      expect(tabs).toEqual([6 * EM + BEYOND, 10 * EM + BEYOND])
      expect([left, hanging]).toEqual([10 * EM + BEYOND, 8 * EM + BEYOND])
    }
  })

  test('without any role has no column for it', () => {
    const [line] = rosterLines(makeRoster([{ role: '', name: '贺敏', post: '县统计局局长' }]), template)
    expect(line).toMatchObject({ spans: [{ text: '贺　敏\t县统计局局长' }], tabs: [6 * EM + BEYOND] })
  })

  test('leaves its posts six characters of the column, however long a role is', () => {
    const [line] = rosterLines(makeRoster([{ role: '第一副组长兼办公室主任', name: '买买提·艾山', post: '县长' }]), template)
    expect(line?.left).toBeLessThanOrEqual((template.columns.characters - 6) * EM + BEYOND)
  })
})

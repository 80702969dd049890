import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth } from '../../shared/layout/text-width.ts'
import { setTitle } from '../../shared/layout/title-lines.ts'

const titleLines = (title: string, characters: number, gap = 0): readonly string[] => setTitle(title, { characters, gap }).text.split('\n')

test('a title that fits stays in one line', () => {
  expect(titleLines('关于印发《河湾县森林防火工作方案》的通知', 22)).toEqual(['关于印发《河湾县森林防火工作方案》的通知'])
})

test.each([
  ['关于印发河湾县2024年促进农业高质量发展若干措施的通知', ['关于印发河湾县2024年促进', '农业高质量发展若干措施的通知']],
  ['关于认真做好河湾县第五次全国经济普查工作的通知', ['关于认真做好河湾县第五次', '全国经济普查工作的通知']],
  ['关于转发《河湾县应急预案管理办法》和修订青石镇总体应急预案的通知', ['关于转发《河湾县应急预案管理办法》', '和修订青石镇总体应急预案的通知']],
])('%s is broken between words, into lines of like length', (title, lines) => {
  expect(titleLines(title, 22)).toEqual(lines)
})

test.each([
  ['关于印发河湾县人民政府工作规则和河湾县人民政府办公室会议制度的通知', 14, /^关于印发$|河湾县人民政府/u],
  ['关于成立河湾县自然资源局与河湾县发展和改革局联合工作组的通知', 16, /自然资源局|发展和改革局/u],
])('an organ is whole, and what stands before it need not go with it: %s', (title, characters, pattern) => {
  const lines = titleLines(title, characters)
  for (const line of lines.slice(0, 2)) expect(line).toMatch(pattern)
})

test('a day is not parted, nor a span of years', () => {
  for (let limit = 10; limit < 22; limit++) {
    for (const line of titleLines('关于2024年5月8日至2026—2028年全县经济普查和农村公路养护资金安排的通知', limit)) expect(line).not.toMatch(/\d年$(?<=2024年)|^\d+[月日]|^—|—$/u)
  }
})

test('chosen breaks are kept, and a chosen line that is too long is broken further', () => {
  expect(titleLines('关于做好\n2024年防汛工作的通知', 22)).toEqual(['关于做好', '2024年防汛工作的通知'])
  const lines = titleLines(`关于做好\n${'防汛抗旱'.repeat(8)}`, 22)
  expect(lines[0]).toBe('关于做好')
  expect(lines).toHaveLength(3)
})

test('a number stays with its unit, a name with its brackets', () => {
  for (let limit = 8; limit < 22; limit++) {
    for (const line of titleLines('关于2024年至2026年《柳溪河治理规划（草案）》的批复', limit)) {
      expect(line).not.toMatch(/\d$|^[年》）的]|[《（]$/)
    }
  }
})

const words = fc.constantFrom('河湾县', '人民政府', '关于', '印发', '《', '》', '（', '）', '2024年', '工作', '方案', '的', '通知', '“十四五”', 'AI', ' ', '、')
const titles = fc.array(words, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''))

test('lines joined are the title, each is within the limit, and there are no more than are needed and two', () => {
  fc.assert(
    fc.property(titles, fc.integer({ min: 6, max: 30 }), fc.constantFrom(0, 0.25), (title, limit, gap) => {
      const lines = titleLines(title, limit, gap)
      expect(lines.join('')).toBe(title)
      for (const line of lines) expect(textWidth(line, gap)).toBeLessThanOrEqual(limit)
      expect(lines.length).toBeLessThanOrEqual(Math.ceil(textWidth(title, gap) / limit) + 2)
    }),
  )
})

const places = ['河湾县', '青石镇', '柳溪乡', '石桥镇', '云岭乡', '长兴市']
const organs = fc.tuple(fc.constantFrom(...places), fc.constantFrom('人民政府', '人民政府办公室', '自然资源局', '发展和改革局', '安全生产委员会', '防汛抗旱指挥部', '防汛抗旱指挥部办公室', '人民法院')).map(([place, organ]) => place + organ)
const numbers = fc.tuple(fc.integer({ min: 1, max: 2030 }), fc.constantFrom('年', '年度', '个', '万元', '亩', '平方米', '％', '处', '千瓦', '立方米', '年5月8日')).map(([number, unit]) => `${number}${unit}`)
const whole = fc.oneof(organs, numbers, fc.constantFrom('“十四五”规划', '第三次', '印发', '转发', '《防汛应急预案》', '县森林防灭火指挥部', '县委办公室'))
const plain = fc.constantFrom('关于', '做好', '农村公路', '养护', '资金计划', '下达', '调整', '和', '有关工作', '应急物资', '储备')

test('organs, numbers with their units, names of texts and what is done with them are never cut', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(plain, whole), { minLength: 1, maxLength: 6 }), fc.integer({ min: 16, max: 26 }), (parts, limit) => {
      const title = `${parts.flat().join('')}的通知`
      const breaks = new Set<number>()
      let at = 0
      for (const line of titleLines(title, limit).slice(0, -1)) breaks.add((at += line.length))
      let from = 0
      for (const [before, kept] of parts) {
        from += before.length
        for (let inside = from + 1; inside < from + kept.length; inside++) expect([title, kept, breaks.has(inside)]).toEqual([title, kept, false])
        from += kept.length
      }
    }),
    { numRuns: 300 },
  )
})

test('three lines are a diamond, not an hourglass', () => {
  const [first, second, third] = titleLines('关于调整河湾县防汛抗旱指挥部成员单位和明确各乡镇河道管理责任以及巡查办法的通知', 16)
  expect(textWidth(second!)).toBeGreaterThanOrEqual(textWidth(first!))
  expect(textWidth(second!)).toBeGreaterThanOrEqual(textWidth(third!))
})

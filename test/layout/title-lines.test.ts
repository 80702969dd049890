import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth } from '../../shared/layout/text-width.ts'
import { titleLines } from '../../shared/layout/title-lines.ts'

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

import { expect, test } from 'vitest'
import { isChineseMark, lineCount, textWidth } from '../../shared/layout/text-width.ts'

test('Chinese characters and marks are squares, digits and letters are those of Times New Roman', () => {
  expect(textWidth('河湾县，“”…')).toBe(7)
  expect(textWidth('2024')).toBe(2)
  expect(textWidth('WiFi')).toBeCloseTo(0.944 + 0.278 + 0.556 + 0.278)
  expect(textWidth('一\n二')).toBe(2)
})

test('Chinese and Latin stand apart where a template asks for it; marks are no letters', () => {
  expect(textWidth('2024年2月7日', 0.25)).toBe(6 + 5 * 0.25)
  expect(textWidth('（2024）', 0.25)).toBe(4)
  expect(lineCount('2024年2月7日', 6)).toBe(1)
  expect(lineCount('2024年2月7日', 6, 0.25)).toBe(2)
})

test('marks that both kinds of font have take the Chinese one', () => {
  for (const mark of '“”‘’…—·×℃①‰') expect(isChineseMark(mark)).toBe(true)
  for (const char of 'a1，。 中é') expect(isChineseMark(char)).toBe(false)
})

test('lines are counted as squares fill them: half a square left over is lost', () => {
  expect(lineCount('', 20)).toBe(1)
  expect(lineCount('国'.repeat(40), 20)).toBe(2)
  expect(lineCount('国'.repeat(41), 20.9)).toBe(3)
  expect(lineCount('一\n二三', 20)).toBe(2)
})

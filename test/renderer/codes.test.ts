import { expect, it } from 'vitest'
import { checkCode, cleanCode } from '../../renderer/workspaces/start/codes.ts'

it('a code is taken out of what was typed', () => {
  expect(cleanCode(' 河政发 〔2024〕9号')).toBe('河政发')
  expect(cleanCode('河政办函[2024]')).toBe('河政办函')
})

it('codes are Chinese characters only, and the message names the code', () => {
  expect(checkCode('河政办发')).toBe(true)
  expect(checkCode('')).toBe('代字不能为空')
  expect(checkCode('HZF')).toContain('HZF')
  expect(checkCode('河湾县人民政府办公室')).toContain('太长')
})

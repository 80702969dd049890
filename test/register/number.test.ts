import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, isCode, parseNumber } from '../../shared/register/number.ts'

const number = fc.record({
  code: fc.array(fc.constantFrom(...Array.from('河政办发财任函')), { minLength: 2, maxLength: 12 }).map((chars) => chars.join('')),
  year: fc.integer({ min: 1949, max: 2100 }),
  serial: fc.integer({ min: 1, max: 99_999 }),
})

describe('document numbers', () => {
  it('every number comes back from what is printed', () => {
    fc.assert(fc.property(number, (one) => {
      expect(isCode(one.code)).toBe(true)
      expect(parseNumber(formatNumber(one))).toEqual(one)
    }))
  })

  it.each(['河政办发〔2024〕9号', '河政办发[2024]9号', '河政办发（2024）9号', '河政办发【2024】9号', '河政办发〔2024〕第9号', '河政办发 〔2024〕 9 号', '河政办发〔2024〕　9号', '河政办发〔2024〕009号'])('%s is read as it is meant', (text) => {
    expect(parseNumber(text)).toEqual({ code: '河政办发', year: 2024, serial: 9 })
  })

  it.each(['', '河〔2024〕9号', '河政办发〔24〕9号', '河政办发〔2024〕0号', '河政办发〔2024〕9', 'HZF〔2024〕9号', '根据河政办发〔2024〕9号文件', '河政办发2024年9号', '河政办发〔2024〕九号'])('%j is none', (text) => {
    expect(parseNumber(text)).toBeNull()
  })
})

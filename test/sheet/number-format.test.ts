/** Numbers, dates and texts as the Chinese edition of Excel shows them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inWords } from '../../electron/sheet/reader/chinese-digits.ts'
import { builtInPattern, numberFormat, shownText } from '../../electron/sheet/reader/number-format.ts'
import { toChinese } from '../../shared/numbering/chinese.ts'

const shownNumber = (pattern: string, value: number, from1904: boolean): string | null => numberFormat(pattern)(value, from1904)

describe('patterns', () => {
  test.each<[string, number, string]>([
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 123456789012, '1.23457E+11'],
    ['G/通用格式"元"', 12.5, '12.5元'],
    ['#,##0.00_ ', 1234.5, '1,234.50'],
    ['#,##0', -1234.5, '-1,235'],
    ['0.00%', 0.12345, '12.35%'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, '-'],
    ['_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', 12.3, '¥12.30'],
    ['0!.0,', 123456, '12.3'],
    ['0\\.0,"万"', 123456, '12.3万'],
    ['#,##0.00,"万元"', 1234567, '1,234.57万元'],
    ['[>=10000]0!.0,"万";0', 12345, '1.2万'],
    ['000000', 532, '000532'],
    ['[=1]"男";[=2]"女";General', 2, '女'],
    [';;;', 5, ''],
    ['yyyy/m/d', 45420, '2024/5/8'],
    ['yyyy"年"m"月"d"日";@', 45420, '2024年5月8日'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 45420, '2024年5月8日'],
    ['[$-F400]h:mm:ss\\ AM/PM', 0.6, '14:24:00'],
    ['上午/下午h"时"mm"分"', 0.6, '下午2时24分'],
    ['[$-804]aaaa;@', 45420, '星期三'],
    ['"周"aaa', 45424, '周日'],
    ['mmm-yy', 45420, 'May-24'],
    ['[h]:mm', 1.5, '36:00'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', 45424, '二〇二四年五月十二日'],
    ['[DBNum2][$-804]yyyy"年"m"月"d"日"', 45424, '贰零贰肆年伍月壹拾贰日'],
    ['[DBNum1][$-804]General', 1234.5, '一千二百三十四.五'],
    ['[DBNum2][$-804]General"元"', 10305, '壹万零叁佰零伍元'],
    ['[DBNum1]0', 2024, '二〇二四'],
    ['yyyy/m/d', -1, '-1'],
  ])('%s of %d is %s', (pattern, value, shown) => {
    expect(shownNumber(pattern, value, false)).toBe(shown)
  })

  test('those known by number alone are the Chinese ones', () => {
    expect([14, 31, 57, 34, 10].map((id) => shownNumber(builtInPattern(id), id === 10 ? 0.5 : 45420.6, false))).toEqual(['2024/5/8', '2024年5月8日', '2024年5月', '下午2时24分', '50.00%'])
  })

  test('1904 moves days, and nothing else', () => {
    expect(shownNumber('yyyy/m/d', 43958, true)).toBe('2024/5/8')
    expect(shownNumber('[h]:mm', 1.5, true)).toBe('36:00')
    expect(shownNumber('0.0', 1.5, true)).toBe('1.5')
  })

  test('one that is none gives nothing', () => {
    expect(shownNumber('bad[[', 3, false)).toBeNull()
    expect(shownNumber('#'.repeat(500), 3, false)).toBeNull()
  })

  test('texts are shown as they are, unless the pattern adds something', () => {
    expect(shownText('0.00', '12')).toBe('12')
    expect(shownText('General', '青石镇')).toBe('青石镇')
    expect(shownText('0;0;0;@"镇"', '青石')).toBe('青石镇')
    expect(shownText('bad[[@', '青石')).toBe('青石')
  })
})

test('numbers in words are those of the documents', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
      expect(inWords(String(value), 'plain')).toBe(toChinese(value))
    }),
    { numRuns: 1000 },
  )
})

test.each([
  [0, '〇', '零'],
  [10_000, '一万', '壹万'],
  [100_010, '十万零一十', '壹拾万零壹拾'],
  [120_000_305, '一亿二千万零三百零五', '壹亿贰仟万零叁佰零伍'],
  [100_000_000, '一亿', '壹亿'],
])('%d is read %s', (value, plain, formal) => {
  expect([inWords(String(value), 'plain'), inWords(String(value), 'formal')]).toEqual([plain, formal])
})

test('any pattern made of the pieces of patterns gives a text or nothing, and never hangs', () => {
  const piece = fc.constantFrom('0', '#', '.', ',', '%', '"元"', '\\年', '[Red]', '[DBNum1]', '[$-804]', '[>=5]', ';', '_ ', '* ', '@', 'General', 'yyyy', 'm', 'd', 'h', 'aaa', 'aaaa', 'AM/PM', '上午/下午', '!', '"', '[', '?', '/', 'E+')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.oneof(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 60_000 })), fc.boolean(), (pieces, value, from1904) => {
      const shown = shownNumber(pieces.join(''), value, from1904)
      expect(shown === null || shown === shown.trim()).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

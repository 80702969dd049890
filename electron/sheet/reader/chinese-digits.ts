/** Numbers in Chinese characters, as Excel's formats [DBNum1] (一二三) and [DBNum2] (壹贰叁) show them. */

/** 一二三, or 壹贰叁 as on cheques. */
export type Writing = 'plain' | 'formal'

const DIGITS: Readonly<Record<Writing, string>> = { plain: '〇一二三四五六七八九', formal: '零壹贰叁肆伍陆柒捌玖' }
const UNITS: Readonly<Record<Writing, readonly string[]>> = { plain: ['', '十', '百', '千'], formal: ['', '拾', '佰', '仟'] }
const MYRIADS = ['', '万', '亿', '万亿']

/** Each digit by itself: 2024 → 二〇二四. */
export function inDigits(text: string, writing: Writing): string {
  return text.replace(/\d/g, (digit) => DIGITS[writing][Number(digit)] ?? '')
}

/** Numbers as they are read, years and what follows a point digit by digit: 2024年5月12日 → 二〇二四年五月十二日, 1234.5 → 一千二百三十四.五. */
export function inWords(text: string, writing: Writing): string {
  return text.replace(/(\.?)(\d+)(年?)/g, (_, point: string, digits: string, year: string) => {
    const asDigits = point !== '' || (year !== '' && digits.length === 4) || digits.length > 16
    return point + (asDigits ? inDigits(digits, writing) : read(digits, writing)) + year
  })
}

function read(digits: string, writing: Writing): string {
  const plain = digits.replace(/^0+(?=\d)/, '')
  if (plain === '0') return DIGITS[writing][0] ?? ''
  let text = ''
  let gap = false
  for (let from = plain.length % 4 === 0 ? 0 : (plain.length % 4) - 4; from < plain.length; from += 4) {
    const group = plain.slice(Math.max(0, from), from + 4)
    const words = readGroup(group, writing)
    if (words !== '') text += (text !== '' && (gap || group.startsWith('0')) ? '零' : '') + words + (MYRIADS[(plain.length - from) / 4 - 1] ?? '')
    gap = words === ''
  }
  // 十二, not 一十二; but 壹拾贰.
  return writing === 'plain' ? text.replace(/^一十/, '十') : text
}

/** Up to four digits; nothing for zeros. */
function readGroup(group: string, writing: Writing): string {
  let text = ''
  Array.from(group).forEach((digit, at) => {
    if (digit === '0') return
    const afterGap = text !== '' && group[at - 1] === '0'
    text += (afterGap ? '零' : '') + (DIGITS[writing][Number(digit)] ?? '') + (UNITS[writing][group.length - 1 - at] ?? '')
  })
  return text
}

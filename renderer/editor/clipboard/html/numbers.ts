/** Numbers in front of the items of lists, as the page shows them. */
import { toChinese } from '../../../../shared/numbering/chinese.ts'
import { symbolText } from '../../../../shared/recognise/symbols.ts'
import type { Style } from './style.ts'
import type { HtmlElement } from './tree.ts'

/** An `ol` that is being read, or an `ul`, whose marks are no text. */
export interface List {
  readonly format: (count: number) => string
  next: number
}

const MOST = 9999

/** A list that begins. */
export function listOf({ name, attributes }: HtmlElement, style: Style): List {
  if (name !== 'ol') return { format: () => '', next: 1 }
  const start = Number.parseInt(attributes.start ?? '1', 10)
  return { format: formatOf(style.get('list-style-type') ?? attributes.type ?? 'decimal'), next: Number.isNaN(start) ? 1 : start }
}

/** The number of the next item; `value` is the item's own (`<li value=3>`). */
export function nextNumber(list: List, value: string | undefined): string {
  const own = Number.parseInt(value ?? '', 10)
  if (!Number.isNaN(own)) list.next = own
  const number = list.next >= 1 && list.next <= MOST ? list.format(list.next) : ''
  list.next += 1
  return number
}

function formatOf(type: string): (count: number) => string {
  switch (type) {
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return (count) => `${letters(count)}.`
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return (count) => `${letters(count).toUpperCase()}.`
    case 'i':
    case 'lower-roman':
      return (count) => `${roman(count)}.`
    case 'I':
    case 'upper-roman':
      return (count) => `${roman(count).toUpperCase()}.`
    case 'cjk-ideographic':
    case 'cjk-decimal':
    case 'simp-chinese-informal':
    case 'trad-chinese-informal':
      return (count) => `${toChinese(count)}、`
    case 'none':
    case 'disc':
    case 'circle':
    case 'square':
      return () => ''
    default:
      return (count) => `${count}.`
  }
}

function letters(count: number): string {
  const last = String.fromCharCode(97 + ((count - 1) % 26))
  return count <= 26 ? last : letters(Math.floor((count - 1) / 26)) + last
}

const ROMAN = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const

function roman(count: number): string {
  let text = ''
  let rest = count
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign
      rest -= value
    }
  }
  return text
}

/**
 * A number that Word or WPS wrote out (`mso-list:Ignore`), with the space that divides it from the text: none behind 一、 and （一）.
 * Its bullets are letters of symbol fonts.
 */
export function writtenNumber(text: string, font: string): string {
  const plain = Array.from(text.replace(/[\s\u00a0]+/g, ' ').trim(), (char) => bulletOf(char, font)).join('')
  return plain === '' || /[、．.。）)：:]$/u.test(plain) ? plain : `${plain} `
}

function bulletOf(char: string, font: string): string {
  const code = char.codePointAt(0) ?? 0
  if (code >= 0xf000 && code <= 0xf0ff) return symbolText(char, font) ?? '●'
  if (code > 0xff || !/^(?:wingdings|symbol)/.test(font)) return char
  return symbolText(String.fromCharCode(0xf000 + code), font) ?? '●'
}

/** Characters of symbol fonts, which Word keeps in the private area (U+F0xx), as the characters that look so. */

const WINGDINGS: Readonly<Record<number, string>> = {
  0x28: '☎', 0x2a: '✉', 0x4a: '☺', 0x6c: '●', 0x6d: '○', 0x6e: '■', 0x6f: '□', 0x70: '□', 0x71: '□', 0x72: '□', 0x74: '◆', 0x75: '◆', 0x76: '❖', 0x77: '◆',
  0x9e: '·', 0x9f: '•', 0xa1: '○', 0xa7: '▪', 0xa8: '□', 0xab: '★', 0xb2: '☆', 0xd8: '➢', 0xe0: '→', 0xe8: '➔', 0xf0: '⇨', 0xfb: '×', 0xfc: '√', 0xfd: '☒', 0xfe: '☑',
}
const WINGDINGS_2: Readonly<Record<number, string>> = { 0x2a: '□', 0x4f: '×', 0x50: '√', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0x97: '●', 0xa3: '□', 0xae: '★' }
const SYMBOL: Readonly<Record<number, string>> = {
  0x61: 'α', 0x62: 'β', 0x64: 'δ', 0x6c: 'λ', 0x6d: 'μ', 0x70: 'π', 0x73: 'σ', 0x77: 'ω', 0xa3: '≤', 0xa5: '∞', 0xae: '→', 0xb0: '°', 0xb1: '±', 0xb3: '≥', 0xb4: '×', 0xb7: '•',
  0xb8: '÷', 0xb9: '≠', 0xbb: '≈', 0xc5: '⊕', 0xd7: '·', 0xe5: '∑',
}

/** The character as text; itself outside the private area; null where no other character stands for it. */
export function symbolText(char: string, font: string): string | null {
  const code = char.codePointAt(0) ?? 0
  if (code < 0xf000 || code > 0xf0ff) return char
  const table = /^wingdings 2$/i.test(font) ? WINGDINGS_2 : /^wingdings/i.test(font) ? WINGDINGS : SYMBOL
  return table[code - 0xf000] ?? null
}

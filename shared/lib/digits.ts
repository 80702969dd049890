/** Digits in the widths that are typed: ２０２４ beside 2024. */

/** Full-width digits as plain ones; every other character, and so every place, stays. */
export function plainDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** Names of sheets as Excel allows them. */

const LONGEST = 31

/** A name for each text: without what Excel forbids, not too long, no two the same whatever their case. */
export function sheetNames(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return texts.map((text) => {
    const plain = trimmed(text.replace(/[[\]/\\:*?\p{Cc}]/gu, '')) || '登记簿'
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : `（${count}）`
      const name = trimmed(cut(plain, LONGEST - ending.length)) + ending
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}

/** A name neither begins nor ends with an apostrophe. */
function trimmed(text: string): string {
  return text.replace(/^['\s]+|['\s]+$/g, '')
}

/** At most so many UTF-16 units, no pair parted. */
function cut(text: string, most: number): string {
  let short = ''
  for (const char of text) {
    if (short.length + char.length > most) break
    short += char
  }
  return short
}

/**
 * When two texts count as the same in the library's search: full-width and half-width forms, capitals and small letters, all forms of
 * brackets, quotation marks and dashes are one; what cannot be seen (spaces, line breaks, controls) counts for nothing. Character by
 * character, so that every place of the folded text leads back to the text.
 */

/** A text as the search reads it. */
export function fold(text: string): string {
  return folded(text, SAME)
}

/** Lines parted by line breaks, each as the search reads it. */
export function foldLines(lines: string): string {
  return folded(lines, BREAK)
}

/** Stretches of what stands for itself (`least` and above in `KINDS`) are taken over whole: a text consists of little else. */
function folded(text: string, least: number): string {
  let done = ''
  let from = 0
  for (let at = 0; at < text.length; ) {
    if ((KINDS[text.charCodeAt(at)] ?? OTHER) >= least) {
      at += 1
      continue
    }
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
    done += text.slice(from, at) + foldChar(char)
    at += char.length
    from = at
  }
  return from === 0 ? text : done + text.slice(from)
}

/** A text as the search reads it, with the way back: the i-th unit of `folded` stands for the units `from[i]` to `to[i]` of the text. */
export interface Folded {
  readonly folded: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** The same as `fold`, with the way back. */
export function foldWithPlaces(text: string): Folded {
  const from: number[] = []
  const to: number[] = []
  let folded = ''
  let at = 0
  for (const char of text) {
    const one = char >= '\u4e00' && char <= '\u9fff' ? char : foldChar(char)
    for (const end = from.length + one.length; from.length < end; ) {
      from.push(at)
      to.push(at + char.length)
    }
    folded += one
    at += char.length
  }
  return { folded, from, to }
}

/** What a UTF-16 unit is: most of a Chinese text stands for itself. */
const [OTHER, BREAK, SAME] = [0, 1, 2]
const KINDS = new Uint8Array(1 << 16).fill(SAME, 0x4e00, 0xa000).fill(BREAK, 10, 11)
for (const char of '0123456789abcdefghijklmnopqrstuvwxyz，。、；：（）《》') KINDS[char.charCodeAt(0)] = SAME

const known = new Map<string, string>()

/** There are few other characters in all documents of an office: each is looked at once. */
function foldChar(char: string): string {
  const found = known.get(char)
  if (found !== undefined) return found
  const plain = char.replace(LONE, '\ufffd').normalize('NFKC').toLowerCase().normalize('NFKC')
  const folded = Array.from(plain, (one) => (UNSEEN.test(one) ? '' : (ALIKE.get(one) ?? one))).join('')
  if (known.size < MOST_KNOWN) known.set(char, folded)
  return folded
}

const MOST_KNOWN = 50_000

/** Half a character, which no file can keep. */
const LONE = /^[\ud800-\udfff]$/

/** Spaces, controls, what only shapes its neighbours, and code points that are no characters. */
const UNSEEN = /^[\s\p{Z}\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\p{Variation_Selector}]$/u

const ALIKE: ReadonlyMap<string, string> = new Map(
  [
    '，,',
    '。｡',
    '；;',
    '：:',
    '（〔［【〖﹝[{｛(',
    '）］】〗﹞]}｝〕)',
    '"“”„‟〝〞',
    "'‘’‚‛",
    '-‐‑‒–—―−─',
    '·•・‧∙',
  ].flatMap(([one = '', ...others]) => others.map((other): [string, string] => [other, one])),
)

/** How much a decoded text looks like Chinese official prose: the evidence when a file does not say its encoding. */

/** Controls that no text file holds. Tab, line ends, vertical tab (Word's line break) and form feed are text; the DOS end mark 0x1A is cut before. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/

/** Characters that are looked at: a few pages tell. */
const SAMPLE = 50_000

let common: ReadonlySet<string> | undefined

/** The 3,755 characters of GB 2312 level 1 (rows B0–D7), which make up nearly all of a document. */
function commonCharacters(): ReadonlySet<string> {
  if (common) return common
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row++) for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell)
  common = new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)))
  return common
}

/** True where a decoded text holds characters that only a wrong decoding or a binary file has. */
export function hasControls(text: string): boolean {
  return CONTROL.test(text)
}

/** Mean weight of the characters at the text's beginning, 1 for prose; a wrong decoding of a paragraph stays well below 0.6. */
export function plausibility(text: string): number {
  let sum = 0
  let count = 0
  for (const char of text.slice(0, SAMPLE)) {
    sum += weight(char)
    count += 1
  }
  return count === 0 ? 0 : sum / count
}

function weight(char: string): number {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x80 || commonCharacters().has(char)) return 1
  // 、。〈〉《》〔〕, full-width forms, “”—…
  if ((code >= 0x3000 && code <= 0x303f) || (code >= 0xff01 && code <= 0xff5e) || (code >= 0x2010 && code <= 0x2026)) return 1
  // The other Han characters of names, and signs such as ① ㎡ ≥ ‰ ×.
  if (code >= 0x4e00 && code <= 0x9fff) return 0.5
  if ((code >= 0x2030 && code <= 0x27ff) || (code >= 0x3200 && code <= 0x4dbf) || (code >= 0x20000 && code <= 0x323af)) return 0.3
  if (code < 0x0400) return 0.3
  // Other scripts, private use and unassigned: what a wrong decoding yields.
  return 0
}

/**
 * Lines brought to the width of their column (两端对齐), as LibreOffice does it: what a line lacks is spread evenly behind every Chinese
 * character, every space between Latin words and every Latin word before a Chinese one, but not behind the last character. What stands
 * before a tab keeps its place.
 */
import { SCRIPT, scriptOf } from './char-classes.ts'
import type { BrokenLine } from './line-breaker.ts'
import type { Prepared } from './prepared.ts'

const SPACE = 0x20

/** What is added behind each character of a line that lacks `lack` twips, from its `from`; undefined where there is nothing to add or no place for it. */
export function stretch(line: BrokenLine, prepared: Prepared, lack: number): Float64Array | undefined {
  if (lack <= 0) return undefined
  const places = placesOf(line, prepared)
  if (places.length === 0) return undefined
  const added = new Float64Array(line.drawn - line.from)
  const share = lack / places.length
  for (const at of places) added[at - line.from] = share
  return added
}

/** After which characters a line may be stretched. */
function placesOf({ portions, hang }: BrokenLine, { text, scripts }: Prepared): readonly number[] {
  const places: number[] = []
  const afterTab = portions.map(({ isTab }) => isTab).lastIndexOf(true) + 1
  const lastAt = portions.length - 1
  for (let one = afterTab; one <= lastAt; one++) {
    const portion = portions[one]
    if (!portion) continue
    const isChinese = scripts[portion.from] === SCRIPT.asian
    for (let at = portion.from; at < portion.to; at++) if (isChinese ? !isTrailing(text, at + 1) : text.charCodeAt(at) === SPACE) places.push(at)
    if (!isChinese && one < lastAt && scriptOf[text.charCodeAt(portion.to)] === SCRIPT.asian) places.push(portion.to - 1)
  }
  // The last character stands at the end of the line.
  while (places.length > 0 && (places.at(-1) ?? 0) >= hang - 1) places.pop()
  return places
}

/** Whether the unit belongs to the character before it. */
function isTrailing(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code < 0xe000
}

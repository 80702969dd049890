/** Tracked changes carried from the lines of a text over to what was made of them. */
import type { Leaf } from '../document/types.ts'
import { sameTracks } from './items.ts'

/**
 * Leaves with the text `text`, which is what remains of `source` after characters were left out (a number in front, spaces, a
 * colon behind). Insertions stay marked; deleted text stays where it stood, also at the ends.
 */
export function carry(text: string, source: readonly Leaf[]): readonly Leaf[] {
  // From the end on: what is left out stands in front as a rule.
  const pieces: Leaf[] = []
  let at = text.length
  for (const leaf of [...source].reverse()) {
    if (leaf.del) {
      pieces.push(leaf)
      continue
    }
    let kept = ''
    for (let index = leaf.text.length - 1; index >= 0 && at > 0; index--) {
      if (leaf.text[index] !== text[at - 1]) continue
      kept = text.charAt(at - 1) + kept
      at -= 1
    }
    if (kept !== '') pieces.push({ ...leaf, text: kept })
  }
  // Text that is not in the source (a space between two words) stands in front, unmarked.
  if (at > 0) pieces.push({ text: text.slice(0, at) })
  return joined(pieces.reverse())
}

/** One line of text made of some of `lines` (a title, addressees): with its tracked changes where those lines have any. */
export function trackedLine(text: string, lines: readonly { readonly text: string; readonly leaves?: readonly Leaf[] }[]): string | readonly Leaf[] {
  const bare = (some: string): string => some.replace(/[\s\u3000]/g, '')
  const whole = bare(text)
  const of = lines.filter((line) => line.text !== '' && (whole.includes(bare(line.text)) || bare(line.text).includes(whole)))
  const leaves = of.flatMap((line) => line.leaves ?? [])
  return isTracked(leaves) ? carry(text, leaves) : text
}

/** Neighbours with the same tracks as one leaf; an empty leaf where there is none. */
export function joined(leaves: readonly Leaf[]): readonly Leaf[] {
  const result: Leaf[] = []
  for (const leaf of leaves) {
    const last = result.at(-1)
    if (last && sameTracks(last, leaf)) result[result.length - 1] = { ...last, text: last.text + leaf.text }
    else if (leaf.text !== '') result.push(leaf)
  }
  return result.length > 0 ? result : [{ text: '' }]
}

/** The text that counts: insertions are in it, deletions are not. */
export function liveText(leaves: readonly Leaf[]): string {
  let text = ''
  for (const leaf of leaves) if (!leaf.del) text += leaf.text
  return text
}

/** True where any of it is a tracked change. */
export function isTracked(leaves: readonly Leaf[]): boolean {
  return leaves.some(({ ins, del }) => ins !== undefined || del !== undefined)
}

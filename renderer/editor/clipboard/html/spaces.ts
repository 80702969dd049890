/** White space of HTML, as a page shows it: runs are one space, and none at the edges of a line. */
import type { Leaf } from '../../../../shared/document/types.ts'
import { joined } from '../../../../shared/recognise/tracked.ts'

/** How white space of the source counts: `collapse` as usual, `keep` (mso-spacerun) every space, `pre` line ends and tabs too. */
export type Spaces = 'collapse' | 'keep' | 'pre'

/** Signs that stand for what is meant, until the line is complete. No text from a page holds the first two: see `raw`. */
export const TAB = '\u000b'
const EDGE = '\u0001'
export const BREAK = '\u2028'
const FIXED_SPACE = '\u00a0'

/** Text of the source with the spaces that count made fixed. */
export function raw(text: string, spaces: Spaces): string {
  const plain = text.replace(/[\u0001\u000b]/g, ' ').replaceAll('\u2029', BREAK)
  switch (spaces) {
    case 'collapse':
      return plain
    case 'keep':
      return plain.replaceAll(' ', FIXED_SPACE)
    case 'pre':
      return plain.replace(/\r\n?|\n/g, BREAK).replaceAll('\t', TAB).replaceAll(' ', FIXED_SPACE)
  }
}

/** The text of a paragraph as it is shown; "\n" is a line break. */
export function shown(leaves: readonly Leaf[]): readonly Leaf[] {
  const texts = leaves
    .map(({ text }) => text)
    .join(EDGE)
    .replace(RUN, (run, offset: number, whole: string) => {
      const edges = run.replace(/[^\u0001]/g, '')
      return edges === run ? run : spaceOf(run, whole.charAt(offset - 1), whole.charAt(offset + run.length)) + edges
    })
    .replace(/\u00a0/g, ' ')
    .replaceAll(TAB, '\t')
    .replaceAll(BREAK, '\n')
    .split(EDGE)
  return joined(leaves.map((leaf, at) => ({ ...leaf, text: texts[at] ?? '' })).filter(({ text }) => text !== ''))
}

const RUN = /[ \t\r\n\f\u0001]+/g
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60\u201c\u201d\u2018\u2019\u2014\u2026]/u

/** What a run of white space shows between two characters. A line end of the source between two Chinese characters is nothing. */
function spaceOf(run: string, before: string, behind: string): string {
  if (before === '' || behind === '' || before === BREAK || behind === BREAK) return ''
  return /[\r\n]/.test(run) && WIDE.test(before) && WIDE.test(behind) ? '' : ' '
}

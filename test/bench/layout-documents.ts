/** The documents that are laid out and exported: the real issue's, or as many invented ones with one of like length. */
import type { Document } from '../../shared/document/types.ts'
import { generated, seedDocuments } from '../word/truth-documents.ts'
import { countCharacters, longNotice } from './long-notice.ts'

/** Characters of the longest document of the real issue, about. */
const LONGEST = 40_000

/** The documents; the same at every run. */
export function benchDocuments(): readonly Document[] {
  const seed = seedDocuments().map(({ document }) => document)
  return seed.length > 0 ? seed : [...Array.from({ length: 25 }, (_, at) => generated(at + 1).document), longNotice(LONGEST)]
}

/** The one with the most characters, cells included. */
export function longestOf(documents: readonly Document[]): Document {
  const [longest] = [...documents].sort((a, b) => countCharacters(b) - countCharacters(a))
  if (!longest) throw new Error('no documents')
  return longest
}

import { createHash } from 'node:crypto'
import { canonicalText } from '../../shared/document/projection.ts'
import type { Document } from '../../shared/document/types.ts'

/** SHA-256 (hex) of the versioned canonical text: the same text, the same fingerprint, whatever its ids or format version. */
export function fingerprint(document: Document): string {
  return createHash('sha256').update(canonicalText(document)).digest('hex')
}

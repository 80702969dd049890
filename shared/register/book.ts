/** What the register's book (发文登记簿) says of a document. Pure. */
import { partText } from '../document/text.ts'
import type { Document } from '../document/types.ts'
import type { BookFields } from './entry.ts'

export const EMPTY_BOOK: BookFields = { date: '', title: '', secrecy: '', sentTo: '', copies: '', signer: '', drafter: '', filed: '', remarks: '' }

/** The fields as a document fills them. Copies, filing and remarks come later, by hand or with printing and filing. */
export function bookFieldsOf(document: Document, people: { readonly signer: string; readonly drafter: string }): BookFields {
  const { secrecy, signers } = document.header
  return {
    ...EMPTY_BOOK,
    date: partText(document, 'signatureDate'),
    title: partText(document, 'title').replace(/\n/g, ''),
    secrecy: secrecy?.level ?? '',
    sentTo: partText(document, 'recipients').replace(/[：:]\s*$/, ''),
    signer: people.signer === '' ? (signers?.join('、') ?? '') : people.signer,
    drafter: people.drafter,
  }
}

/** File names of written documents: number, title, date, legal on Windows too. */
import { partText } from './text.ts'
import type { Document } from './types.ts'

/** Characters of the name without its ending: long paths still open in older programs. */
const LONGEST = 80

/** "河政办发〔2024〕9号 关于做好防汛工作的通知.docx"; a draft without a number carries its date instead. */
export function documentFileName(document: Document, format: 'docx' | 'pdf' = 'docx'): string {
  const title = partText(document, 'title').replace(/\n/g, '')
  const parts = [document.header.documentNumber ?? '', title, document.header.documentNumber ? '' : partText(document, 'signatureDate')]
  const legal = parts
    .filter((part) => part !== '')
    .join(' ')
    // Windows forbids these.
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, '')
  // Nor must a name end in a dot or a space; a rare character is two units, which are not cut apart.
  const name = Array.from(legal).slice(0, LONGEST).join('').replace(/[. ]+$/, '')
  return `${name || '公文'}.${format}`
}

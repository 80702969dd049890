/** File names from number, title and date, legal on Windows too. Pure. */
import { partText } from '../../../shared/document/text.ts'
import type { Document } from '../../../shared/document/types.ts'

/** Characters of the name without its ending: long paths still open in older programs. */
const LONGEST = 80

/** "河政办发〔2024〕9号 关于做好防汛工作的通知.docx"; a draft without a number carries its date instead. */
export function wordFileName(document: Document): string {
  const title = partText(document, 'title').replace(/\n/g, '')
  const parts = [document.header.documentNumber ?? '', title, document.header.documentNumber ? '' : partText(document, 'signatureDate')]
  const name = parts
    .filter((part) => part !== '')
    .join(' ')
    // Windows forbids these, and a name must not end in a dot or a space.
    // eslint-disable-next-line no-control-regex
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, '')
    .slice(0, LONGEST)
    .replace(/[. ]+$/, '')
  return `${name || '公文'}.docx`
}

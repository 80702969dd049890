import { readFile } from 'node:fs/promises'
import type { Download } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'

/** The running text of a downloaded Word file: one line a paragraph, also those in tables. */
export async function wordText(download: Download): Promise<string> {
  const files = unzipSync(new Uint8Array(await readFile(await download.path())))
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const paragraphs = xml.split('</w:p>').map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map((match) => match[1] ?? '\n').join(''),
  )
  return paragraphs
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

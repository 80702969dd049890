/** A Word file, read back before it is given out. */
import type { Document } from '../../shared/document/types.ts'
import { readBack } from '../docx/check/check-word-file.ts'
import { unsound, type ExportedFile, type ExportStep } from './export-file.ts'
import type { LaidOut } from './export-pages.ts'

/** Writes and checks a Word file. Refused: exportFailed. */
export async function wordFile(document: Document, { print, pages }: LaidOut, images: ReadonlyMap<string, Uint8Array>, step: ExportStep): Promise<ExportedFile> {
  // Loaded with the first Word file.
  const { writePrint } = await import('../docx/writer/write-print.ts')
  const bytes = await writePrint(print, document, { images })
  await step('check')
  const { faults, grid } = readBack(bytes, document, print)
  if (faults.length > 0 || grid === null) throw unsound('Word', faults)
  return { bytes, checked: { pages: pages.length, ...grid }, missingCharacters: [] }
}

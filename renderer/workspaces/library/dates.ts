/** Dates of documents as a list has them. */
import { parseDate } from '../../../shared/document/date.ts'

/** "2024-05-08", or the text as printed where it is no complete date. */
export function shortDate(printed: string): string {
  const date = parseDate(printed)
  return typeof date === 'string' ? date : date.printed
}

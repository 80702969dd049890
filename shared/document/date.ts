/** Dates of documents are calendar dates without a time; GB/T 9704-2012, 7.3.5.4: Arabic digits, full year, no leading zeros. */

/** "2024-05-08", or the text as printed when it is no complete date. */
export type DocumentDate = string | { readonly printed: string }

const PRINTED = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads "2024年5月8日" (spaces ignored). Anything else, also 2月30日, comes back as `{printed}`. */
export function parseDate(text: string): DocumentDate {
  const match = PRINTED.exec(text.replace(/[\s\u3000]/g, ''))
  if (!match) return { printed: text }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (!isCalendarDay(year, month, day)) return { printed: text }
  return `${match[1] ?? ''}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Writes a date as a document prints it: "2024年5月8日". */
export function formatDate(date: DocumentDate): string {
  if (typeof date !== 'string') return date.printed
  const match = ISO.exec(date)
  if (!match) return date
  return `${match[1] ?? ''}年${String(Number(match[2]))}月${String(Number(match[3]))}日`
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Dates as people type them, brought into the form that a document prints. */
import { formatDate, parseDate } from '../../../shared/document/date.ts'

const TYPED = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/

/** "2024-5-8", "2024.05.08", "20240508" → "2024年5月8日". Anything that is no calendar day stays as typed. */
export function tidyDate(typed: string): string {
  const plain = typed.replace(/[\s\u3000]/g, '').replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const match = TYPED.exec(plain) ?? COMPACT.exec(plain)
  if (!match) return typed
  const date = parseDate(`${match[1] ?? ''}年${Number(match[2])}月${Number(match[3])}日`)
  return typeof date === 'string' ? formatDate(date) : typed
}

/** Today as a document prints it, in local time. */
export function todayPrinted(now = new Date()): string {
  return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`
}

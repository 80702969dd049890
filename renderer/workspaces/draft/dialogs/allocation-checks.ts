/** What is checked before a number is taken, in words. Pure. */
import type { Series } from '../../../../shared/api/register-types.ts'
import type { DocumentRecord } from '../../../../shared/api/types.ts'
import { parseDate } from '../../../../shared/document/date.ts'
import { partText } from '../../../../shared/document/text.ts'

export interface AllocationCheck {
  readonly fine: boolean
  readonly text: string
}

/** The year of the document's date, or null where it has no complete one. */
export function signatureYear(record: Pick<DocumentRecord, 'document'>): number | null {
  const date = parseDate(partText(record.document, 'signatureDate'))
  return typeof date === 'string' ? Number(date.slice(0, 4)) : null
}

/** The checks for the next number of a series. A doubt does not forbid taking the number. */
export function allocationChecks(record: DocumentRecord, series: Series): readonly AllocationCheck[] {
  const signed = record.history.filter((entry) => entry.what === 'signed').at(-1)
  const day = signed ? new Date(signed.at) : null
  const year = signatureYear(record)
  const gaps = series.last - series.used
  const before = series.last === 0 ? `${series.year}年第一个号` : `接 ${series.last} 号`
  return [
    { fine: true, text: day ? `已签发，${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日` : '已签发' },
    { fine: true, text: `${series.next} 号未用，${before}` },
    { fine: year === series.year, text: year === series.year ? `成文日期在 ${series.year} 年内` : `成文日期在 ${year ?? '？'} 年，取的是 ${series.year} 年的号` },
    gaps > 0 ? { fine: false, text: `本年前面有 ${gaps} 个号不在库里` } : { fine: true, text: '文号将填入要素和导出的文件' },
  ]
}

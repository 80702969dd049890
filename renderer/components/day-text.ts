/** The ways in which people write a calendar day. */
import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'

dayjs.extend(customParseFormat)

/** Formats of dayjs: the first one is shown, and each is read as strictly as it is written. */
export const WRITTEN_DAYS: readonly string[] = [['年', '月', '日'], ['-', '-', ''], ['.', '.', ''], ['/', '/', '']]
  .flatMap(([afterYear = '', afterMonth = '', end = '']) => ['M', 'MM'].flatMap((month) => ['D', 'DD'].map((day) => `YYYY${afterYear}${month}${afterMonth}${day}${end}`)))
  .concat('YYYYMMDD')

/** "2024年5月8日", "2024-05-08", "20240508" are days; 2月30日 is none. */
export function isDay(text: string): boolean {
  return WRITTEN_DAYS.some((format) => dayjs(text, format, true).isValid())
}

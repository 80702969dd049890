/** What the file of a book (发文登记簿) is called; legal on Windows too. */

/** 河政发〔2024〕发文登记簿.xlsx; null: of all series, of all years. */
export function bookFileName(code: string | null, year: number | null, format: 'xlsx' | 'pdf'): string {
  const series = (code ?? '').replace(/[\\/:*?"<>|\u0000-\u001f]/g, '')
  const when = year === null ? '' : code === null ? `${year}年` : `〔${year}〕`
  return `${series}${when}发文登记簿.${format}`
}

/** Names of the rows for the page, so that the box can say which one is chosen. */

export const ROWS_ID = 'library-rows'

export function rowId(at: number): string {
  return `library-row-${at}`
}

/** Stored texts as they are shown. */

/** Lines without the spaces around them, and no empty ones; characters that nobody can see go. Those that XML cannot hold are stored as _x000D_. */
export function tidy(stored: string): string {
  if (/^[^\s\p{Cc}_]*$/u.test(stored)) return stored
  return tidyLines(stored.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))))
}

/** The same for a text that is no longer as it is stored. */
export function tidyLines(text: string): string {
  const lines = text.replace(/\r\n?|\u2028|\u2029|\v/g, '\n').split('\n')
  return lines.map((line) => line.replace(/\t/g, ' ').replace(/\p{Cc}/gu, '').trim()).filter((line) => line !== '').join('\n')
}

/** 2023年第1期 of 《河湾县人民政府公报》2023年第1期, for a narrow column: an office has one gazette. */
export function shortIssue(name: string): string {
  return name.replace(/^《[^》]*》/, '')
}

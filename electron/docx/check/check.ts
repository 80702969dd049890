/** What a check of a written Word file is: it sees every element of every part once, in order, and reports faults in Chinese. */

/** An element's attributes by their name in the file (`w:val`). */
export type Attributes = Readonly<Record<string, string>>

/** One check's view of the parts; whatever it does not need is left out. */
export interface Check {
  /** `part` is its path in the file: word/document.xml. */
  readonly startPart?: (part: string) => void
  readonly open?: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly endPart?: () => void
  /** After the last part. */
  readonly end?: () => void
}

/** Makes a check that reports through `report`. */
export type MakeCheck = (report: (fault: string) => void) => Check

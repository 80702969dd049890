/** What reading pasted HTML needs beside the tree. */
import type { LeftOut } from './left-out.ts'
import type { StyleSheet } from './style.ts'

export interface Reading {
  readonly sheet: StyleSheet
  /** Filled while the tree is read. */
  readonly leftOut: LeftOut
}

/** The shell as the services see it: desktop window, browser or terminal. */
import type { Source, Target } from '../shared/api/types.ts'

/** What only a shell can do; Electron and the loopback server each have their own. */
export interface ShellPort {
  readonly kind: 'electron' | 'browser' | 'terminal'
  chooseTarget(suggestedName: string): Promise<Target | null>
  chooseSources(): Promise<readonly Source[] | null>
  chooseImage(): Promise<Source | null>
  chooseWorkbook(): Promise<Source | null>
  openPath(path: string, how: 'open' | 'reveal'): Promise<void>
  /** The page has drawn its first usable screen. */
  ready(): void
  /** Not in the terminal: bytes that the page has sent, by their token, good for one use. */
  takeUpload?(token: string): Promise<Uint8Array>
  /** Browser only: offers bytes for one download, or to be shown in a page of their own; returns the address relative to the page. */
  offerDownload?(fileName: string, bytes: Uint8Array, how?: 'save' | 'show'): Promise<string>
}

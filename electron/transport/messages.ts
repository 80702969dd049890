/**
 * What crosses the two doors of the desktop shell: page ↔ main (IPC channels) and main ↔ service process (messages).
 * Main forwards and knows no channel of the contract by name.
 */
import type { ApiEvent } from '../../shared/api/events.ts'
import type { ApiError, Reply } from '../../shared/api/reply.ts'

/** IPC channels between the preload and main. */
export const IPC = {
  /** invoke(channel, request) → Reply */
  call: 'gongbao:call',
  /** invoke(name, bytes) → Reply with a token: a file that is on no disk (a screenshot from the clipboard) */
  upload: 'gongbao:upload',
  /** main → page: one ApiEvent */
  event: 'gongbao:event',
  /** page → main: everything is saved, the window may close */
  closeReady: 'gongbao:closeReady',
} as const

/** The command that tells the page to save now, because its window is about to close. */
export const CLOSE_COMMAND = 'window.close'

/** What the services ask of the shell. */
export type ShellAsk =
  | { readonly kind: 'chooseTarget'; readonly suggestedName: string }
  | { readonly kind: 'chooseSources' }
  | { readonly kind: 'chooseImage' }
  | { readonly kind: 'chooseWorkbook' }
  | { readonly kind: 'openPath'; readonly path: string; readonly how: 'open' | 'reveal' }

/**
 * Main → service process. `id` pairs a call with its reply and an ask with its answer; each side counts its own. An upload is replied to
 * with its token, a file (an image by its SHA-256, a font by its id) with itself or null.
 */
export type ToService =
  | { readonly kind: 'call'; readonly id: number; readonly channel: string; readonly request: unknown }
  | { readonly kind: 'upload'; readonly id: number; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly id: number; readonly what: 'image' | 'font'; readonly name: string }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Reply<unknown> }
  | { readonly kind: 'close' }

/** Service process → main. It ends itself after `close`, when the library is closed. */
export type FromService =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly event: ApiEvent }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: ShellAsk }
  | { readonly kind: 'pageReady' }

/** What the service process needs to know, as JSON in its first argument. */
export interface ServiceOptions {
  readonly libraryFile: string
  readonly resources: string
  readonly version: string
}

/** The refusal for calls that were under way, or come, while the service process is not there. */
export const SERVICE_LOST: ApiError = {
  code: 'internal',
  message: '后台程序中断，这一步没有完成',
  safe: '已保存的文稿不受影响',
  next: '请再试一次',
}

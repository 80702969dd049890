import type { Document } from '../../shared/document/types.ts'
import type { EditorSession } from './session.ts'
export function createSession(document: Document, _options: { readonly readOnly: boolean }): EditorSession {
  let now = document
  const listeners = new Set<() => void>()
  const set = (next: Document): void => {
    now = next
    for (const one of listeners) one()
  }
  return {
    document: () => now,
    caret: () => ({ part: null, partId: null, blockId: null, blockKind: null }),
    canUndo: () => false,
    canRedo: () => false,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setLine(field, text) {
      set({ ...now, parts: now.parts.map((p) => (p.type === field ? { ...p, children: [{ text }] } : p)) })
    },
    setHeader: (patch) => set({ ...now, header: { ...now.header, ...patch } }),
    setBlockKind: () => undefined, insertTable: () => undefined, addAttachment: () => undefined, removePart: () => undefined,
    focus: () => undefined, nextPlace: () => false, undo: () => undefined, redo: () => undefined,
  }
}

/** 撤销 on the toast of something that was done. */
import type { EditorSession } from '../../editor/session.ts'

/** Takes the last step of a session back; nothing when something else was done since. */
export function undoing(session: EditorSession | undefined): () => void {
  const after = session?.document()
  return () => {
    if (session && session.document() === after) session.undo()
  }
}

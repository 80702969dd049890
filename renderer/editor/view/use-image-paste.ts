/** Pasting an image that is all there is on the clipboard: a screenshot, a picture copied in a browser or a chat. */
import { useCallback, type ClipboardEvent } from 'react'
import { sheetOf } from '../create-session.ts'
import type { EditorSession } from '../session.ts'
import { useImageSource } from './image-source.ts'

/** True when the clipboard held an image and nothing to read; Word and Excel put a picture of every text beside the text. */
export function useImagePaste(session: EditorSession): (event: ClipboardEvent) => boolean {
  const { take } = useImageSource()
  return useCallback(
    (event) => {
      const { clipboardData: data } = event
      const file = [...data.files].find(({ type }) => type.startsWith('image/'))
      if (!file || sheetOf(session).readOnly || data.getData('text/plain').trim() !== '') return false
      event.preventDefault()
      void take(file).then((image) => image && session.insertImage(image))
      return true
    },
    [session, take],
  )
}

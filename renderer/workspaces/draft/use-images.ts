/** Images on their way into the library: chosen, dropped or pasted. */
import { useMemo } from 'react'
import type { ImageFile } from '../../../shared/api/types.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { useReport } from '../../components/report.tsx'
import type { EditorSession } from '../../editor/session.ts'
import type { ImageSource } from '../../editor/view/image-source.ts'
import { shownDraft, type Desk } from './desk.ts'

/** True for a file that could be an image; the machine looks at what it holds. */
export function isImageFile({ name, type }: File): boolean {
  return type.startsWith('image/') || /\.(?:png|jpe?g|gif|bmp|tiff?|webp|svg|emf|wmf)$/i.test(name)
}

export interface Images {
  readonly source: ImageSource
  /** Asks for an image and puts it into the open draft. */
  readonly insert: () => Promise<void>
  /** Puts files that were dropped at a point of the window into the open draft. */
  readonly drop: (files: readonly File[], x: number, y: number) => Promise<void>
}

/** The same object as long as the machine is the same. */
export function useImages(desk: Desk): Images {
  const { client, shell } = useMachine()
  const report = useReport()
  return useMemo(() => {
    const draft = (): EditorSession | null => {
      const shown = shownDraft(desk.state())
      return shown?.autosave ? shown.session : null
    }
    const said = (work: Promise<ImageFile | null>): Promise<ImageFile | null> =>
      work.catch((cause: unknown) => {
        report.trouble({ title: '图片没有插入', error: toApiError(cause) })
        return null
      })
    const add = async (file: File): Promise<ImageFile> => client.call('images.add', { source: await client.transport.sourceOf(file) })
    const ask = async (): Promise<ImageFile | null> => {
      if (shell.kind === 'browser') {
        const file = await askBrowser()
        return file && add(file)
      }
      const source = await client.call('shell.chooseImage', {})
      return source && client.call('images.add', { source })
    }
    const source: ImageSource = { choose: () => said(ask()), take: (file) => said(add(file)) }
    // Another document may have been opened meanwhile.
    const put = (here: EditorSession, image: ImageFile | null): void => {
      if (image && draft() === here) here.insertImage(image)
    }
    return {
      source,
      async insert() {
        const here = draft()
        if (here) put(here, await source.choose())
      },
      async drop(files, x, y) {
        const here = draft()
        if (!here) {
          report.done('图片要放进拟稿里：请先打开一份拟稿，再把图片拖进来')
          return
        }
        here.focusAt(x, y)
        for (const file of files) put(here, await source.take(file))
      },
    }
  }, [client, desk, report, shell.kind])
}

/** The browser's own window for files; null when it is closed without one. */
function askBrowser(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.png,.jpg,.jpeg,.gif,.bmp,image/png,image/jpeg,image/gif,image/bmp'
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

/** Files may be dropped anywhere on the window. */
import { InboxOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'

/** `take` gets the files, and where they were dropped in pixels of the window. */
export function DropZone({ take }: { readonly take: (files: readonly File[], x: number, y: number) => void }) {
  const [over, setOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      // Without a related target the pointer has left the window.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      // The editor would take the drop as its own.
      event.stopPropagation()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) latest.current(files, event.clientX, event.clientY)
    }
    window.addEventListener('dragenter', enter, true)
    window.addEventListener('dragover', enter, true)
    window.addEventListener('dragleave', leave, true)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragenter', enter, true)
      window.removeEventListener('dragover', enter, true)
      window.removeEventListener('dragleave', leave, true)
      window.removeEventListener('drop', drop, true)
    }
  }, [])
  if (!over) return null
  return (
    <div className="drop-zone" aria-hidden="true">
      <InboxOutlined />
      放开即导入（.docx、.txt，可多份）；图片、Excel 表格插入文稿
    </div>
  )
}

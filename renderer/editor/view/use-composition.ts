/** Input methods: what slate-react does not do by itself while words are half typed. */
import { useCallback, useRef, type CompositionEvent } from 'react'
import { Range } from 'slate'
import type { SheetEditor } from '../sheet/types.ts'
import { readSelection } from './use-view.ts'

export interface Composition {
  readonly onCompositionStart: (event: CompositionEvent) => void
  readonly onCompositionEnd: (event: CompositionEvent) => void
}

/** Handlers for the editable element. */
export function useComposition(editor: SheetEditor): Composition {
  const isOverSelection = useRef(false)
  const onCompositionStart = useCallback(
    (event: CompositionEvent) => {
      // A key that selects may have been the one before.
      readSelection(editor)
      isOverSelection.current = editor.selection !== null && Range.isExpanded(editor.selection)
      // The half-typed words stand where the hint of an empty line stands.
      event.currentTarget.setAttribute('data-composing', '')
    },
    [editor],
  )
  const onCompositionEnd = useCallback(
    (event: CompositionEvent) => {
      event.currentTarget.removeAttribute('data-composing')
      // The selection went when the composition began; one undo brings it back together with the words.
      if (event.data !== '' && isOverSelection.current) editor.joinNextText()
    },
    [editor],
  )
  return { onCompositionStart, onCompositionEnd }
}

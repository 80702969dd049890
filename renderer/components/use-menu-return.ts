/** Menus that drop from a button: where the keyboard goes when one is left without a choice. */
import { useEffect, useRef, type RefObject } from 'react'

/** Escape and Tab give the keyboard back to the button of an open menu; the component library leaves it nowhere. */
export function useMenuReturn(open: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' || event.key === 'Tab') button.current?.focus()
    }
    // Before the menu hears the key and goes.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [open])
  return button
}

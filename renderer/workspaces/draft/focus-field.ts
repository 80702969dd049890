/** Finding a field of the 要素 form from elsewhere in the room. */

/** Scrolls a field of the form into view and gives it the keyboard; nothing where the form does not show it. */
export function focusField(field: string): void {
  const input = showField(field)
  ;(input?.querySelector('input') ?? input)?.focus()
}

/** Scrolls a field of the form into view; null where the form does not show it. */
export function showField(field: string): HTMLElement | null {
  const input = document.querySelector<HTMLElement>(`[data-document-form] [data-field="${field}"]`)
  input?.scrollIntoView({ block: 'nearest' })
  return input
}

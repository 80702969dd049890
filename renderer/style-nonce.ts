/* eslint-disable @typescript-eslint/no-deprecated -- of createElement only the overloads for names of old elements are deprecated */
/**
 * Gives the page's nonce to style elements that scripts make. The component library takes a nonce for its own styles but
 * not for the few rules that it adds while a dialog is open (no scrolling behind it, the width of a scroll bar); the
 * page's policy would refuse those.
 */
export function giveStylesNonce(nonce: string): void {
  const create = document.createElement.bind(document)
  const withNonce = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
  // The same function for every element name; only the overloads of its type are wider.
  document.createElement = withNonce
}

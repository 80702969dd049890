/**
 * Ref for an element inside a `Modal` that interrupts: makes the dialog around it an alertdialog (WAI-ARIA), so that a
 * screen reader reads its text at once. The component library's own role is fixed.
 */
export function alertRole(element: HTMLElement | null): void {
  element?.closest('[role="dialog"]')?.setAttribute('role', 'alertdialog')
}

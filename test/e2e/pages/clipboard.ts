/** The real clipboard of the browser, filled as other programs fill it. */
import type { Page } from '@playwright/test'

/** Puts text and HTML there as they are (the browser's own interface for it would clean the HTML). The caret stays where it is. */
export async function copyElsewhere(page: Page, text: string, html = ''): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(
    ([plain, rich]) => {
      const fill = (event: ClipboardEvent): void => {
        event.clipboardData?.setData('text/plain', plain)
        if (rich !== '') event.clipboardData?.setData('text/html', rich)
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      document.addEventListener('copy', fill, { capture: true, once: true })
    },
    [text, html] as const,
  )
  await page.keyboard.press('Control+c')
}

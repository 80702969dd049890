import { expect, type Locator, type Page } from '@playwright/test'

/** 起草: the list, the sheet, the inspector. */
export class DraftRoom {
  readonly page: Page
  /** Rows of the list of documents. */
  readonly documents: Locator
  /** The text that is written in. */
  readonly sheet: Locator
  /** Unfilled places in the sheet. */
  readonly places: Locator
  readonly statusBar: Locator
  /** The one red button. */
  readonly primaryAct: Locator
  /** The dialog that is open. */
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.documents = page.getByRole('listbox', { name: '文稿' }).getByRole('option')
    this.sheet = page.getByRole('textbox', { name: '文稿正文' })
    this.places = this.sheet.locator('.place')
    this.statusBar = page.getByRole('contentinfo')
    this.primaryAct = page.locator('.primary-act')
    this.dialog = page.getByRole('dialog')
  }

  /** Opens the document whose title has this text, and waits until it stands in the sheet. */
  async show(text: string): Promise<void> {
    await this.documents.filter({ hasText: text }).click()
    await expect(this.sheet.locator('.is-title')).toContainText(text)
  }

  /** The dialog is open and stands still: while it grows, a click may begin on one thing and end beside it. */
  async dialogStands(): Promise<void> {
    await expect(this.dialog).not.toHaveClass(/zoom/)
  }

  /** A new document from a template, by mouse. */
  async begin(template: string): Promise<void> {
    await this.page.getByRole('button', { name: '起草公文' }).first().click()
    await this.dialogStands()
    await this.dialog.getByRole('button', { name: new RegExp(`^${template}`) }).click()
    await this.dialog.waitFor({ state: 'hidden' })
    // Nobody types before the caret stands in the sheet.
    await expect(this.sheet).toBeFocused()
  }

  /** Opens the menu of a button and chooses from it. */
  async choose(button: string, item: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click()
    // A menu takes the keyboard when it has opened; nobody chooses before that.
    await expect(this.page.getByRole('menuitem').and(this.page.locator(':focus'))).toHaveCount(1)
    await this.page.getByRole('menuitem', { name: item, exact: true }).click()
    // While it still closes, Escape is its own.
    await expect(this.page.getByRole('menuitem')).toHaveCount(0)
  }

  /** Puts an attachment of a kind behind the document, from the toolbar. */
  async attach(kind: string): Promise<void> {
    await this.choose('附件', kind)
    await expect(this.page.getByRole('menuitem')).toHaveCount(0)
    await expect(this.sheet).toBeFocused()
  }

  /** Fills every place as a person would with the keyboard: Tab to the next one, type over it. Returns what was typed. */
  async fillPlaces(textOf: (at: number) => string): Promise<readonly string[]> {
    const typed: string[] = []
    for (let left = await this.places.count(); left > 0; left = await this.places.count()) {
      await this.page.keyboard.press('Tab')
      const text = textOf(typed.length)
      await this.page.keyboard.insertText(text)
      // A key is answered before its change is drawn, and a Tab too many would leave the sheet.
      await expect(this.sheet.locator('.line.is-current')).toContainText(text)
      typed.push(text)
      if (typed.length > 200) throw new Error('places do not get fewer')
    }
    return typed
  }

  /** Takes the step that the red button offers: fills its dialog and sends it. */
  async step(name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    await expect(this.primaryAct).toHaveText(name)
    await this.primaryAct.click()
    await this.dialogStands()
    for (const [label, text] of Object.entries(fields)) await this.dialog.getByLabel(label).fill(text)
    await this.dialog.getByRole('button', { name, exact: true }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  /** Everything typed so far is stored. */
  async saved(): Promise<void> {
    await this.statusBar.getByText(/已自动存/).waitFor()
  }
}

import type { Locator, Page } from '@playwright/test'

/** 起草: the list, the sheet, the inspector. */
export class DraftRoom {
  readonly page: Page
  /** Rows of the list of documents. */
  readonly documents: Locator
  readonly sheet: Locator

  constructor(page: Page) {
    this.page = page
    this.documents = page.getByRole('listbox', { name: '文稿' }).getByRole('option')
    this.sheet = page.getByRole('region', { name: '文稿' })
  }

  /** Opens the document whose row has this text. */
  async show(text: string): Promise<void> {
    await this.documents.filter({ hasText: text }).click()
  }
}

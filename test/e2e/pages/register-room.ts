import { expect, type Locator, type Page } from '@playwright/test'

/** 编号: the series, the strip, the book, one number. */
export class RegisterRoom {
  readonly page: Page
  /** The list of series. */
  readonly series: Locator
  readonly strip: Locator
  /** The lines of the book, without its head. */
  readonly rows: Locator
  /** One number with its history. */
  readonly panel: Locator
  readonly history: Locator
  readonly statusBar: Locator
  /** The dialog that is open. */
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.series = page.getByRole('listbox', { name: '文号系列' }).getByRole('option')
    this.strip = page.getByRole('group', { name: /^号段/ })
    this.rows = page.getByRole('grid').locator('tr[data-serial]')
    this.panel = page.locator('.number-panel')
    this.history = this.panel.getByRole('list', { name: '经过' }).getByRole('listitem')
    this.statusBar = page.getByRole('contentinfo')
    this.dialog = page.getByRole('dialog')
  }

  /** Goes there by the rail, and waits for the series. */
  async enter(): Promise<void> {
    await this.page.getByRole('navigation', { name: '工作区' }).getByRole('button', { name: '编号' }).click()
    await expect(this.page.getByRole('complementary', { name: '文号系列' })).toBeVisible()
  }

  /** Shows a series, and waits until its numbers are there. */
  async show(code: string): Promise<void> {
    await this.series.filter({ hasText: code }).click()
    await expect(this.page.getByRole('heading', { name: code })).toBeVisible()
    await expect(this.rows.first()).toBeVisible()
  }

  row(serial: number): Locator {
    return this.page.getByRole('grid').locator(`tr[data-serial="${serial}"]`)
  }

  cell(serial: number): Locator {
    return this.strip.getByRole('button', { name: new RegExp(`^${serial}号`) })
  }

  /** Opens the panel of a number, and waits until its history is there. */
  async look(serial: number): Promise<void> {
    await this.row(serial).click()
    await expect(this.panel).toHaveAttribute('aria-label', new RegExp(`[〕第]${serial}号$`))
  }

  /** A dialog is open, stands still and has the keyboard. */
  async dialogStands(): Promise<void> {
    await expect(this.dialog).not.toHaveClass(/zoom/)
    await expect(this.dialog.locator(':focus')).toHaveCount(1)
  }

  /** Presses a button that opens a dialog. */
  async ask(button: Locator): Promise<void> {
    await button.click()
    await this.dialogStands()
  }

  /** Presses the button of the dialog that does it, and waits until the dialog is gone. */
  async confirm(name: string | RegExp): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click()
    await expect(this.dialog).toHaveCount(0)
  }

  /** Chooses from the menu of the book. */
  async book(item: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: '登记簿', exact: true }).click()
    await expect(this.page.getByRole('menuitem').and(this.page.locator(':focus'))).toHaveCount(1)
    await this.page.getByRole('menuitem', { name: item }).click()
  }
}

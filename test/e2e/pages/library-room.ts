import { expect, type Locator, type Page } from '@playwright/test'

/** 资料库: filters, the box, the rows, the preview. */
export class LibraryRoom {
  readonly page: Page
  readonly box: Locator
  /** What was found, a row a document, without the head of the columns. */
  readonly rows: Locator
  readonly chosen: Locator
  /** 13 件 · 用时 … */
  readonly summary: Locator
  readonly filters: Locator
  readonly preview: Locator
  /** The text in the preview. */
  readonly text: Locator
  /** 命中 1 / 5 */
  readonly count: Locator

  constructor(page: Page) {
    this.page = page
    this.box = page.getByRole('textbox', { name: '在资料库里查找' })
    this.rows = page.getByRole('grid', { name: '查到的文件' }).locator('[data-at]')
    this.chosen = this.rows.and(page.locator('[aria-selected="true"]'))
    this.summary = page.locator('.library-summary').getByRole('status')
    this.filters = page.getByRole('complementary', { name: '筛选' })
    this.preview = page.getByRole('region', { name: '预览' })
    this.text = page.getByRole('textbox', { name: '预览正文' })
    this.count = this.preview.locator('.reading-count')
  }

  /** Comes in by the rail, from whichever room. */
  async enter(): Promise<void> {
    await this.page.getByRole('navigation', { name: '工作区' }).getByRole('button', { name: '资料库' }).click()
    await expect(this.box).toBeFocused()
    await expect(this.summary).toBeVisible()
  }

  /** Types words and waits until so many documents are found. */
  async find(words: string, documents: number): Promise<void> {
    await this.box.fill(words)
    await expect(this.summary).toHaveText(new RegExp(`^${documents} 件 · 用时`))
  }

  filter(name: string): Locator {
    return this.filters.getByRole('button', { name: new RegExp(`^${name} ?\\d*$`) })
  }

  toast(text: string): Locator {
    return this.page.locator('.toast').filter({ hasText: text })
  }
}

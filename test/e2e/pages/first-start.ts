import type { Locator, Page } from '@playwright/test'

/** 首次启动: make a library or open the sample. */
export class FirstStart {
  readonly newLibrary: Locator
  readonly sample: Locator
  readonly office: Locator
  readonly codes: Locator
  readonly user: Locator
  readonly create: Locator
  readonly openSample: Locator

  constructor(page: Page) {
    this.newLibrary = page.getByRole('radio', { name: '新建资料库' })
    this.sample = page.getByRole('radio', { name: '打开示例' })
    this.office = page.getByLabel('单位全称')
    this.codes = page.getByLabel('机关代字')
    this.user = page.getByLabel('使用人')
    this.create = page.getByRole('button', { name: '建立资料库' })
    this.openSample = page.getByRole('button', { name: '打开示例' })
  }
}

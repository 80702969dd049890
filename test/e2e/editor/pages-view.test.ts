/** 版面: from the sheet to the pages and back, by mouse and by keyboard. */
import type { Locator, Page } from '@playwright/test'
import { partText } from '../../../shared/document/text.ts'
import { longNotice } from '../../bench/long-notice.ts'
import { expect, test, type Program } from '../fixtures.ts'
import type { DraftRoom } from '../pages/draft-room.ts'

const desk = (page: Page): Locator => page.getByRole('region', { name: '版面' })
const sheetOfPaper = (page: Page, number: number): Locator => desk(page).getByLabel(`第${number}页`, { exact: true })
const pageNumbers = (page: Page): Locator => page.getByRole('status', { name: '页码' })
const choose = (page: Page, name: string): Promise<void> => page.locator('.ant-segmented').getByText(name, { exact: true }).click()

async function open(room: DraftRoom, words: string): Promise<void> {
  await room.show(words)
}

async function openLong(room: DraftRoom, program: Program, characters: number): Promise<void> {
  const [template] = await program.call('templates.list', {})
  const { id, revision } = await program.call('documents.create', { templateId: template?.id ?? '' })
  await program.call('documents.save', { id, revision, document: longNotice(characters) })
  await open(room, '管护登记细则')
}

/** Words that are drawn one character after the other: the element whose text begins with them. */
const run = (page: Page, words: string): Locator => desk(page).locator('text').filter({ hasText: words }).first()

/** The text of the line that holds the caret, and how many of its characters stand before it. */
async function caret(page: Page): Promise<{ readonly line: string; readonly before: string }> {
  return page.evaluate(() => {
    const selection = window.getSelection()
    const line = selection?.focusNode?.parentElement?.closest('.line, td')
    if (!selection?.focusNode || !line) return { line: '', before: '' }
    const range = document.createRange()
    range.setStart(line, 0)
    range.setEnd(selection.focusNode, selection.focusOffset)
    return { line: line.textContent, before: range.toString().replaceAll('\ufeff', '') }
  })
}

test('the key leads to the page of the caret and back; caret and place stay on both sides', async ({ room, page, program }) => {
  await openLong(room, program, 20_000)
  await page.getByRole('button', { name: '收起左栏' }).click()
  const line = room.sheet.locator('.is-paragraph:not(td *)').nth(120)
  await line.scrollIntoViewIfNeeded()
  await line.click()
  await page.keyboard.press('Home')
  const before = await caret(page)
  const [words = ''] = /^[^\dA-Za-z]+/.exec(before.line.slice(0, 12)) ?? []
  expect(words).not.toBe('')
  const top = await page.locator('.desk').evaluate((element) => element.scrollTop)
  expect(top).toBeGreaterThan(1000)

  await page.keyboard.press('Control+Alt+p')
  await expect(desk(page)).toBeFocused()
  await expect(desk(page).locator('.page-mark')).toBeInViewport()
  await expect(run(page, words)).toBeInViewport()
  await expect(room.sheet).toBeHidden()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await expect(desk(page).locator('.page-mark')).not.toBeInViewport()
  const numbers = await pageNumbers(page).textContent()

  await page.keyboard.press('Escape')
  await expect(room.sheet).toBeFocused()
  expect(await caret(page)).toEqual(before)
  expect(await page.locator('.desk').evaluate((element) => element.scrollTop)).toBe(top)

  // The caret has not moved: the pages are where they were left.
  await page.keyboard.press('Control+Alt+p')
  await expect(pageNumbers(page)).toHaveText(numbers ?? '')
  await page.keyboard.press('Control+Alt+p')
  await expect(room.sheet).toBeFocused()
  await page.keyboard.insertText('经查，')
  await expect.poll(async () => (await caret(page)).line).toBe(`${before.before}经查，${before.line.slice(before.before.length)}`)
})

test('the count of pages follows the typing, and stands below the sheet as well', async ({ room, page }) => {
  await open(room, '秋冬季森林防火')
  const count = room.statusBar.getByText(/^公文 \d+ 页$/)
  await expect(count).toBeVisible()
  await expect(room.statusBar).toContainText('GB/T 9704-2012')
  const pages = async (): Promise<number> => Number(/\d+/.exec((await count.textContent()) ?? '')?.[0])
  const before = await pages()
  await room.sheet.getByText('今年10月1日起').click()
  await page.keyboard.press('End')
  await page.keyboard.insertText('各乡镇要逐级压实责任，严格落实巡查值守制度。'.repeat(60))
  await expect.poll(pages).toBeGreaterThan(before)
  await page.keyboard.press('Control+z')
  await expect.poll(pages).toBe(before)
  await page.keyboard.press('Control+Alt+p')
  await expect(pageNumbers(page)).toContainText(`/ ${before} 页`)
  // What is undone while the pages are shown is gone from them at once.
  await page.keyboard.press('Control+y')
  await expect(pageNumbers(page)).not.toContainText(`/ ${before} 页`)
})

test('a click on a character puts the caret there, in a paragraph, a heading and a cell', async ({ room, page }) => {
  await open(room, '秋冬季森林防火')
  await page.keyboard.press('Control+Alt+p')
  await choose(page, '公报')
  await choose(page, '单页')
  await page.getByRole('button', { name: '适合宽度' }).click()

  /** A click on the left half of a character: the caret goes before it. */
  const click = async (words: string, into: number): Promise<void> => {
    const target = run(page, words)
    await target.scrollIntoViewIfNeeded()
    const at = ((await target.textContent()) ?? '').indexOf(words) + into
    const { x, y } = await target.evaluate((element, index) => {
      if (!(element instanceof SVGTextElement)) throw new Error('no text')
      const box = element.getExtentOfChar(index)
      const matrix = element.getScreenCTM()
      return new DOMPoint(box.x + box.width / 4, box.y + box.height / 2).matrixTransform(matrix ?? undefined)
    }, at)
    await page.mouse.click(x, y)
    await expect(room.sheet).toBeFocused()
  }
  await click('县林业局', 2)
  await expect.poll(async () => (await caret(page)).before.endsWith('县林')).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Alt+p')
  await click('一、严管', 3)
  expect(await caret(page)).toMatchObject({ before: '严' })
  await page.keyboard.press('Control+Alt+p')
  await page.keyboard.press('End')
  await click('石桥林场', 2)
  expect(await caret(page)).toEqual({ line: '石桥林场', before: '石桥' })
  await page.keyboard.insertText('镇')
  await expect.poll(async () => (await caret(page)).line).toBe('石桥镇林场')
})

test('even pages lie on the left of odd ones; keys and buttons turn them', async ({ room, page, program }) => {
  await openLong(room, program, 12_000)
  await room.sheet.locator('.is-title').click()
  await page.keyboard.press('Control+Alt+p')
  await choose(page, '对页')
  await page.getByRole('button', { name: '整页' }).click()
  await expect(pageNumbers(page)).toHaveText(/^1 \/ \d+ 页$/)
  await page.keyboard.press('PageDown')
  await expect(pageNumbers(page)).toHaveText(/^2–3 \/ /)
  const [left, right] = [await sheetOfPaper(page, 2).boundingBox(), await sheetOfPaper(page, 3).boundingBox()]
  expect(left!.x + left!.width).toBeCloseTo(right!.x, 0)
  expect(left!.y).toBeCloseTo(right!.y, 0)
  await page.keyboard.press('End')
  const last = Number(/\/ (\d+) 页/.exec((await pageNumbers(page).textContent()) ?? '')?.[1])
  await expect(sheetOfPaper(page, last)).toBeInViewport()
  // Pages far away are not drawn.
  await expect(sheetOfPaper(page, 1)).toHaveCount(0)
  await page.keyboard.press('Home')
  await expect(sheetOfPaper(page, 1)).toBeInViewport()
  await page.getByRole('button', { name: '下一页' }).click()
  await expect(pageNumbers(page)).toHaveText(/^2–3 \/ /)
  await page.getByRole('button', { name: '上一页' }).click()
  await expect(pageNumbers(page)).toHaveText(/^1 \/ /)
  await choose(page, '单页')
  await page.getByRole('button', { name: '下一页' }).click()
  await expect(pageNumbers(page)).toHaveText(/^2 \/ /)
})

test('Ctrl with the wheel and with + and − zooms the pages alone, about the page that is looked at', async ({ room, page, program }) => {
  await openLong(room, program, 12_000)
  await page.keyboard.press('Control+Alt+p')
  await choose(page, '单页')
  const percent = room.statusBar.locator('.zoom')
  const shown = async (): Promise<number> => Number.parseInt((await percent.textContent()) ?? '')
  await page.getByRole('button', { name: '整页' }).click()
  await page.getByRole('button', { name: '下一页' }).click()
  await page.getByRole('button', { name: '下一页' }).click()
  await expect(pageNumbers(page)).toHaveText(/^3 \/ /)
  const fit = await shown()
  await page.keyboard.press('Control+=')
  const larger = await shown()
  expect(larger).toBeGreaterThan(fit)
  expect(larger % 10).toBe(0)
  await page.keyboard.press('Control+-')
  await expect(percent).toHaveText(`${larger - 10}%`)
  await desk(page).hover()
  await page.keyboard.down('Control')
  for (let turn = 0; turn < 4; turn += 1) await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
  await expect(percent).toHaveText(`${larger + 30}%`)
  await expect(pageNumbers(page)).toHaveText(/^3 \/ /)
  expect(await page.evaluate(() => window.devicePixelRatio)).toBe(1)
})

test('the layout is chosen for a kind of document and kept for the next time', async ({ room, page }) => {
  await open(room, '秋冬季森林防火')
  await page.keyboard.press('Control+Alt+p')
  await choose(page, '公报')
  await expect(room.statusBar).toContainText('公报 A4 双栏')
  await page.reload()
  await expect(room.statusBar).toContainText('公报 A4 双栏')
  // A letter is another kind.
  await open(room, '清河跨界河段')
  await expect(room.statusBar).toContainText('公文 GB/T 9704-2012')
})

test('what is measured stands under 校核, and names the families that stand in for others', async ({ room, page, program }) => {
  await openLong(room, program, 20_000)
  await page.getByRole('tab', { name: /校核/ }).click()
  const measured = page.getByRole('region', { name: '本版实测' })
  await expect(measured).toContainText('28 字 × 22 行')
  await page.keyboard.press('Control+Alt+p')
  await choose(page, '公报')
  await expect(measured).toContainText('20 字 × 33 行')
  const { slots } = await program.call('fonts.metrics', {})
  const others = slots.filter(({ slot, substitute }) => substitute && slot === 'fangSong')
  await expect(measured.getByText('缺字体').locator('..')).toContainText(others[0] ? `仿宋以${others[0].family}代` : '无')
})

test('commands of the sheet bring it back, and a new draft begins in it', async ({ room, page, program }) => {
  await open(room, '秋冬季森林防火')
  await room.sheet.getByText('今年10月1日起').click()
  await page.keyboard.press('Control+Alt+p')
  await page.keyboard.press('Control+f')
  await expect(page.getByLabel('查找内容')).toBeFocused()
  await expect(room.sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Alt+p')
  await page.keyboard.press('Control+Alt+2')
  await expect(room.sheet.locator('.is-level-2.is-current')).toContainText('今年10月1日起')
  await page.keyboard.press('Control+Alt+p')
  await page.keyboard.press('Alt+n')
  await room.dialog.getByRole('button', { name: /^函/ }).click()
  await expect(room.sheet).toBeVisible()
  await expect(desk(page)).toHaveCount(0)
  const [newest] = await program.call('documents.list', {})
  const { document } = await program.call('documents.get', { id: newest?.id ?? '' })
  expect(partText(document, 'title')).not.toContain('森林防火')
})

test('fonts come from the machine as they were measured', async ({ room, page, program }) => {
  const { slots } = await program.call('fonts.metrics', {})
  const files = new Set(slots.flatMap(({ files: own }) => own))
  await open(room, '秋冬季森林防火')
  await page.keyboard.press('Control+Alt+p')
  await expect(desk(page).locator('text').first()).toBeVisible()
  await expect.poll(() => page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBeGreaterThanOrEqual(Math.min(1, files.size))
})

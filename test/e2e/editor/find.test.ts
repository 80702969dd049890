/** Find and replace by keyboard, with an input method, in drafts and in documents that are only read. */
import type { Page } from '@playwright/test'
import { partText } from '../../../shared/document/text.ts'
import { longNotice } from '../../bench/long-notice.ts'
import { expect, test, type Program } from '../fixtures.ts'
import type { DraftRoom } from '../pages/draft-room.ts'

/** Keys come when the document is on the desk. */
async function open(room: DraftRoom, words: string): Promise<void> {
  await room.show(words)
}

/** What the page marks, as a reader sees it: every hit, and the current one. */
async function marked(page: Page): Promise<{ readonly hits: readonly string[]; readonly current: readonly string[] }> {
  return page.evaluate(() => {
    const textsOf = (name: string): readonly string[] =>
      [...(CSS.highlights.get(name) ?? [])].map((part) => {
        const range = document.createRange()
        range.setStart(part.startContainer, part.startOffset)
        range.setEnd(part.endContainer, part.endOffset)
        return range.toString()
      })
    return { hits: textsOf('find-hit'), current: textsOf('find-current') }
  })
}

/** How many marked hits lie on the part of the desk that is seen. */
async function hitsInSight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const desk = document.querySelector('.desk')?.getBoundingClientRect()
    return [...(CSS.highlights.get('find-hit') ?? [])].filter((part) => {
      const range = document.createRange()
      range.setStart(part.startContainer, part.startOffset)
      range.setEnd(part.endContainer, part.endOffset)
      const box = range.getBoundingClientRect()
      return desk && box.bottom > desk.top && box.top < desk.bottom
    }).length
  })
}

/** The words that are marked as current lie on the desk, not under the bar. */
async function expectInSight(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const [part] = CSS.highlights.get('find-current') ?? []
        const desk = document.querySelector('.desk')?.getBoundingClientRect()
        const bar = document.querySelector('.find-bar')?.getBoundingClientRect()
        if (!part || !desk || !bar) return 'nothing'
        const range = document.createRange()
        range.setStart(part.startContainer, part.startOffset)
        range.setEnd(part.endContainer, part.endOffset)
        const box = range.getBoundingClientRect()
        return box.top >= bar.bottom && box.bottom <= desk.bottom ? 'in sight' : `${box.top} to ${box.bottom}`
      }),
    )
    .toBe('in sight')
}

async function storedTitle(program: Program): Promise<string> {
  const [summary] = await program.call('documents.list', {})
  const { document } = await program.call('documents.get', { id: summary?.id ?? '' })
  return partText(document, 'title')
}

test('the keyboard finds, walks, leaves at the hit and goes on', async ({ room, page }) => {
  await open(room, '秋冬季森林防火')
  const bar = page.getByRole('search', { name: '查找和替换' })
  const count = bar.getByRole('status')
  await room.sheet.getByText('今年10月1日起').click()
  await page.keyboard.press('Control+f')
  await expect(bar.getByLabel('查找内容')).toBeFocused()
  await page.keyboard.type('森林')
  await expect(count).toHaveText(/^第\d+处，共\d+处$/)
  const [, first, all] = /第(\d+)处，共(\d+)处/.exec((await count.textContent()) ?? '') ?? []
  expect(new Set((await marked(page)).hits)).toEqual(new Set(['森林']))
  // The title's own comes before the caret.
  expect(Number(first)).toBeGreaterThan(1)
  await page.keyboard.press('Shift+Enter')
  await expect(count).toContainText(`第${Number(first) - 1}处`)
  for (let step = Number(first) - 1; step < Number(all); step += 1) await page.keyboard.press('Enter')
  await expect(count).toContainText(`第${all}处`)
  await expectInSight(page)
  await page.keyboard.press('F3')
  await expect(count).toHaveText(`第1处，共${all}处，已绕回`)
  await expectInSight(page)
  expect((await marked(page)).current).toEqual(['森林'])
  await expect(bar.getByLabel('查找内容')).toBeFocused()

  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(room.sheet).toBeFocused()
  expect(await marked(page)).toEqual({ hits: [], current: [] })
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe('森林')
  await page.keyboard.press('F3')
  await page.keyboard.press('Shift+F3')
  await expect(room.sheet.locator('.is-title.is-current')).toHaveCount(1)
  // What is selected is what typing takes the place of.
  await page.keyboard.insertText('草原')
  await expect(room.sheet.locator('.is-title')).toContainText('草原防火')
})

test('marks follow what is typed in the sheet', async ({ room, page }) => {
  await open(room, '秋冬季森林防火')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('草原')
  const bar = page.getByRole('search')
  await expect(bar.getByRole('status')).toHaveText('没有找到“草原”')
  await room.sheet.getByText('今年10月1日起').click()
  await page.keyboard.press('Home')
  await page.keyboard.insertText('在草原草')
  await expect.poll(async () => (await marked(page)).hits).toEqual(['草原'])
  await page.keyboard.insertText('原')
  await expect(bar.getByRole('status')).toHaveText('共2处')
  await expect.poll(async () => (await marked(page)).hits).toEqual(['草原', '草原'])
  await page.keyboard.press('Home')
  const session = await page.context().newCDPSession(page)
  for (const text of ['q', 'qi', 'qing']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    expect((await marked(page)).hits).toEqual(['草原', '草原'])
  }
  await session.send('Input.insertText', { text: '青' })
  await expect.poll(async () => (await marked(page)).hits).toEqual(['草原', '草原'])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(bar.getByRole('status')).toHaveText('没有找到“草原”')
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
})

test('in a long document the marks come with the lines, and replacing all of them is one step', async ({ room, page, program }) => {
  const [template] = await program.call('templates.list', {})
  const { id, revision } = await program.call('documents.create', { templateId: template?.id ?? '' })
  await program.call('documents.save', { id, revision, document: longNotice(30_000) })
  await open(room, '管护登记细则')
  await page.keyboard.press('Control+h')
  const bar = page.getByRole('search')
  const count = bar.getByRole('status')
  await page.keyboard.type('登记')
  await expect(count).toHaveText(/^第1处，共\d{2,}处$/)
  await expect.poll(() => hitsInSight(page)).toBeGreaterThan(0)
  const all = Number(/共(\d+)处/.exec((await count.textContent()) ?? '')?.[1])
  // Marks are made for what is near; all others are counted all the same.
  expect((await marked(page)).hits.length).toBeLessThan(all)
  await page.mouse.move(680, 500)
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.wheel(0, 1500)
    await expect.poll(async () => (await marked(page)).hits.every((words) => words === '登记')).toBe(true)
  }
  await expect.poll(() => hitsInSight(page)).toBeGreaterThan(0)
  await page.keyboard.press('Shift+Enter')
  await expect(count).toHaveText(`第${all}处，共${all}处，已绕回`)
  await expectInSight(page)
  expect((await marked(page)).current).toEqual(['登记'])
  await page.keyboard.press('Tab')
  await page.keyboard.type('造册')
  await bar.getByRole('button', { name: '全部替换' }).click()
  await expect(page.locator('.toast')).toContainText(`已替换${all}处`)
  await page.getByRole('button', { name: '撤销', exact: true }).last().click()
  await expect(count).toContainText(`共${all}处`)
})

test('an input method spells in the field undisturbed; nothing is looked for before the word is chosen', async ({ room, page }) => {
  await open(room, '秋冬季森林防火')
  await page.keyboard.press('Control+f')
  const field = page.getByLabel('查找内容')
  const count = page.getByRole('search').getByRole('status')
  const session = await page.context().newCDPSession(page)
  for (const text of ['s', 'se', 'sen', 'sen l', 'sen lin']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await expect(field).toHaveValue(text)
    await expect(count).toHaveText('')
  }
  await session.send('Input.insertText', { text: '森林' })
  await expect(field).toHaveValue('森林')
  await expect(count).toContainText('共')
  await expect(field).toBeFocused()
  // Composing goes on behind what is there, with the hits of before.
  await session.send('Input.imeSetComposition', { text: 'fang', selectionStart: 4, selectionEnd: 4 })
  await expect(field).toHaveValue('森林fang')
  expect((await marked(page)).hits[0]).toBe('森林')
  await session.send('Input.insertText', { text: '防火' })
  await expect(field).toHaveValue('森林防火')
  await expect.poll(async () => (await marked(page)).hits[0]).toBe('森林防火')
})

test('replacing one goes on to the next; all at once is one step, and the toast takes it back', async ({ room, page, program }) => {
  await open(room, '秋冬季森林防火')
  await room.sheet.locator('.is-title').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+h')
  const bar = page.getByRole('search')
  const count = bar.getByRole('status')
  await page.keyboard.type('森林')
  await page.keyboard.press('Tab')
  await expect(bar.getByLabel('替换为')).toBeFocused()
  await page.keyboard.type('林草')
  await expect(count).toContainText('第1处')
  const all = Number(/共(\d+)处/.exec((await count.textContent()) ?? '')?.[1])
  await page.keyboard.press('Enter')
  await expect(count).toHaveText(`第1处，共${all - 1}处`)
  await expect(room.sheet.locator('.is-title')).toContainText('林草防火')
  await bar.getByRole('button', { name: '全部替换' }).click()
  await expect(page.locator('.toast')).toContainText(`已替换${all - 1}处`)
  await expect(count).toHaveText(`已替换${all - 1}处`)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await expect(room.sheet).not.toContainText('森林')
  await page.getByRole('button', { name: '撤销', exact: true }).last().click()
  await expect(count).toHaveText(new RegExp(`共${all - 1}处`))
  await expect(room.sheet.locator('.is-title')).toContainText('林草防火')
  await expect(bar.getByLabel('查找内容')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(room.sheet).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(room.sheet.locator('.is-title')).toContainText('森林防火')
  await room.saved()
  await expect.poll(() => storedTitle(program)).toContain('森林防火')
})

test('a document whose text is frozen is searched and not changed', async ({ room, page }) => {
  await open(room, '2024年防汛备汛')
  const bar = page.getByRole('search')
  await page.keyboard.press('Control+h')
  await expect(page.getByText('替换：本文已编号，文字不能改')).toBeVisible()
  await expect(bar).toHaveCount(0)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('防汛')
  await expect(bar.getByRole('status')).toContainText('第1处')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toContainText('第3处')
  await expectInSight(page)
  await expect(bar.getByRole('button', { name: '替换' })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe('防汛')
})

test('the menu opens the bar, and the words that are selected are looked for', async ({ room, page }) => {
  await open(room, '秋冬季森林防火')
  await room.sheet.getByText('今年10月1日起').dblclick({ position: { x: 60, y: 14 } })
  const words = await page.evaluate(() => window.getSelection()?.toString())
  await room.choose('编辑', /^查找…/)
  const field = page.getByLabel('查找内容')
  await expect(field).toHaveValue(words ?? '')
  await expect(field).toBeFocused()
  await expect(page.getByRole('search').getByRole('status')).toContainText('第')
})

test('what is typed in the bar right after the sheet stays in the bar', async ({ room, page }) => {
  await open(room, '秋冬季森林防火')
  const field = page.getByRole('search').getByLabel('查找内容')
  for (const query of ['森', '林', '火', '防', '野', '护']) {
    await room.sheet.locator('.is-title').click()
    await page.keyboard.press('End')
    await page.keyboard.insertText('和')
    await page.keyboard.press('Control+f')
    await page.keyboard.type(query)
    await expect(page.getByRole('search').getByRole('status')).toContainText('处')
    await expect(field).toHaveValue(query)
    await expect(field).toBeFocused()
    await page.keyboard.press('Escape')
  }
})

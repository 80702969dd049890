/** Chinese input methods, simulated through the browser's own protocol, wherever a caret can stand. */
import type { CDPSession, Page } from '@playwright/test'
import { expect, test, type Program } from '../fixtures.ts'
import type { DraftRoom } from '../pages/draft-room.ts'

/** An input method at work: what is spelled, and what is chosen at last. */
class Method {
  readonly #session: CDPSession
  constructor(session: CDPSession) {
    this.#session = session
  }

  static async of(page: Page): Promise<Method> {
    return new Method(await page.context().newCDPSession(page))
  }

  /** The half-typed words, underlined where the caret is. */
  async spell(...spellings: readonly string[]): Promise<void> {
    for (const text of spellings) await this.#session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }

  async choose(text: string): Promise<void> {
    await this.#session.send('Input.insertText', { text })
  }

  /** Escape in the input method: nothing is left of what was spelled. */
  async cancel(): Promise<void> {
    await this.#session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  }
}

/** Lines of the sheet with what the style sheet prints in front of them: what a person reads. */
async function lines(room: DraftRoom): Promise<readonly string[]> {
  return room.sheet.locator('.line').evaluateAll((all) => all.map((line) => line.textContent.replaceAll('\ufeff', '')))
}

/** Everything that is stored of the newest document, as text. */
async function stored(program: Program): Promise<string> {
  const [summary] = await program.call('documents.list', {})
  const { document } = await program.call('documents.get', { id: summary?.id ?? '' })
  return JSON.stringify(document.parts).replaceAll(/"(?:id|type|hint)":"[^"]*",?/g, '')
}

/** A letter whose body is three paragraphs: 甲甲, 乙乙, 丙丙. */
async function begin(room: DraftRoom, page: Page): Promise<Method> {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await room.sheet.getByText('特此函达').click()
  await page.keyboard.press('End')
  for (const text of ['甲甲', '乙乙', '丙丙']) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(text)
  }
  return Method.of(page)
}

/** Puts the caret into the paragraph with the text, so many characters from its start. */
async function caretIn(room: DraftRoom, page: Page, text: string, offset: number): Promise<void> {
  await room.sheet.getByText(text, { exact: true }).click()
  await page.keyboard.press('Home')
  for (let at = 0; at < offset; at += 1) await page.keyboard.press('ArrowRight')
}

/** What the page shows and what is stored are the same words. */
async function expectWords(room: DraftRoom, program: Program, present: readonly string[], absent: readonly string[]): Promise<void> {
  // A key is answered before its change is drawn.
  await expect
    .poll(async () => {
      const shown = await lines(room)
      return [present.filter((one) => !shown.includes(one)), absent.filter((one) => shown.join('\n').includes(one))]
    })
    .toEqual([[], []])
  await expect
    .poll(async () => {
      const text = await stored(program)
      return [present.filter((one) => !text.includes(one)), absent.filter((one) => text.includes(one))]
    })
    .toEqual([[], []])
}

test('at the start, in the middle and at the end of a paragraph', async ({ room, page, program }) => {
  const method = await begin(room, page)
  await caretIn(room, page, '乙乙', 0)
  await method.spell('t', 'tou')
  await method.choose('头')
  await caretIn(room, page, '头乙乙', 2)
  await method.spell('z', 'zhong')
  await method.choose('中')
  await page.keyboard.press('End')
  await method.spell('w', 'wei')
  await method.choose('尾')
  await expectWords(room, program, ['甲甲', '头乙中乙尾', '丙丙'], ['tou', 'zhong', 'wei'])
})

test('in an empty paragraph, with its hint out of the way', async ({ room, page, program }) => {
  const method = await begin(room, page)
  await caretIn(room, page, '丙丙', 2)
  await page.keyboard.press('Enter')
  await method.spell('d', 'ding')
  await expect(room.sheet).toHaveAttribute('data-composing', '')
  await method.choose('丁')
  await expect(room.sheet).not.toHaveAttribute('data-composing')
  await expectWords(room, program, ['丙丙', '丁'], ['ding'])
})

test('over a selection; one undo brings back the words and what they took the place of', async ({ room, page, program }) => {
  const method = await begin(room, page)
  await caretIn(room, page, '乙乙', 0)
  await page.keyboard.press('Shift+End')
  await method.spell('x', 'xin')
  await method.choose('新')
  await expectWords(room, program, ['甲甲', '新', '丙丙'], ['乙', 'xin'])
  await page.keyboard.press('Control+z')
  await expectWords(room, program, ['甲甲', '乙乙', '丙丙'], ['新'])
  await page.keyboard.press('Control+y')
  await expectWords(room, program, ['甲甲', '新', '丙丙'], ['乙'])
})

test('over three paragraphs; one undo brings all of them back', async ({ room, page, program }) => {
  const method = await begin(room, page)
  await caretIn(room, page, '甲甲', 1)
  for (let down = 0; down < 2; down += 1) await page.keyboard.press('Shift+ArrowDown')
  await method.spell('h', 'he')
  await method.choose('合')
  await expectWords(room, program, ['甲合丙'], ['乙', 'he', '甲甲'])
  await page.keyboard.press('Control+z')
  await expectWords(room, program, ['甲甲', '乙乙', '丙丙'], ['合'])
})

test('in a heading, which stays one', async ({ room, page, program }) => {
  const method = await begin(room, page)
  await caretIn(room, page, '乙乙', 0)
  await page.keyboard.press('Control+Alt+1')
  await expect(room.sheet.locator('.is-heading.is-current')).toHaveText('乙乙')
  await page.keyboard.press('Home')
  await method.spell('z', 'zong')
  await method.choose('总')
  await expect(room.sheet.locator('.is-heading.is-current')).toHaveText('总乙乙')
  await expectWords(room, program, ['总乙乙'], ['zong'])
  await page.keyboard.press('Control+z')
  await expect(room.sheet.locator('.is-heading.is-current')).toHaveText('乙乙')
})

test('in an empty cell and beside the text of one', async ({ room, page, program }) => {
  const method = await begin(room, page)
  await page.getByRole('button', { name: '插入表格' }).click()
  await expect(room.sheet.locator('td').first()).toBeVisible()
  await room.sheet.locator('td').first().click()
  await method.spell('x', 'xu')
  await method.choose('序')
  await method.spell('h', 'hao')
  await method.choose('号')
  await expect(room.sheet.locator('td').first()).toHaveText('序号')
  await page.keyboard.press('Home')
  await method.spell('z', 'zong')
  await method.choose('总')
  await expect(room.sheet.locator('td').first()).toHaveText('总序号')
  await expectWords(room, program, ['总序号'], ['xu', 'hao', 'zong'])
})

test('on an unfilled place, which the words take; and beside one, which stays', async ({ room, page, program }) => {
  await room.begin('函')
  const method = await Method.of(page)
  const count = await room.places.count()
  await page.keyboard.press('Tab')
  const before = await room.sheet.locator('.line.is-current').innerText()
  await method.spell('s', 'shui')
  await method.choose('水库')
  await expect(room.places).toHaveCount(count - 1)
  await expect(room.sheet.locator('.line.is-current')).toContainText('水库')
  await page.keyboard.press('Control+z')
  await expect(room.places).toHaveCount(count)
  await expect(room.sheet.locator('.line.is-current')).toHaveText(before)

  const line = room.sheet.locator('.line', { has: page.locator('.place') }).last()
  await line.click({ position: { x: 2, y: 8 } })
  await page.keyboard.press('End')
  const places = await room.places.count()
  await method.spell('m', 'mo')
  await method.choose('末')
  await expect(room.places).toHaveCount(places)
  await expect(line).toContainText('末')
  await expect.poll(() => stored(program)).toContain('末')
})

test('cancelled leaves nothing behind, and nothing to take back', async ({ room, page, program }) => {
  const method = await begin(room, page)
  await caretIn(room, page, '乙乙', 1)
  await method.spell('q', 'qu', 'qux')
  await expect(room.sheet).toContainText('乙qux乙')
  await method.cancel()
  await expectWords(room, program, ['甲甲', '乙乙', '丙丙'], ['qu'])
  await page.keyboard.type('。')
  await expectWords(room, program, ['甲甲', '乙。乙', '丙丙'], ['qu'])
  await page.keyboard.press('Control+z')
  await expectWords(room, program, ['甲甲', '乙乙', '丙丙'], ['。乙'])
})

test('in the title and in the recipients', async ({ room, page, program }) => {
  const method = await begin(room, page)
  await room.sheet.locator('.is-title').click()
  await page.keyboard.press('End')
  await method.spell('b', 'bu')
  await method.choose('补')
  await room.sheet.locator('.is-recipients').click()
  await page.keyboard.press('End')
  await method.spell('d', 'deng')
  await method.choose('等')
  await expect(room.sheet.locator('.is-title')).toContainText('补')
  await expect(room.sheet.locator('.is-recipients')).toContainText('等')
  await expect.poll(() => stored(program)).toMatch(/补.*等/)
})

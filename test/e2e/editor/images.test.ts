/** Images as a person puts them into a draft: from a file, the clipboard, by drag; and out again in the Word file. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { imagesOf } from '../../../shared/document/text.ts'
import type { Image } from '../../../shared/document/types.ts'
import { jpeg, png } from '../../support/images.ts'
import { expect, test, type Program } from '../fixtures.ts'

const MAP = Buffer.from(png({ width: 960, height: 480, colour: [40, 90, 160] }))

/** The images of the newest document as it is stored. */
async function storedImages(program: Program): Promise<readonly Image[]> {
  const [summary] = await program.call('documents.list', {})
  return imagesOf((await program.call('documents.get', { id: summary?.id ?? '' })).document)
}

/** Puts files on the page as a drag or a paste from another program brings them. */
async function bring(page: Page, how: 'paste' | 'drop', file: { name: string; type: string; bytes: Uint8Array }, at: { x: number; y: number }): Promise<void> {
  await page.evaluate(
    ([kind, name, type, base64, x, y]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name, { type }))
      const target = document.elementFromPoint(x, y) ?? document.body
      const common = { bubbles: true, cancelable: true, clientX: x, clientY: y }
      target.dispatchEvent(kind === 'paste' ? new ClipboardEvent('paste', { ...common, clipboardData: data }) : new DragEvent('drop', { ...common, dataTransfer: data }))
    },
    [how, file.name, file.type, Buffer.from(file.bytes).toString('base64'), at.x, at.y] as const,
  )
}

test('an image from a file is shown, described, made smaller, undone, and goes into the Word file', async ({ room, page, program }) => {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await room.sheet.getByText('特此函达').click()
  const choosing = page.waitForEvent('filechooser')
  await room.choose('插入', '图片…')
  await (await choosing).setFiles({ name: '示意图.png', mimeType: 'image/png', buffer: MAP })

  const image = room.sheet.locator('.image-block img')
  await expect(image).toBeVisible()
  // As wide as the column, in its proportions; the bytes come by their address.
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => [one.naturalWidth, one.width, one.height])).toEqual([960, 448, 224])
  const bar = page.getByRole('toolbar', { name: /^图片/ })
  await bar.getByLabel('图片说明').fill('责任区示意图')
  await bar.getByLabel('图片说明').press('Enter')
  await expect(room.sheet).toBeFocused()
  await bar.getByLabel('宽（厘米）').fill('8')
  await bar.getByLabel('宽（厘米）').press('Enter')
  await expect.poll(async () => (await storedImages(program)).map(({ alt, width, height }) => [alt, Math.round(width), Math.round(height)])).toEqual([['责任区示意图', 227, 113]])

  await page.keyboard.press('Delete')
  await expect(image).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(image).toHaveAttribute('alt', '责任区示意图')
  await room.saved()

  await page.keyboard.press('Control+e')
  await expect(room.dialog.getByLabel('公文版式')).toBeFocused()
  const downloading = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const files = unzipSync(new Uint8Array(await readFile(await (await downloading).path())))
  const media = Object.entries(files).filter(([name]) => name.startsWith('word/media/'))
  expect(media.map(([, bytes]) => Buffer.from(bytes).equals(MAP))).toEqual([true])
  expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain('descr="责任区示意图"')
})

test('a screenshot is pasted, a file is dragged to where it belongs; what is no image is refused with what to do', async ({ room, page, program }) => {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  const last = room.sheet.getByText('特此函达')
  await last.click()
  const box = await last.boundingBox()
  const at = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 12 }
  await bring(page, 'paste', { name: 'image.png', type: 'image/png', bytes: png({ width: 120, height: 60 }) }, at)
  await expect(room.sheet.locator('.image-block')).toHaveCount(1)
  const first = await room.sheet.locator('.line.is-paragraph').first().boundingBox()
  await bring(page, 'drop', { name: '照片.jpg', type: 'image/jpeg', bytes: jpeg() }, { x: (first?.x ?? 0) + 150, y: (first?.y ?? 0) + 12 })
  await expect(room.sheet.locator('.image-block')).toHaveCount(2)
  await expect.poll(async () => (await storedImages(program)).map(({ mediaType }) => mediaType)).toEqual(['image/jpeg', 'image/png'])

  await bring(page, 'drop', { name: '图.wmf', type: '', bytes: Buffer.from('x') }, at)
  await expect(page.getByText('另存为 PNG')).toBeVisible()
  await expect(room.sheet.locator('.image-block')).toHaveCount(2)
})

test('the keyboard goes to an image and past it', async ({ room, page }) => {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  const last = room.sheet.getByText('特此函达')
  await last.click()
  const box = await last.boundingBox()
  await bring(page, 'paste', { name: 'image.png', type: 'image/png', bytes: png({ width: 120, height: 60 }) }, { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 12 })
  const selected = room.sheet.locator('.image-block.is-selected')
  await expect(selected).toHaveCount(1)
  await page.keyboard.press('ArrowUp')
  await expect(selected).toHaveCount(0)
  await expect(room.sheet.locator('.line.is-current')).toContainText('特此函达')
  await page.keyboard.press('ArrowDown')
  await expect(selected).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(selected).toHaveCount(0)
  await page.keyboard.press('ArrowLeft')
  await expect(selected).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.type('图一')
  await expect(room.sheet.locator('.image-block + .line')).toHaveText('图一')
  // The bar has the keyboard by Alt+F10, and gives it back.
  await room.sheet.locator('.image-block img').click()
  await page.keyboard.press('Alt+F10')
  await expect(page.getByRole('button', { name: '替换…' })).toBeFocused()
  await page.getByLabel('图片说明').focus()
  await page.keyboard.press('Escape')
  await expect(room.sheet).toBeFocused()
  await page.keyboard.press('Backspace')
  await expect(room.sheet.locator('.image-block')).toHaveCount(0)
})

test('an image that this library does not have is named, not broken', async ({ room, page, program }) => {
  program.expectFaults('404', '没有导出')
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await room.saved()
  const [summary] = await program.call('documents.list', {})
  const { document, revision, id } = await program.call('documents.get', { id: summary?.id ?? '' })
  const image = { type: 'image', id: '0190a000-0000-7000-8000-0000000000aa', sha256: 'ab'.repeat(32), mediaType: 'image/png', width: 100, height: 50, alt: '界桩', children: [{ text: '' }] } as const
  const parts = document.parts.map((part) => (part.type === 'body' ? { ...part, children: [...part.children, image] } : part))
  await program.call('documents.save', { id, revision, document: { ...document, parts } })
  await page.reload()
  await expect(room.sheet.getByText('图片不在本资料库')).toBeVisible()
  await page.keyboard.press('Control+e')
  await expect(room.dialog.getByLabel('公文版式')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('有图片不在本资料库，没有导出：第1张“界桩”')).toBeVisible()
})

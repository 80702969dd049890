/** The structure of a document by mouse and by keyboard: outline, attachments, levels, numbers, references. */
import type { Locator, Page } from '@playwright/test'
import { makeAttachment, makeBody, makeDocument, makeHeading, makeLine, makeParagraph } from '../../../shared/document/build.ts'
import { expect, test, type Program } from '../fixtures.ts'
import type { DraftRoom } from '../pages/draft-room.ts'

/** A draft with headings and three attachments, opened with its outline. */
async function open(room: DraftRoom, page: Page, program: Program): Promise<void> {
  const made = await program.call('documents.create', { templateId: 'letter' })
  const document = makeDocument({ issuers: ['河湾县水利局'], genre: '函', documentNumber: null }, [
    makeLine('title', '关于商请支持渠系整修的函'),
    makeLine('recipients', '县财政局'),
    makeBody([
      makeParagraph('现就有关事项函告如下，名单见附件3，依照附件1办理。'),
      makeHeading(1, '整修范围', '一、'), makeHeading(2, '干渠', '（一）'), makeParagraph('长岭干渠。'), makeHeading(2, '支渠', '（三）'),
      makeHeading(1, '资金安排', '二、'), makeHeading(2, '县级配套', '（一）'), makeHeading(1, '工期要求'),
    ]),
    makeLine('signatureOrgan', '河湾县水利局'),
    makeLine('signatureDate', '2024年5月8日'),
    makeAttachment('工程量清单', [makeParagraph('清单如下。')]),
    makeAttachment('资金测算表', [makeParagraph('测算如下。')]),
    makeAttachment('责任人名单', [makeParagraph('名单如下。')]),
  ])
  await program.call('documents.save', { id: made.id, revision: made.revision, document })
  await page.reload()
  await room.show('渠系整修')
  await page.getByText('大纲', { exact: true }).click()
  await expect(row(page, '工期要求')).toBeVisible()
}

const row = (page: Page, text: string): Locator => page.locator('.outline .ant-tree-treenode').filter({ hasText: text })

/** The outline as it stands, two spaces for each level. */
async function outline(page: Page): Promise<readonly string[]> {
  return page.locator('.outline .ant-tree-treenode:not([aria-hidden="true"])').evaluateAll((rows) =>
    rows.map((one) => '  '.repeat(one.querySelectorAll('.ant-tree-indent-unit').length) + (one.querySelector('.outline-row')?.textContent ?? '')).filter((text) => text.trim() !== ''),
  )
}

const HEADINGS = ['一、整修范围', '  （一）干渠', '  （三）支渠', '二、资金安排', '  （一）县级配套', '三、工期要求']
const headings = async (page: Page): Promise<readonly string[]> => (await outline(page)).filter((text) => /^ *[一二三（]/.test(text))
const attachments = async (page: Page): Promise<readonly string[]> => (await outline(page)).filter((text) => text.startsWith('附件'))

test('a row is dragged with what is below it; one undo takes it back', async ({ room, page, program }) => {
  await open(room, page, program)
  expect(await headings(page)).toEqual(HEADINGS)
  const box = await row(page, '工期要求').boundingBox()
  await row(page, '资金安排').locator('.outline-row').dragTo(row(page, '整修范围'), { targetPosition: { x: 90, y: 2 } })
  await expect.poll(() => headings(page)).toEqual(['二、资金安排', '  （一）县级配套', '一、整修范围', '  （一）干渠', '  （三）支渠', '三、工期要求'])
  expect(await row(page, '工期要求').boundingBox()).toEqual(box)
  await page.keyboard.press('Control+z')
  await expect.poll(() => headings(page)).toEqual(HEADINGS)
  // Into another heading it becomes one of those below it.
  await row(page, '工期要求').locator('.outline-row').dragTo(row(page, '资金安排'), { targetPosition: { x: 90, y: 14 } })
  await expect.poll(() => headings(page)).toEqual(['一、整修范围', '  （一）干渠', '  （三）支渠', '二、资金安排', '  （一）县级配套', '  （二）工期要求'])
  // Attachments among themselves: labels, list and typed order follow.
  await row(page, '责任人名单').locator('.outline-row').dragTo(row(page, '工程量清单'), { targetPosition: { x: 90, y: 2 } })
  await expect.poll(() => attachments(page)).toEqual(['附件1责任人名单', '附件2工程量清单', '附件3资金测算表'])
  await expect(room.sheet.locator('.attachment-list')).toContainText('附件：1.责任人名单')
})

test('a row is moved and its level changed by keyboard', async ({ room, page, program }) => {
  await open(room, page, program)
  await row(page, '县级配套').click()
  await page.getByRole('tree', { name: '大纲' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => headings(page)).toEqual(['一、整修范围', '  （一）干渠', '  （三）支渠', '  （一）县级配套', '二、资金安排', '三、工期要求'])
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => headings(page)).toEqual(['一、整修范围', '  （一）干渠', '  （一）县级配套', '  （三）支渠', '二、资金安排', '三、工期要求'])
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => headings(page)).toEqual(['一、整修范围', '  （一）干渠', '  （三）支渠', '二、资金安排', '三、工期要求'])
  expect(await outline(page)).toContain('    1.县级配套')
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => headings(page)).toContain('二、县级配套')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByText('不能再升一级')).toBeVisible()
})

test('Tab and Shift+Tab change the level of a heading, and leave other lines alone', async ({ room, page, program }) => {
  await open(room, page, program)
  await room.sheet.getByText('工期要求').click()
  await page.keyboard.press('Tab')
  await expect(room.sheet.locator('.is-current')).toHaveAttribute('data-number', '（二）')
  await page.keyboard.press('Tab')
  await expect(room.sheet.locator('.is-current')).toHaveAttribute('data-number', '1.')
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await page.keyboard.press('Shift+Tab')
  await expect(room.sheet.locator('.is-current')).toHaveAttribute('data-number', '三、')
  await page.keyboard.press('Shift+Tab')
  await expect(room.sheet.locator('.is-current')).toHaveAttribute('data-number', '三、')
  await expect(room.sheet).toBeFocused()
  await room.sheet.getByText('长岭干渠').click()
  await page.keyboard.press('Tab')
  await expect(room.sheet).not.toBeFocused()
})

test('typed mentions become references that follow, and say so when their target is gone', async ({ room, page, program }) => {
  await open(room, page, program)
  await room.choose('插入', '链接引用')
  await expect(page.getByText('已把2处改成会跟着变的引用')).toBeVisible()
  const references = room.sheet.locator('.reference')
  await expect(references).toHaveText(['附件3', '附件1'])
  // In the form the last one goes to the front.
  const inspector = page.getByRole('complementary', { name: '要素和校核' })
  await inspector.getByRole('button', { name: '附件3上移' }).focus()
  await page.keyboard.press('Enter')
  await expect(references).toHaveText(['附件2', '附件1'])
  await expect(inspector.locator('.attachments textarea')).toHaveText(['工程量清单', '责任人名单', '资金测算表'])
  await inspector.locator('.attachment-handle').nth(1).dragTo(inspector.locator('.attachments li').first(), { targetPosition: { x: 60, y: 3 } })
  await expect(references).toHaveText(['附件1', '附件2'])
  await expect(inspector.locator('.attachments textarea')).toHaveText(['责任人名单', '工程量清单', '资金测算表'])
  await inspector.locator('.attachments textarea').first().fill('整修责任人名单')
  await expect(room.sheet.locator('.is-innerTitle').first()).toHaveText('整修责任人名单')
  await inspector.getByRole('button', { name: '移去附件1' }).focus()
  await page.keyboard.press('Enter')
  await expect(references).toHaveText(['附件1', '附件1'])
  await expect(references.first()).toHaveClass(/is-lost/)
  await page.getByRole('tab', { name: /校核/ }).click()
  await inspector.getByRole('button', { name: /所引的附件1已经删除/ }).click()
  await expect(room.sheet).toBeFocused()
  await page.keyboard.press('Backspace')
  await expect(references).toHaveText(['附件1'])
  await expect(inspector.getByText(/已经删除/)).toHaveCount(0)
})

test('a reference is chosen from a list; with Ctrl a click on it leads there', async ({ room, page, program }) => {
  await open(room, page, program)
  await room.sheet.getByText('长岭干渠').click()
  await page.keyboard.press('End')
  await page.keyboard.insertText('见')
  await page.keyboard.press('Control+Alt+r')
  await expect(room.dialog.getByRole('option').first()).toContainText('工程量清单')
  await page.keyboard.type('资金')
  await expect(room.dialog.getByRole('option')).toHaveCount(2)
  await page.keyboard.press('Enter')
  await room.dialog.waitFor({ state: 'hidden' })
  await expect(room.sheet).toBeFocused()
  await page.keyboard.insertText('。')
  await expect(room.sheet.locator('.is-paragraph').filter({ hasText: '长岭干渠' })).toHaveText(/^长岭干渠。见附件2\uFEFF?。$/)
  await room.sheet.locator('.reference').hover()
  await expect(room.sheet.locator('.reference')).toHaveAttribute('title', '资金测算表（Ctrl+单击跳到）')
  await room.sheet.locator('.reference').click({ modifiers: ['Control'] })
  await expect(room.sheet.locator('.is-current')).toHaveText('资金测算表')
})

test('numbers as printed are listed where they differ, and one command makes them follow the rule', async ({ room, page, program }) => {
  await open(room, page, program)
  await page.getByRole('tab', { name: /校核/ }).click()
  await page.getByRole('button', { name: '“（三）”按顺序应为“（二）”' }).click()
  await expect(room.sheet.locator('.is-current')).toHaveText('支渠')
  await page.getByRole('button', { name: '按规则重新编号' }).click()
  await expect(page.getByText('已重新编号，改动了1处')).toBeVisible()
  await expect.poll(() => headings(page)).toContain('  （二）支渠')
  await expect(page.getByText(/按顺序应为/)).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect.poll(() => headings(page)).toEqual(HEADINGS)
})

test('所印文本 comes in once; kinds without a place in the toolbar are under 更多', async ({ room, page, program }) => {
  await open(room, page, program)
  await room.choose('插入', '所印文本')
  await expect(room.sheet).toBeFocused()
  await page.keyboard.insertText('渠系整修办法')
  await page.keyboard.press('Enter')
  await room.choose('更多段落种类', /^条（第一条）/)
  await page.keyboard.insertText('为了整修渠系，制定本办法。')
  await expect(room.sheet.locator('.is-article')).toHaveAttribute('data-number', '第一条')
  await expect(page.getByRole('button', { name: '更多段落种类' })).toHaveText('条')
  await page.getByRole('button', { name: '插入', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: '所印文本' })).toHaveAttribute('aria-disabled', 'true')
})

test('the bar beside a table goes along when its attachment is moved', async ({ room, page, program }) => {
  await open(room, page, program)
  await room.sheet.getByText('名单如下').click()
  await page.getByRole('button', { name: '插入表格' }).click()
  const bar = page.getByRole('toolbar', { name: /^表格/ })
  // Both end at about the same height.
  const isBeside = async (): Promise<boolean> => {
    const [beside, table] = [await bar.boundingBox(), await room.sheet.locator('.table-block').boundingBox()]
    return beside !== null && table !== null && Math.abs(beside.y + beside.height - table.y - table.height) < table.height
  }
  await expect.poll(isBeside).toBe(true)
  // On the sheet, which may be scrolled meanwhile.
  const place = (): Promise<number> => bar.evaluate((box) => (box instanceof HTMLElement ? box.offsetTop : 0))
  const before = await place()
  await row(page, '责任人名单').locator('.outline-row').dragTo(row(page, '工程量清单'), { targetPosition: { x: 90, y: 2 } })
  await expect.poll(() => attachments(page)).toEqual(['附件1责任人名单', '附件2工程量清单', '附件3资金测算表'])
  await expect.poll(isBeside).toBe(true)
  expect(await place()).toBeLessThan(before)
})

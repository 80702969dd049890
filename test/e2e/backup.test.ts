/** 备份 from the interface: made, listed, restored, taken back; and the way out where the library cannot take the text. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import type { DraftRoom } from './pages/draft-room.ts'

/** Opens 设置 › 备份与恢复. */
async function openBackups(room: DraftRoom): Promise<void> {
  const { page } = room
  await page.getByRole('button', { name: '设置' }).click()
  await expect(page.getByRole('dialog', { name: '设置' })).not.toHaveClass(/zoom/)
  await page.getByRole('button', { name: '备份与恢复…' }).click()
  await expect(page.getByRole('dialog', { name: '备份', exact: true })).not.toHaveClass(/zoom/)
}

/** Restores the backup of the first row that has this text. */
async function restore(room: DraftRoom, reason: string): Promise<void> {
  const { page } = room
  await page.getByRole('row').filter({ hasText: reason }).first().getByRole('button', { name: /^恢复/ }).click()
  const asked = page.getByRole('alertdialog')
  await expect(asked).not.toHaveClass(/zoom/)
  await expect(asked).toContainText('先另存为一份备份')
  await asked.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(page.getByRole('dialog', { name: '已恢复' })).toContainText('恢复前')
}

test('a backup is made, a document changed, the backup restored; restoring what was there before takes it back', async ({ room, page }) => {
  await expect(room.statusBar).toContainText('还没有备份')
  await room.begin('函')
  await room.places.first().click()
  await page.keyboard.insertText('备份里的话')
  await room.saved()
  await openBackups(room)
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByRole('row').filter({ hasText: '手动' })).toContainText(/今天 \d\d:\d\d.*文稿 \d+ 件，文号 \d+ 个/)
  await expect(room.statusBar).toContainText(/今天 \d\d:\d\d 备份，已核对/)

  await page.reload()
  await expect(room.sheet).toContainText('备份里的话')
  await room.sheet.getByText('备份里的话').dblclick()
  await page.keyboard.insertText('后来改的话')
  await expect(room.sheet).toContainText('后来改的话')
  await room.saved()

  await openBackups(room)
  await restore(room, '手动')
  // Also without asking: what is on the desk is what the library says now.
  await expect(room.sheet).toContainText('备份里的话')
  await expect(room.sheet).not.toContainText('后来改的话')
  await page.reload()
  await expect(room.sheet).toContainText('备份里的话')
  await expect(room.sheet).not.toContainText('后来改的话')

  await openBackups(room)
  await restore(room, '恢复前')
  await page.reload()
  await expect(room.sheet).toContainText('后来改的话')
})

test('a text that the library cannot take is saved elsewhere, and stored when the library is back', async ({ room, page, program }) => {
  await room.begin('函')
  await room.places.first().click()
  await page.keyboard.insertText('存上的话')
  await room.saved()
  renameSync(program.library, `${program.library}.移走`)
  await page.keyboard.insertText('没有存上的话')
  await room.statusBar.getByRole('alert').filter({ hasText: '没有存上' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('资料库文件被移走')
  await expect(dialog).not.toHaveClass(/zoom/)
  for (const [button, ending] of [['另存为文本…', 'txt'], ['另存为 Word…', 'docx']] as const) {
    const coming = page.waitForEvent('download')
    await dialog.getByRole('button', { name: button }).click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`))
    const bytes = readFileSync(await file.path())
    if (ending === 'txt') expect(bytes.toString('utf8')).toContain('存上的话没有存上的话')
    else expect(bytes.subarray(0, 2).toString()).toBe('PK')
  }
  renameSync(`${program.library}.移走`, program.library)
  await dialog.getByRole('button', { name: '再存一次' }).click()
  await room.saved()
})

test('where the library is gone, the page says where its backups are', async ({ room, page, program }) => {
  // The page looks for its service while that is down.
  program.expectFaults('Failed to load resource', 'net::')
  const { backups } = await program.call('backups.make', {})
  await (await program.server()).stop()
  renameSync(program.library, `${program.library}.移走`)
  await program.restart()
  await program.open()
  await expect(page.getByRole('alert')).toContainText('资料库文件不见了')
  await expect(page.getByRole('alert')).toContainText(backups[0]?.name ?? '')
  renameSync(`${program.library}.移走`, program.library)
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(room.documents.first()).toBeVisible()
})

for (const [fate, harm] of [['gone', (library: string) => rmSync(library)], ['damaged', (library: string) => writeFileSync(library, '不是资料库'.repeat(2000))]] as const) {
  test(`a library that is ${fate} is restored from the page that says so`, async ({ room, page, program }) => {
    // The page looks for its service while that is down.
    program.expectFaults('Failed to load resource', 'net::')
    await program.call('backups.make', {})
    await (await program.server()).stop()
    harm(program.library)
    await program.restart()
    await program.open()
    await page.getByRole('button', { name: '用最新的备份恢复…' }).click()
    const asked = page.getByRole('alertdialog')
    await expect(asked).not.toHaveClass(/zoom/)
    await expect(asked).toContainText(/换成文稿 [1-9]\d* 件/)
    // It is asked first, and can be left.
    await asked.getByRole('button', { name: '取消' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await page.getByRole('button', { name: '用最新的备份恢复…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '恢复', exact: true }).click()
    const done = page.getByRole('dialog', { name: '已恢复' })
    await expect(done).toContainText(fate === 'damaged' ? /损坏的文件.*-损坏-/ : /现在/)
    await expect(done).not.toHaveClass(/zoom/)
    await done.getByRole('button', { name: '知道了' }).click()
    await expect(room.documents.first()).toBeVisible()
  })
}

/** backup and restore: copies of the whole library. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Backup, Restored } from '../../shared/api/backup-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { REASON_NAMES } from '../../shared/backup/name.ts'
import { unusable } from './arguments.ts'
import type { Command } from './command.ts'
import type { Terminal } from './terminal.ts'

export const backup: Command = {
  name: 'backup',
  usage: '[list] [--json]',
  does: '备份资料库，打开核对并数过；backup list 列出已有的备份，新的在前',
  flags: ['json'],
  words: [0, 1],
  async run({ terminal, words, flags, libraryFile, open }) {
    const [what] = words
    if (what !== undefined && what !== 'list') throw unusable(`backup 后面不认识：${what}`, '只写 backup，或 backup list')
    const { client } = await open(libraryFile)
    if (what === 'list') {
      const { folder, backups } = await client.call('backups.list', {})
      tellList(terminal, backups, flags.json === true)
      terminal.note(backups.length === 0 ? `还没有备份（文件夹 ${folder}）` : `备份文件夹：${folder}`)
      return true
    }
    const { backups } = await client.call('backups.make', {})
    const [made] = backups.filter(({ reason }) => reason === 'manual')
    if (!made) throw new Error('the backup that was made is not listed')
    terminal.result(flags.json ? JSON.stringify(asJson(made), null, 2) : made.file)
    terminal.note(`已备份并核对：文稿 ${String(made.documents)} 件，文号 ${String(made.numbers)} 个`)
    return true
  },
}

export const restore: Command = {
  name: 'restore',
  usage: '文件|latest [--json]',
  does: '用一份备份换下资料库的全部内容；换下的内容先另存为备份。latest 是最新的一份能用的备份。资料库损坏或不见了也能用',
  flags: ['json'],
  words: [1, 1],
  async run({ terminal, words, flags, libraryFile, open }) {
    const [word = ''] = words
    const { client } = await open(libraryFile)
    const named = resolve(terminal.folder, word)
    // A file of that name is the person's own.
    const file = word === 'latest' && !existsSync(named) ? latestOf(await client.call('backups.list', {})) : named
    const restored = await client.call('backups.restore', { file })
    if (flags.json) terminal.result(JSON.stringify(restoredJson(restored), null, 2))
    else terminal.result(restored.from)
    for (const line of restoredLines(restored)) terminal.note(line)
    return true
  },
}

function latestOf({ folder, backups }: { readonly folder: string; readonly backups: readonly Backup[] }): string {
  const newest = backups.find(({ fault }) => fault === null)
  if (newest) return newest.file
  throw new Refusal({ code: 'fileMissing', message: `没有能用的备份：${folder}`, safe: '资料库没有改动', next: '请写明备份文件' })
}

function tellList(terminal: Terminal, backups: readonly Backup[], json: boolean): void {
  if (json) terminal.result(JSON.stringify(backups.map(asJson), null, 2))
  else for (const { file, reason, documents, numbers, fault } of backups) terminal.result([file, REASON_NAMES[reason], fault ?? `文稿 ${String(documents)} 件，文号 ${String(numbers)} 个`].join('\t'))
}

function asJson({ file, at, reason, bytes, documents, numbers, fault }: Backup) {
  return { file, at: new Date(at).toISOString(), reason, bytes, documents, numbers, fault }
}

function restoredJson({ from, at, documents, numbers, before, aside, lost }: Restored) {
  return { from, at: at === null ? null : new Date(at).toISOString(), documents, numbers, before: before?.file ?? null, aside, lost }
}

/** What a person should know after a restore. */
function restoredLines({ documents, numbers, before, aside, lost }: Restored): readonly string[] {
  return [
    `已恢复：文稿 ${documents} 件，文号 ${numbers} 个`,
    ...(before ? [`恢复前的资料库存为：${before.file}`] : []),
    ...(aside === null ? [] : [`损坏的文件留在：${aside}`]),
    ...(lost.length === 0 ? [] : [`备份之后取的 ${lost.length} 个文号不在登记簿里了：${lost.join('、')}。已经用在纸上的，请补登为线下占用`]),
  ]
}

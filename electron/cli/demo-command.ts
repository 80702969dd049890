/** demo: the sample county and its finished notices as Word files, all in one folder of their own. */
import { join, resolve } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import { documentFileName } from '../../shared/document/file-name.ts'
import { makeFolder } from '../files/replace-file.ts'
import { SAMPLE_PROFILE } from '../services/sample.ts'
import { unusable } from './arguments.ts'
import type { Command } from './command.ts'
import type { Session } from './session.ts'

const LIBRARY = 'gongbao-demo.db'

export const demo: Command = {
  name: 'demo',
  usage: '--out 文件夹',
  does: `建立示例资料库（文件夹里的 ${LIBRARY}，或 --library 指定的文件），并把其中的公文写成 Word 文件`,
  flags: ['out'],
  words: [0, 0],
  async run({ terminal, flags, libraryFile, open }) {
    if (flags.out === undefined) throw unusable('请写明写到哪个文件夹', '例如 --out out')
    const folder = resolve(terminal.folder, flags.out)
    await makeFolder(folder)
    // Never the person's own library: that would be found by the program at its next start.
    const session = await open(flags.library === undefined ? join(folder, LIBRARY) : libraryFile)
    await makeSample(session)
    terminal.note(`示例资料库：${session.libraryFile}`)
    const finished = (await session.client.call('documents.list', {})).filter(({ documentNumber }) => documentNumber !== null)
    for (const { id } of finished.reverse()) {
      const { document } = await session.client.call('documents.get', { id })
      const path = join(folder, documentFileName(document))
      await session.run({ kind: 'export', id, layout: 'gazette', target: { kind: 'file', path } })
      terminal.result(path)
    }
    terminal.note(`写出 ${finished.length} 份 Word 文件`)
    return true
  },
}

/** A second demo uses the sample of the first; any other library is left alone. */
async function makeSample({ client, libraryFile }: Session): Promise<void> {
  const status = await client.call('library.status', {})
  if (status.kind === 'none') {
    await client.call('library.createSample', {})
    return
  }
  if (status.profile.office === SAMPLE_PROFILE.office) return
  throw new Refusal({
    code: 'libraryExists',
    message: `这里已经有一个资料库，不是示例：${libraryFile}`,
    safe: '它没有改动',
    next: '请换一个文件夹，或用 --library 另指一个还没有的文件',
  })
}

/** fonts: which family each slot asks for, and what this machine has of it. */
import type { SlotFont } from '../../shared/api/types.ts'
import type { Command } from './command.ts'

export const fonts: Command = {
  name: 'fonts',
  usage: '[--json]',
  does: '列出小标宋、仿宋、楷体、黑体、宋体、西文各用哪种字体，本机有没有，没有的用什么代替',
  flags: ['json'],
  words: [0, 0],
  async run({ terminal, flags, libraryFile, open }) {
    const { client } = await open(libraryFile)
    const { slots } = await client.call('fonts.metrics', {})
    if (flags.json) {
      terminal.result(JSON.stringify(slots.map(asJson), null, 2))
      return true
    }
    for (const { name, asked, substitute, missing, family } of slots) {
      terminal.result([name, asked, missing ? '没有' : substitute ? `替代字体：${family}` : '已安装'].join('\t'))
    }
    const lacking = slots.filter(({ substitute }) => substitute).length
    if (lacking > 0) terminal.note(`本机缺 ${lacking} 种字体，断行和页数可能与装有这些字体的机器不同。请装上，或在程序的“字体设置”里改成已装的字体`)
    return true
  },
}

/** Without the addresses of the files, which are good in one running program only. */
function asJson({ slot, name, asked, own, ofTemplate, family, substitute, missing }: SlotFont) {
  return { slot, name, asked, own, ofTemplate, family: missing ? null : family, substitute }
}

/** The help of the terminal commands, made from their table. */
import type { Command } from './command.ts'

const RUN = 'npm run -s gongbao --'

/** How one command goes, in one line. */
export function helpFor({ name, usage }: Command): string {
  return `用法：${RUN} ${[name, usage].filter(Boolean).join(' ')} [--library 文件]`
}

/** All commands with what they do. */
export function helpForAll(commands: readonly Command[]): string {
  return [
    `用法：${RUN} <命令>`,
    '',
    ...commands.flatMap(({ name, usage, does }) => [`  ${[name, usage].filter(Boolean).join(' ')}`, `      ${does}`]),
    '',
    '  --library 文件   用这个资料库，不用默认的',
    '  --help           显示这段说明；写在命令后面则只说明那个命令',
    '',
    'ID 是 list 列出的标识（可以只写开头 8 位以上，只要没有第二份相同），也可以直接写文号，如 河政办发〔2024〕9号。',
    '结果写到标准输出，其余的话写到标准错误；全部做成时退出码是 0，否则是 1。',
  ].join('\n')
}

/** What is wrong with a command line of number …, told before a library is opened. */
import { expect, it } from 'vitest'
import { readArguments } from '../../electron/cli/arguments.ts'
import { numberCommands } from '../../electron/cli/number-commands.ts'
import { refusal } from '../store/library.ts'

async function run(args: readonly string[]): Promise<void> {
  const invocation = readArguments(args, numberCommands)
  if (invocation.kind === 'help') return
  const { command, words, flags } = invocation
  const said: string[] = []
  const terminal = { result: (line: string) => said.push(line), committed: (line: string) => said.push(line), note: () => undefined, folder: '/', resources: '/', version: '' }
  await command.run({ terminal, words, flags, libraryFile: '/', open: () => Promise.reject(new Error('opened')) })
}

it.each<[readonly string[], string]>([
  [['number', 'x'], 'number 后面要写做什么'],
  [['number', 'allocate'], '请写明文号系列'],
  [['number', 'allocate', 'x', '--series', '河政办发'], 'number allocate 后面多了内容：x'],
  [['number', 'allocate', '--series', '河政办发'], '请写明给哪份文稿，或占号的理由'],
  [['number', 'allocate', '--series', '河政办发', '--document', 'x', '--reason', 'y'], '只能用一个'],
  [['number', 'allocate', '--series', '河政办发', '--document', 'x', '--count', '2'], '一份文稿只有一个文号'],
  [['number', 'allocate', '--series', '河政办发', '--reason', 'y', '--count', '0'], '要写 1 至'],
  [['number', 'allocate', '--series', '河政办发', '--reason', 'y', '--year', '24'], '“24”不是年份'],
  [['number', 'reserve', '--series', '河政办发'], '请写明用途'],
  [['number', 'reserve', '--series', '河政办发', '--reason', 'y', '--until', '明天'], '“明天”不是日期'],
  [['number', 'void', '--reason', 'y'], '请写明哪个号'],
  [['number', 'void', '九号', '--reason', 'y'], '“九号”不是文号'],
  [['number', 'void', '河政办发〔2024〕9号'], '请写明原因'],
])('%j', async (args, message) => {
  const { message: said, next } = await refusal('badRequest', () => run(args))
  expect(said).toContain(message)
  expect(next).not.toBe('')
})

it.each<[readonly string[]]>([
  [['number', 'allocate', '--series', '河政办发', '--reason', 'y', '--year', '2024', '--count', '200']],
  [['number', 'void', '河政办发（2024）9号', '--reason', 'y']],
  [['number', 'void', '--series', '河政办发', '--year', '2024', '--number', '9', '--reason', 'y']],
  [['number', 'reserve', '--series', '河政办发', '--reason', 'y', '--until', '2024-06-15']],
])('%j is a whole command line', async (args) => {
  await expect(run(args)).rejects.toThrow('opened')
})

/** Reading the command line: strictly, and in Chinese where it cannot be read. */
import { parseArgs } from 'node:util'
import { Refusal } from '../../shared/api/reply.ts'
import { FLAGS, type Command, type FlagName, type Flags } from './command.ts'
import { helpFor, helpForAll } from './help.ts'

/** A command with its words and flags; `help` where nothing is to be done but to explain these commands, or all where none is named. */
export type Invocation =
  | { readonly kind: 'help'; readonly about: readonly Command[] }
  | { readonly kind: 'run'; readonly command: Command; readonly words: readonly string[]; readonly flags: Flags }

/** Reads `args`. Refused: badRequest, with what was wrong and how the command goes. */
export function readArguments(args: readonly string[], commands: readonly Command[]): Invocation {
  const { values, positionals } = parse(args)
  const { help, ...flags } = values
  const [name, ...rest] = positionals
  if (name === 'help' || (help && name === undefined)) return { kind: 'help', about: [] }
  if (name === undefined) throw unusable('请写一个命令', helpForAll(commands))
  const command = commands.find((one) => one.name === `${name} ${rest[0] ?? ''}`) ?? commands.find((one) => one.name === name)
  const kin = commands.filter((one) => one.name.startsWith(`${name} `))
  if (help && (command || kin.length > 0)) return { kind: 'help', about: command ? [command] : kin }
  if (!command && kin.length > 0) throw unusable(`${name} 后面要写做什么：${kin.map((one) => one.name.slice(name.length + 1)).join('、')}`, `运行 npm run -s gongbao -- ${name} --help 查看用法`)
  if (!command) throw unusable(`没有这个命令：${name}`, `可用的命令：${namesOf(commands).join('、')}`)
  const words = command.name === name ? rest : rest.slice(1)
  assertFlags(command, flags)
  assertWords(command, words)
  return { kind: 'run', command, words, flags }
}

/** The first words of commands, each once. */
function namesOf(commands: readonly Command[]): readonly string[] {
  return [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? ''))]
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { ...FLAGS, help: { type: 'boolean', short: 'h' } }, allowPositionals: true })
  } catch (error) {
    throw unusable(parseFault(error), '运行 npm run -s gongbao -- --help 查看用法')
  }
}

/** Node says in English which option it was, in quotes: '--foo' or '--library <value>'. */
function parseFault(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const option = /'(?:-\w, )?(--?[^' ]+)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有这个选项：${option}`
  return message.includes('does not take an argument') ? `选项 ${option} 后面不跟内容` : `选项 ${option} 后面要跟内容`
}

function assertFlags(command: Command, flags: Flags): void {
  const allowed: readonly string[] = [...command.flags, 'library']
  // `parseArgs` has let only known names through.
  const given = Object.keys(flags) as FlagName[]
  const wrong = given.find((flag) => !allowed.includes(flag))
  if (wrong) throw unusable(`${command.name} 没有选项 --${wrong}`, helpFor(command))
  const empty = given.find((flag) => flags[flag] === '')
  if (empty) throw unusable(`选项 --${empty} 后面是空的`, helpFor(command))
}

function assertWords(command: Command, words: readonly string[]): void {
  const [least, most] = command.words
  if (words.length < least) throw unusable(`${command.name} 后面还缺内容`, helpFor(command))
  if (words.length > most) throw unusable(`${command.name} 后面多了内容：${words.slice(most).join(' ')}`, helpFor(command))
}

/** The refusal for a command line that cannot be carried out. */
export function unusable(message: string, next: string): Refusal {
  return new Refusal({ code: 'badRequest', message, next })
}

/** The services from a terminal: `gongbao <command> …`, described in docs/cli.md. Exit code 0 only when all of it was done. */
import './cli/small-memory.ts'
import { join, resolve } from 'node:path'
import { Refusal } from '../shared/api/reply.ts'
import { readArguments } from './cli/arguments.ts'
import { backup, restore } from './cli/backup-commands.ts'
import { book, importBook } from './cli/book-command.ts'
import type { Command } from './cli/command.ts'
import { demo } from './cli/demo-command.ts'
import { list, original, show, sign } from './cli/document-commands.ts'
import { exportFile } from './cli/export-command.ts'
import { fonts } from './cli/fonts-command.ts'
import { helpFor, helpForAll } from './cli/help.ts'
import { importFiles } from './cli/import-command.ts'
import { importIssue } from './cli/import-issue-command.ts'
import { measure } from './cli/measure-command.ts'
import { numberCommands } from './cli/number-commands.ts'
import { search } from './cli/search-command.ts'
import { openSession, type Session } from './cli/session.ts'
import { refusalLines, type Terminal } from './cli/terminal.ts'
import { writeNow } from './cli/write-now.ts'
import { defaultLibraryFile } from './paths.ts'
import { programVersion } from './program-version.ts'

const COMMANDS: readonly Command[] = [demo, importFiles, importIssue, list, search, show, sign, ...numberCommands, book, importBook, exportFile, original, measure, fonts, backup, restore]

/** The folder that holds `templates` and this program's own folder. */
const BUILT = join(__dirname, '..')

const terminal: Terminal = {
  result: (line) => void process.stdout.write(`${line}\n`),
  committed: (line) => writeNow(1, `${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  folder: process.cwd(),
  resources: BUILT,
  version: programVersion(BUILT),
}

// Whoever reads the results may have read enough (`| head`).
process.stdout.on('error', () => process.exit(1))
void main(process.argv.slice(2)).then((done) => {
  // Not `process.exit`: what is written to a pipe must still go out.
  process.exitCode = done ? 0 : 1
})

async function main(args: readonly string[]): Promise<boolean> {
  const sessions: Session[] = []
  try {
    const invocation = readArguments(args, COMMANDS)
    if (invocation.kind === 'help') {
      const { about } = invocation
      terminal.result(about.length === 0 ? helpForAll(COMMANDS) : about.map((command) => `${helpFor(command)}\n      ${command.does}`).join('\n'))
      return true
    }
    const { command, words, flags } = invocation
    const libraryFile = flags.library === undefined ? defaultLibraryFile() : resolve(terminal.folder, flags.library)
    const open = async (file: string): Promise<Session> => {
      const session = await openSession(terminal, file)
      sessions.push(session)
      return session
    }
    return await command.run({ terminal, words, flags, libraryFile, open })
  } catch (error) {
    tell(error)
    return false
  } finally {
    for (const session of sessions) await session.close()
  }
}

function tell(error: unknown): void {
  if (error instanceof Refusal) for (const line of refusalLines(error.error)) terminal.note(line)
  else terminal.note(`程序出错，没有做完：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
}

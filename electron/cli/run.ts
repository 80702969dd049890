/** Runs one command line: the terminal's program without its process. */
import { resolve } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import { defaultLibraryFile } from '../paths.ts'
import { readArguments } from './arguments.ts'
import { backup, restore } from './backup-commands.ts'
import { book, importBook } from './book-command.ts'
import type { Command } from './command.ts'
import { demo } from './demo-command.ts'
import { list, original, show, sign } from './document-commands.ts'
import { exportFile } from './export-command.ts'
import { fonts } from './fonts-command.ts'
import { helpFor, helpForAll } from './help.ts'
import { importFiles } from './import-command.ts'
import { importIssue } from './import-issue-command.ts'
import { measure } from './measure-command.ts'
import { numberCommands } from './number-commands.ts'
import { search } from './search-command.ts'
import { openSession, type Session } from './session.ts'
import { refusalLines, type Terminal } from './terminal.ts'

const COMMANDS: readonly Command[] = [demo, importFiles, importIssue, list, search, show, sign, ...numberCommands, book, importBook, exportFile, original, measure, fonts, backup, restore]

/** Does what the words after `gongbao` say; true when all of it was done. What went wrong has been told on the terminal. */
export async function runCommandLine(terminal: Terminal, args: readonly string[]): Promise<boolean> {
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
    tell(terminal, error)
    return false
  } finally {
    for (const session of sessions) await session.close()
  }
}

function tell(terminal: Terminal, error: unknown): void {
  if (error instanceof Refusal) for (const line of refusalLines(error.error)) terminal.note(line)
  else terminal.note(`程序出错，没有做完：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
}

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { HELP, parseFlags } from '../../build/electron/flags.ts'

const NONE = { browser: false, electron: false, selftest: false, help: false }

test('no flags', () => {
  expect(parseFlags([], '/home/a')).toEqual(NONE)
})

test('a library is looked up from where the person stands', () => {
  expect(parseFlags(['--library', '资料 库.db', '--port', '8080'], join('/home', 'a'))).toEqual({
    ...NONE,
    library: join('/home', 'a', '资料 库.db'),
    port: 8080,
  })
})

test.each([
  [['--brwoser'], /--brwoser.*--help/],
  [['文件.db'], /文件\.db/],
  [['--port', '80'], /1024/],
  [['--port', '八千'], /八千/],
  [['--browser', '--electron'], /不能/],
  [['--library'], /--library/],
])('%j is answered with a message', (args, message) => {
  expect(parseFlags(args, '/')).toMatch(message)
})

test('the help names every flag', () => {
  for (const flag of ['browser', 'electron', 'library', 'port', 'selftest', 'help']) expect(HELP).toContain(`--${flag}`)
})

/** What the server is not started with. */
import { expect, it } from 'vitest'
import { readServerOptions } from '../../electron/server-options.ts'

it.each([['--port', '80'], ['--port', '70000'], ['--port', 'x'], ['--nothing'], ['--library']])('%s %s is refused', (...args) => {
  expect(readServerOptions(args, '/')).toMatch(/^(端口应是|看不懂这些选项)/)
})

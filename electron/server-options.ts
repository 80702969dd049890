/** What the loopback server is started with. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultLibraryFile } from './paths.ts'

export interface ServerOptions {
  /** Absolute path of the library. */
  readonly libraryFile: string
  /** 0 takes a free port. */
  readonly port: number
  /** Open the default browser. */
  readonly open: boolean
}

/** Reads `[--library FILE] [--port N] [--open]`; a string is the message for the person. Relative files are looked up from `folder`. */
export function readServerOptions(args: readonly string[], folder: string): ServerOptions | string {
  let values
  try {
    ;({ values } = parseArgs({
      args: [...args],
      options: { library: { type: 'string' }, port: { type: 'string' }, open: { type: 'boolean', default: false } },
    }))
  } catch {
    return `看不懂这些选项：${args.join(' ')}。可用的是 --library 文件、--port 端口、--open`
  }
  const port = values.port === undefined ? 0 : Number(values.port)
  if (!Number.isInteger(port) || (port !== 0 && port < 1024) || port > 65535) {
    return `端口应是 1024 到 65535 之间的整数，不是“${String(values.port)}”`
  }
  return { libraryFile: values.library === undefined ? defaultLibraryFile() : resolve(folder, values.library), port, open: values.open }
}

/** The flags of `npm start --`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface StartFlags {
  /** Open in the browser, do not try Electron. */
  readonly browser: boolean
  /** Try Electron even where getting it failed today. */
  readonly electron: boolean
  readonly selftest: boolean
  readonly help: boolean
  /** Absolute path. */
  readonly library?: string
  readonly port?: number
}

export const HELP = `用法：npm start -- [选项]

  --browser        在浏览器中打开，不用桌面窗口
  --electron       再试一次桌面窗口（下载失败后一天之内不会自动再试）
  --library 文件   打开这个资料库，不打开默认的
  --port 端口      浏览器方式使用的端口（1024–65535），不写则自动选择
  --selftest       检查桌面窗口能否正常工作，打印报告后退出
  --help           显示这段说明
`

/** Reads the flags; a string is the message for the person. Relative files are looked up from `folder`. */
export function parseFlags(args: readonly string[], folder: string): StartFlags | string {
  let values
  try {
    ;({ values } = parseArgs({
      args: [...args],
      options: {
        browser: { type: 'boolean', default: false },
        electron: { type: 'boolean', default: false },
        selftest: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        library: { type: 'string' },
        port: { type: 'string' },
      },
    }))
  } catch {
    return `看不懂这些选项：${args.join(' ')}。运行 npm start -- --help 查看用法`
  }
  const { browser, electron, selftest, help, library } = values
  if (browser && (electron || selftest)) return '--browser 不能和 --electron、--selftest 一起使用'
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 1024 && port <= 65535)) {
    return `端口应是 1024 到 65535 之间的整数，不是“${String(values.port)}”`
  }
  return {
    browser,
    electron,
    selftest,
    help,
    ...(library === undefined ? {} : { library: resolve(folder, library) }),
    ...(port === undefined ? {} : { port }),
  }
}

/** Runs the terminal's commands, as the built program or in the test's own process, and makes the texts that they are given. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../../build/tasks/run.ts'
import { runCommandLine } from '../../electron/cli/run.ts'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Terminal {
  /** Folder with `dist`. */
  readonly root: string
  /** Where the person stands; the own library lies in its folder "home". */
  readonly folder: string
}

/** Runs `gongbao …`. */
export function gongbao({ root, folder }: Terminal, ...args: readonly string[]): Ended {
  return ended(process.execPath, [join(root, 'dist/electron/cli.cjs'), ...args], folder)
}

/** Runs `gongbao …` without a process of its own, which takes a tenth of the time. One at a time: the person's home is the process's. */
export async function gongbaoHere(folder: string, ...args: readonly string[]): Promise<Ended> {
  const said = { out: '', err: '' }
  const result = (line: string): void => void (said.out += `${line}\n`)
  const before = Object.keys(homeIn(folder)).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, homeIn(folder))
  try {
    const done = await runCommandLine({ result, committed: result, note: (line) => void (said.err += `${line}\n`), folder, resources: ROOT, version: '0.0.0-test' }, args)
    return { code: done ? 0 : 1, ...said }
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
  }
}

/** Runs `gongbao …` after a line of shell, in a namespace of its own where that may mount; $FOLDER is where the person stands. */
export function gongbaoAfter(setup: string, { root, folder }: Terminal, ...args: readonly string[]): Ended {
  const script = `${setup} && exec "$0" "$@"`
  return ended('unshare', ['-rm', 'sh', '-c', script, process.execPath, join(root, 'dist/electron/cli.cjs'), ...args], folder)
}

/** True where `gongbaoAfter` can work: Linux that allows mount namespaces. */
export const MAY_MOUNT = process.platform === 'linux' && spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

function ended(program: string, args: readonly string[], folder: string): Ended {
  const env = { ...process.env, FOLDER: folder, ...homeIn(folder) }
  const done = spawnSync(program, [...args], { cwd: folder, env, encoding: 'utf8' })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

function homeIn(folder: string): { readonly HOME: string; readonly XDG_DATA_HOME: string; readonly APPDATA: string } {
  const home = join(folder, 'home')
  return { HOME: home, XDG_DATA_HOME: home, APPDATA: home }
}

/** A notice of the invented county; `number` with its brackets, or null. */
export function notice({ number = '河政办发〔2024〕9号', title = '关于做好2024年防汛工作的通知' }: { number?: string | null; title?: string } = {}): string {
  return `河湾县人民政府办公室
${title}

${number === null ? '' : `${number}\n`}
各乡镇人民政府，县直各有关单位：

入汛以来，我县降雨偏多。为做好今年防汛工作，现就有关事项通知如下。

一、落实防汛责任

（一）各乡镇对本辖区防汛工作负总责，主要负责人要靠前指挥。

（二）青石镇、柳溪乡等沿河乡镇要逐段明确河堤巡查人员。

二、备足抢险物资

县应急管理局要在六月一日前完成编织袋、救生衣等物资的清点补充。

河湾县人民政府办公室
2024年5月8日

（此件公开发布）
`
}

let gbk: Map<string, number> | null = null

/** Text as GB18030 bytes (two-byte characters and ASCII): Node only decodes it. */
export function toGb18030(text: string): Uint8Array {
  gbk ??= twoByteCharacters()
  const codes = gbk
  return Uint8Array.from(
    Array.from(text).flatMap((char) => {
      const code = codes.get(char)
      return code === undefined ? [char.charCodeAt(0)] : [code >> 8, code & 0xff]
    }),
  )
}

function twoByteCharacters(): Map<string, number> {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail)
    }
  }
  return codes
}

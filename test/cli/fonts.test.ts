/** `gongbao fonts` on the built program, with the measuring fonts and without any. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { measuringFontconfig } from '../../build/measuring-fonts.ts'
import { builtProgram } from '../shell/harness.ts'
import { gongbao, type Ended } from './harness.ts'

const config = measuringFontconfig()
let program: Awaited<ReturnType<typeof builtProgram>>
let folder = ''
beforeAll(async () => {
  program = await builtProgram()
  folder = mkdtempSync(join(tmpdir(), '公报 字体-'))
})
afterAll(() => {
  program.remove()
  rmSync(folder, { recursive: true, force: true })
})

function withFonts(file: string, ...args: readonly string[]): Ended {
  const before = process.env.FONTCONFIG_FILE
  process.env.FONTCONFIG_FILE = file
  try {
    return gongbao({ root: program.root, folder }, ...args)
  } finally {
    if (before === undefined) delete process.env.FONTCONFIG_FILE
    else process.env.FONTCONFIG_FILE = before
  }
}

it.skipIf(config === undefined)('says of each slot what is drawn; no library is needed', () => {
  const { code, out, err } = withFonts(config ?? '', 'fonts')
  expect(code).toBe(0)
  expect(out.trimEnd().split('\n')).toEqual([
    '小标宋\t方正小标宋简体\t替代字体：FandolSong粗体',
    '仿宋\t仿宋_GB2312\t替代字体：FandolFang',
    '楷体\t楷体_GB2312\t替代字体：FandolKai',
    '黑体\t黑体\t替代字体：FandolHei',
    '宋体\t宋体\t替代字体：FandolSong',
    '西文\tTimes New Roman\t替代字体：Liberation Serif',
  ])
  expect(err).toContain('本机缺 6 种字体')
})

it.skipIf(process.platform !== 'linux')('a machine without any font has slots all the same', () => {
  mkdirSync(join(folder, '空'), { recursive: true })
  const none = join(folder, 'fonts.conf')
  writeFileSync(none, `<?xml version="1.0"?><fontconfig><dir>${join(folder, '空')}</dir></fontconfig>`)
  const { code, out } = withFonts(none, 'fonts', '--json')
  expect(code).toBe(0)
  const slots = JSON.parse(out) as readonly object[]
  expect(slots).toHaveLength(6)
  expect(slots[0]).toEqual({ slot: 'smallSong', name: '小标宋', asked: '方正小标宋简体', own: '', ofTemplate: '方正小标宋简体', family: null, substitute: true })
})

import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { absentFrom, familiesOfFcList, familiesOfRegistry, fontsOf, missingFonts } from '../../electron/fonts/installed.ts'
import { parseGazetteTemplate } from '../../shared/layout/gazette.ts'

test('a template asks for each family once', () => {
  const template = parseGazetteTemplate(JSON.parse(readFileSync(new URL('../../templates/gazette/default.json', import.meta.url), 'utf8')))
  expect(fontsOf(template)).toEqual(['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', '宋体', 'Times New Roman'])
  expect(fontsOf({ ...template, fonts: { ...template.fonts, fangSong: '宋体' } })).toHaveLength(5)
})

test('fc-list gives several names of a font in one line', () => {
  expect(familiesOfFcList('SimHei,黑体\nNoto Serif CJK SC\nFZXiaoBiaoSong\\-B05S\n')).toEqual(['SimHei', '黑体', 'Noto Serif CJK SC', 'FZXiaoBiaoSong-B05S'])
})

test('the registry of Windows names the kind of font too, and two fonts of one file together', () => {
  const output = '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Fonts\r\n    SimSun & NSimSun (TrueType)    REG_SZ    simsun.ttc\r\n    仿宋_GB2312 (TrueType)    REG_SZ    C:\\Windows\\Fonts\\simfang.ttf\r\n    Roman    REG_SZ    ROMAN.FON\r\n'
  expect(familiesOfRegistry(output)).toEqual(['SimSun', 'NSimSun', '仿宋_GB2312', 'Roman'])
})

test('a font is found by its other name; 仿宋 is not 仿宋_GB2312', () => {
  expect(absentFrom(['SimHei', 'simsun', 'FangSong', 'Times New Roman'], ['黑体', '宋体', '仿宋_GB2312', 'Times New Roman', 'TimesNewRoman'])).toEqual(['仿宋_GB2312'])
  expect(absentFrom([], ['黑体'])).toEqual(['黑体'])
})

test.runIf(process.platform === 'linux' && hasFontconfig())('a family of this machine is found, an invented one is not', async () => {
  const [family = ''] = familiesOfFcList(execFileSync('fc-list', [':', 'family'], { encoding: 'utf8' }))
  expect(await missingFonts([family, '河湾县楷书'])).toEqual(['河湾县楷书'])
})

function hasFontconfig(): boolean {
  try {
    return execFileSync('fc-list', [':', 'family'], { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0
  } catch {
    return false
  }
}

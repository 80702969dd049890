import { win32 } from 'node:path'
import { expect, test } from 'vitest'
import { machineFonts } from '../../electron/fonts/find.ts'
import { facesOfFontconfig } from '../../electron/fonts/fontconfig.ts'
import { missingFonts } from '../../electron/fonts/installed.ts'
import { isFamily, shownName } from '../../electron/fonts/names.ts'
import { facesOfRegistry } from '../../electron/fonts/registry.ts'

test('fontconfig: several names of a font in one line; no italics, no formats that cannot be measured; named instances belong to their face', () => {
  const output = [
    ['/f/simhei.ttf', '0', 'SimHei,黑体', '80', '0', 'TrueType', 'SimHei'],
    ['/f/noto.ttc', '65538', 'Noto Serif CJK SC', '200', '0', 'CFF', 'NotoSerifCJKsc-Black'],
    ['/f/song-bold.otf', '0', 'FandolSong', '80', '0', 'CFF', 'FandolSong-Bold'],
    ['/f/times-italic.ttf', '0', 'Times New Roman', '80', '100', 'TrueType', 'TimesNewRomanPS-ItalicMT'],
    ['/f/old.pfb', '0', 'Nimbus Roman', '80', '0', 'Type 1', 'NimbusRoman-Regular'],
  ]
  expect(facesOfFontconfig(`${output.map((line) => line.join('\t')).join('\n')}\n`)).toEqual([
    { path: '/f/simhei.ttf', index: 0, families: ['SimHei', '黑体'], weight: 400 },
    { path: '/f/noto.ttc', index: 2, families: ['Noto Serif CJK SC'], weight: 700 },
    { path: '/f/song-bold.otf', index: 0, families: ['FandolSong'], weight: 700 },
  ])
})

test('the registry of Windows names the kind of font too, and two fonts of one file together; files without a folder are in that of Windows', () => {
  const output = [
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Fonts',
    '    SimSun & NSimSun (TrueType)    REG_SZ    simsun.ttc',
    '    仿宋_GB2312 (TrueType)    REG_SZ    C:\\Users\\林禾\\Fonts\\simfang.ttf',
    '    Times New Roman Bold (TrueType)    REG_SZ    timesbd.ttf',
    '    Times New Roman Bold Italic (TrueType)    REG_SZ    timesbi.ttf',
    '    Roman    REG_SZ    ROMAN.FON',
  ].join('\r\n')
  const folder = 'C:\\Windows\\Fonts'
  expect(facesOfRegistry(output, folder)).toEqual([
    { path: win32.join(folder, 'simsun.ttc'), index: 0, families: ['SimSun'], weight: 400 },
    { path: win32.join(folder, 'simsun.ttc'), index: 1, families: ['NSimSun'], weight: 400 },
    { path: 'C:\\Users\\林禾\\Fonts\\simfang.ttf', index: 0, families: ['仿宋_GB2312'], weight: 400 },
    { path: win32.join(folder, 'timesbd.ttf'), index: 0, families: ['Times New Roman'], weight: 700 },
  ])
})

test('a font is found by its other name; 仿宋 is not 仿宋_GB2312', () => {
  expect(isFamily(['SimHei'], '黑体')).toBe(true)
  expect(isFamily(['simsun'], '宋体')).toBe(true)
  expect(isFamily(['Times New Roman'], 'TimesNewRoman')).toBe(true)
  expect(isFamily(['FangSong'], '仿宋_GB2312')).toBe(false)
  expect(isFamily([], '黑体')).toBe(false)
})

test('a font is shown by the name that was asked for, or by its Chinese one', () => {
  expect(shownName(['SimHei', '黑体'], 'simhei')).toBe('SimHei')
  expect(shownName(['SimHei', '黑体'])).toBe('黑体')
  expect(shownName(['SimFang', 'FangSong'])).toBe('仿宋')
  expect(shownName(['Liberation Serif'])).toBe('Liberation Serif')
})

test('a family of this machine is found, an invented one is not', async (context) => {
  const [face] = (await machineFonts()).faces
  if (!face) return context.skip('no font is installed')
  expect(await missingFonts([face.families[0] ?? '', '河湾县楷书'])).toEqual(['河湾县楷书'])
})

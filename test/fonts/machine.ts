/** Font machines for tests: the measuring fonts, where build/measuring-fonts.ts has them. */
import { readFileSync } from 'node:fs'
import { facesInFolders } from '../../electron/fonts/folders.ts'
import type { FontFace } from '../../electron/fonts/face.ts'
import type { MachineFonts } from '../../electron/fonts/find.ts'
import type { Families } from '../../shared/layout/slots.ts'
import { measuringFontconfig } from '../../build/measuring-fonts.ts'

/** What the default template asks for. */
export const FAMILIES: Families = { smallSong: '方正小标宋简体', fangSong: '仿宋_GB2312', kai: '楷体_GB2312', hei: '黑体', song: '宋体', latin: 'Times New Roman' }

/** A machine with these faces and no settings of its own. */
export function machineOf(faces: readonly FontFace[]): MachineFonts {
  return { faces, aliasOf: () => Promise.resolve(undefined) }
}

/** A machine with the measuring fonts alone; null where they are not all there. */
export async function measuringMachine(): Promise<MachineFonts | null> {
  const config = measuringFontconfig()
  if (config === undefined) return null
  const folders = [...readFileSync(config, 'utf8').matchAll(/<dir>(.*?)<\/dir>/g)].map(([, folder = '']) => folder)
  return machineOf(await facesInFolders(folders))
}

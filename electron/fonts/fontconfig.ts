/** Fonts of Linux, by fontconfig's own tools: they know what FONTCONFIG_FILE and the person's settings say. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { weightOf, type FontFace } from './face.ts'

const run = promisify(execFile)

const LIMITS = { timeout: 10_000, maxBuffer: 32 * 1024 * 1024 } as const
const FORMAT = ['file', 'index', 'family', 'weight', 'slant', 'fontformat', 'postscriptname'].map((name) => `%{${name}}`).join('\t') + '\n'

/** All upright faces that can be measured. Throws where fontconfig is not installed. */
export async function listFaces(): Promise<readonly FontFace[]> {
  return facesOfFontconfig((await run('fc-list', ['--format', FORMAT], LIMITS)).stdout)
}

/**
 * Tells what stands for a family by the machine's own settings (an alias); undefined where they name nothing for it. Every other
 * program of the machine draws that, LibreOffice too.
 */
export async function readAliases(): Promise<(family: string) => Promise<FontFace | undefined>> {
  const [other] = await matched('没有这种字体')
  return async (family) => {
    const [face] = await matched(family)
    return face && (face.path !== other?.path || face.index !== other.index) ? face : undefined
  }
}

async function matched(family: string): Promise<readonly FontFace[]> {
  // In a pattern these would end the name.
  return facesOfFontconfig((await run('fc-match', ['--format', FORMAT, family.replace(/[\\:,-]/g, '\\$&')], LIMITS)).stdout)
}

/** Reads what the tools write by FORMAT. */
export function facesOfFontconfig(output: string): readonly FontFace[] {
  return output.split('\n').flatMap((line): FontFace[] => {
    const [path = '', index = '0', family = '', weight = '80', slant = '0', format = '', postscript = ''] = line.split('\t')
    if (slant !== '0' || (format !== 'TrueType' && format !== 'CFF')) return []
    // Named instances of a variable font are numbered above its faces.
    return [{ path, index: Number(index) & 0xffff, families: family.split(','), weight: weightOf(postscript, weightOfScale(Number(weight))) }]
  })
}

/** fontconfig counts from 0 (thin) over 80 (regular) and 200 (bold) to 210. */
function weightOfScale(weight: number): number {
  if (weight >= 180) return 700
  return weight >= 100 ? 500 : weight <= 55 ? 300 : 400
}

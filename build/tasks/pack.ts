/**
 * `npm run pack`: installers for this system. `-- --stand-in` packs once on an empty program in place of Electron, without
 * any network, and looks whether the packed program is whole.
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../bundle.ts'
import { packFaults } from '../electron/packed.ts'
import { ROOT, runTool, toolPath } from './run.ts'

/** Where an Electron executable keeps its switches: a mark, a version (1), their number, and one character each. */
const FUSES = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009${'1'.repeat(9)}`

await bundle()
process.exit(process.argv.includes('--stand-in') ? packOnStandIn() : packElectron([]))

function packElectron(args: readonly string[]): number {
  return runTool(toolPath('electron-builder'), ['--publish', 'never', ...args])
}

function packOnStandIn(): number {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-pack-'))
  try {
    const output = join(folder, 'out')
    const overrides = { electronDist: standInElectron(join(folder, 'electron')), 'directories.output': output }
    const settings = Object.entries(overrides).map(([name, value]) => `-c.${name}=${value}`)
    const code = packElectron(['--linux', 'dir', '--x64', ...settings])
    if (code !== 0) return code
    const faults = packFaults(join(output, 'linux-unpacked/resources'))
    for (const fault of faults) process.stderr.write(`${fault}\n`)
    if (faults.length === 0) process.stdout.write('打包检查通过：程序、界面、模板和数据库都在\n')
    return faults.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A folder that looks like an unpacked Electron: an executable that does nothing, and its version. */
function standInElectron(folder: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  writeFileSync(join(folder, 'locales/zh-CN.pak'), '')
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as { version: string }
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\nexit\n${FUSES}`)
  chmodSync(join(folder, 'electron'), 0o755)
  return folder
}

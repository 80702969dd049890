import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The program's version, from the package.json beside the built folder. "" where it cannot be read: nothing depends on it. */
export function programVersion(built: string): string {
  try {
    const { version } = JSON.parse(readFileSync(join(built, '../package.json'), 'utf8')) as { version?: string }
    return version ?? ''
  } catch {
    return ''
  }
}

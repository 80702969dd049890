import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of all files under a folder; 0 where it does not exist. Files may come and go meanwhile. */
export function folderSize(folder: string): number {
  let bytes = 0
  for (const name of namesIn(folder)) bytes += fileSize(join(folder, name))
  return bytes
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
}

function fileSize(path: string): number {
  try {
    const found = statSync(path)
    return found.isFile() ? found.size : 0
  } catch {
    return 0
  }
}

/** Is Electron there? Looked up in its files: requiring the package would start a download. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Path of Electron's executable, or null where its binary has not been downloaded. `folder` is the package's folder. */
export function electronExecutable(folder: string): string | null {
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8').trim()
    const path = join(folder, 'dist', name)
    return name !== '' && existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** True where no window can be shown: a Linux session without X11 and Wayland. */
export function lacksDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

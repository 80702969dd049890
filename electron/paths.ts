/** Where data lives: one answer for app, server and terminal. */
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The user's data folder for this program (absolute; may not exist yet). `env` and `platform` are parameters for tests. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  switch (platform) {
    case 'win32':
      return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Gongbao')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Gongbao')
    default:
      // XDG Base Directory: a relative value is invalid and to be ignored.
      return join(env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(homedir(), '.local', 'share'), 'gongbao')
  }
}

/** The library that is opened when nobody names another. */
export function defaultLibraryFile(): string {
  return join(dataFolder(), 'gongbao.db')
}

/** Opens an address in the person's default browser. */
import { spawn } from 'node:child_process'

/** True where there is a browser to try. It never throws: the address has been printed as well. */
export function openBrowser(address: string, platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): boolean {
  const command = commandFor(address, platform, env)
  if (!command) return false
  const [program, ...args] = command
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
  return true
}

function commandFor(address: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly [string, ...string[]] | null {
  switch (platform) {
    case 'win32':
      // Not `start`, which goes through cmd and its quoting.
      return ['rundll32', 'url.dll,FileProtocolHandler', address]
    case 'darwin':
      return ['open', address]
    default:
      // Without a display xdg-open would start a browser for the terminal over the printed lines.
      return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', address] : null
  }
}

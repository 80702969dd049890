import type { Handlers, ShellInfo } from '../../shared/api/contract.ts'
import type { ServiceContext } from './context.ts'

type Group = Pick<Handlers, 'shell.chooseTarget' | 'shell.chooseSources' | 'shell.chooseImage' | 'shell.chooseWorkbook' | 'shell.openPath' | 'shell.ready'>

/** What only the shell can do, handed on to it. */
export function shellHandlers({ shell, version }: ServiceContext): Group {
  return {
    'shell.chooseTarget': ({ suggestedName }) => shell.chooseTarget(suggestedName),
    'shell.chooseSources': () => shell.chooseSources(),
    'shell.chooseImage': () => shell.chooseImage(),
    'shell.chooseWorkbook': () => shell.chooseWorkbook(),
    'shell.openPath': async ({ path, how }) => {
      await shell.openPath(path, how)
      return {}
    },
    'shell.ready': () => {
      shell.ready()
      return { kind: shell.kind === 'electron' ? 'electron' : 'browser', platform: platformName(), version }
    },
  }
}

function platformName(): ShellInfo['platform'] {
  const { platform } = process
  return platform === 'win32' || platform === 'linux' || platform === 'darwin' ? platform : 'other'
}

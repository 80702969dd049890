/**
 * The rooms of the project and what each may import: the table is the law, and what it does not name is not allowed.
 * Where the work shows a better cut, the table changes together with docs/architecture.md.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breaches, circles, readSources, type Room, type Table } from './layers/check.ts'
import { importsOf } from './layers/imports.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** Parts of the desktop window that need no Electron. */
const SHELL_PART: Room = { rooms: ['shared/api', 'electron/paths.ts', 'electron/transport'], packages: ['node:', 'zod'] }
const SHELL_PARTS = ['electron/selftest.ts', 'electron/service-link.ts', 'electron/shell-options.ts', 'electron/window-state.ts']
/** The desktop window. Services and store run in another process, so it reaches them through messages only. */
const SHELL: Room = {
  rooms: ['shared/api', 'electron/window.ts', 'electron/menu.ts', 'electron/dialogs.ts', 'electron/transport', ...SHELL_PARTS],
  packages: ['electron', 'node:'],
}
/** What programs without Electron start with: server, terminal, service process. */
const PROGRAM: Room = {
  rooms: ['shared/api', 'electron/host.ts', 'electron/shell-port.ts', 'electron/transport', 'electron/cli', 'electron/paths.ts', 'electron/open-browser.ts', 'electron/program-version.ts', 'electron/server-options.ts'],
  packages: ['node:'],
}
const SCREEN_PACKAGES = ['react', 'antd', '@ant-design/icons']
const DOMAIN = ['shared/lib', 'shared/document', 'shared/numbering', 'shared/register', 'shared/layout', 'shared/recognise', 'shared/gazette', 'shared/workflow', 'shared/backup', 'shared/search']

const TABLE: Table = {
  'shared/lib': { rooms: [], packages: [] },
  'shared/document': { rooms: ['shared/lib', 'shared/numbering'], packages: ['zod'] },
  'shared/numbering': { rooms: ['shared/lib', 'shared/document'], packages: [] },
  'shared/register': { rooms: ['shared/lib', 'shared/document'], types: ['shared/workflow'], packages: [] },
  'shared/workflow': { rooms: ['shared/lib'], packages: [] },
  'shared/backup': { rooms: [], packages: [] },
  'shared/recognise': { rooms: ['shared/lib', 'shared/document', 'shared/numbering', 'shared/register', 'shared/gazette'], packages: [] },
  'shared/gazette': { rooms: ['shared/lib'], packages: ['zod'] },
  'shared/layout': { rooms: ['shared/lib', 'shared/document', 'shared/numbering', 'shared/register'], packages: ['zod'] },
  'shared/search': { rooms: ['shared/lib', 'shared/document', 'shared/numbering'], types: ['shared/api'], packages: [] },
  'shared/api': { rooms: ['shared/lib'], types: ['shared/document', 'shared/recognise', 'shared/register', 'shared/layout', 'shared/gazette', 'shared/workflow', 'shared/backup'], packages: [] },

  'electron/main.ts': SHELL,
  'electron/window.ts': SHELL,
  'electron/menu.ts': SHELL,
  'electron/dialogs.ts': SHELL,
  'electron/preload.ts': { rooms: ['shared/api', 'electron/transport'], packages: ['electron'] },
  'electron/transport/ipc.ts': { rooms: ['shared/api', 'electron/transport'], packages: ['electron'] },
  'electron/transport': { rooms: ['shared/api', 'electron/files'], types: ['electron/host.ts', 'electron/shell-port.ts'], packages: ['node:', 'zod'] },
  ...Object.fromEntries(SHELL_PARTS.map((file) => [file, SHELL_PART])),
  'electron/service-process.ts': PROGRAM,
  'electron/server.ts': PROGRAM,
  'electron/cli.ts': PROGRAM,
  'electron/cli': {
    rooms: ['electron/paths.ts', 'shared', 'electron/host.ts', 'electron/shell-port.ts', 'electron/services', 'electron/store', 'electron/files', 'electron/text', 'electron/pdf'],
    packages: ['node:'],
  },
  'electron/paths.ts': { rooms: [], packages: ['node:'] },
  'electron/open-browser.ts': { rooms: [], packages: ['node:'] },
  'electron/program-version.ts': { rooms: [], packages: ['node:'] },
  'electron/server-options.ts': { rooms: ['electron/paths.ts'], packages: ['node:'] },
  'electron/shell-port.ts': { rooms: ['shared/api'], packages: [] },
  'electron/host.ts': { rooms: ['shared/api', 'electron/services'], packages: ['node:'] },
  'electron/services': {
    rooms: ['shared', 'electron/store', 'electron/docx', 'electron/sheet', 'electron/ooxml', 'electron/files', 'electron/text', 'electron/fonts', 'electron/pdf'],
    types: ['electron/shell-port.ts'],
    packages: ['node:', 'zod'],
  },
  'electron/store': { rooms: ['shared/api', ...DOMAIN], packages: ['node:', 'better-sqlite3'] },
  'electron/docx': { rooms: [...DOMAIN, 'electron/ooxml'], packages: ['docx', 'fflate', 'saxes'] },
  'electron/sheet': { rooms: [...DOMAIN, 'electron/ooxml'], packages: ['numfmt', 'write-excel-file'] },
  'electron/ooxml': { rooms: [], packages: ['fflate', 'saxes'] },
  'electron/files': { rooms: ['shared/api', 'shared/lib'], packages: ['node:'] },
  'electron/text': { rooms: ['shared/api', 'shared/lib'], packages: ['node:'] },
  'electron/fonts': { rooms: ['shared/lib', 'shared/layout'], packages: ['node:', 'fontkit'] },
  'electron/pdf': { rooms: [...DOMAIN, 'electron/fonts', 'electron/files'], packages: ['node:', 'pdfkit', 'fontkit', 'pdfjs-dist'] },

  'renderer/main.tsx': { rooms: ['shared/api', 'renderer/app.tsx', 'renderer/style-nonce.ts', 'renderer/api', 'renderer/styles'], packages: ['react-dom'] },
  'renderer/app.tsx': {
    rooms: ['shared/api', 'renderer/api', 'renderer/components', 'renderer/frame', 'renderer/theme.ts', 'renderer/workspaces'],
    packages: ['react', 'antd'],
  },
  'renderer/style-nonce.ts': { rooms: [], packages: [] },
  'renderer/theme.ts': { rooms: [], packages: ['antd'] },
  'renderer/styles': { rooms: [], packages: [] },
  'renderer/api': { rooms: ['shared/api'], packages: ['react'] },
  'renderer/components': { rooms: ['renderer/theme.ts', 'shared/workflow', 'shared/register'], types: ['shared/api', 'shared/document', 'shared/lib'], packages: [...SCREEN_PACKAGES, 'dayjs'] },
  'renderer/editor': {
    rooms: ['shared/lib', 'shared/document', 'shared/numbering', 'shared/recognise', 'shared/layout', 'renderer/components', 'renderer/styles'],
    packages: ['react', 'slate', 'slate-dom', 'slate-history', 'slate-react'],
  },
  'renderer/commands': { rooms: ['shared/api', 'shared/lib', 'shared/document', 'shared/workflow'], types: ['renderer/editor'], packages: [] },
  'renderer/frame': { rooms: ['shared/api', 'shared/lib', 'shared/workflow', 'shared/backup', 'shared/document', 'renderer/api', 'renderer/commands', 'renderer/components'], packages: SCREEN_PACKAGES },
  'renderer/workspaces/*': {
    rooms: ['shared', 'renderer/api', 'renderer/commands', 'renderer/components', 'renderer/editor', 'renderer/frame'],
    packages: SCREEN_PACKAGES,
  },

  'build/launch.mjs': { rooms: [], packages: ['node:'] },
  build: { rooms: [], packages: ['node:', 'esbuild', 'zod', '@sparticuz/chromium'] },

  test: {
    rooms: ['shared', 'electron', 'renderer', 'build'],
    packages: ['node:', 'vitest', 'fast-check', '@playwright/test', 'typescript', 'esbuild', 'better-sqlite3', 'docx', 'fflate', 'fontkit', 'saxes', 'slate', 'react', 'react-dom', 'zod'],
  },
  // The fields that our editor is held against.
  'test/bench/pages': {
    rooms: ['test', 'shared', 'renderer'],
    packages: ['react-dom', 'slate', 'slate-history', 'slate-react', ...['commands', 'history', 'keymap', 'model', 'state', 'tables', 'view'].map((name) => `prosemirror-${name}`)],
  },

  'eslint.config.js': { rooms: [], packages: ['typescript-eslint', 'eslint-plugin-react-hooks'] },
  'playwright.config.ts': { rooms: ['build'], packages: ['node:', '@playwright/test'] },
  'vite.config.ts': { rooms: ['build'], packages: ['node:', 'vite', '@vitejs/plugin-react'] },
  'vitest.config.ts': { rooms: [], packages: ['vitest'] },
  'vitest.word.config.ts': { rooms: [], packages: ['vitest'] },
}

const of = (path: string, text: string): readonly string[] => breaches(TABLE, [{ path, text }])

test('every import of the project is in the table', () => {
  const sources = readSources(ROOT, ['shared', 'electron', 'renderer', 'build', 'test'])
  // The walk itself: a folder that was not read would have no breaches.
  for (const path of ['shared/document/types.ts', 'electron/main.ts', 'renderer/app.tsx', 'build/launch.mjs', 'test/layers.test.ts', 'vite.config.ts']) {
    expect(sources.map((one) => one.path)).toContain(path)
  }
  expect(breaches(TABLE, sources)).toEqual([])
})

test('no file needs itself by way of others', () => {
  expect(circles(readSources(ROOT, ['shared', 'electron', 'renderer', 'build', 'test']))).toEqual([])
  const planted = [
    { path: 'shared/a.ts', text: "import type { B } from './lib/b.ts'" },
    { path: 'shared/lib/b.ts', text: "export { c } from '../c.ts'" },
    { path: 'shared/c.ts', text: "import { z } from 'zod'; import { a } from './a.ts'" },
    { path: 'shared/d.ts', text: "import { a } from './a.ts'" },
  ]
  expect(circles(planted)).toEqual(['shared/a.ts', 'shared/lib/b.ts', 'shared/c.ts'])
})

test('every row is of a room that exists, and grants rooms of the table', () => {
  const names = Object.keys(TABLE).map((name) => name.replace(/\/\*$/, ''))
  expect(names.filter((name) => !existsSync(join(ROOT, name)))).toEqual([])
  const granted = Object.values(TABLE).flatMap(({ rooms, types = [] }) => [...rooms, ...types])
  expect(granted.filter((one) => !names.some((name) => name === one || name.startsWith(`${one}/`)))).toEqual([])
})

/** Each law with an import that keeps it and one that breaks it, in the same file. */
describe('planted breaches', () => {
  test.each([
    ['the interface never imports the machine', 'renderer/api/a.ts', '../../shared/api/reply.ts', '../../electron/host.ts'],
    ['the machine never imports the interface', 'electron/services/a.ts', '../../shared/api/reply.ts', '../../renderer/theme.ts'],
    ['the domain never imports the machine', 'shared/document/a.ts', '../lib/id.ts', '../../electron/paths.ts'],
    ['the domain never imports the interface', 'shared/api/a.ts', '../lib/id.ts', '../../renderer/theme.ts'],
    ['the domain knows no Node', 'shared/register/a.ts', '../lib/id.ts', 'node:fs'],
    ['nor React', 'shared/document/a.ts', 'zod', 'react'],
    ['nor Electron', 'shared/api/a.ts', '../lib/id.ts', 'electron'],
    ['nor SQLite', 'shared/register/a.ts', '../document/types.ts', 'better-sqlite3'],
    ['layout knows no OOXML', 'shared/layout/a.ts', '../document/types.ts', 'docx'],
    ['workspaces never import one another', 'renderer/workspaces/draft/dialogs/a.tsx', '../desk.ts', '../../start/codes.ts'],
    ['a part of the interface never imports a workspace', 'renderer/frame/a.tsx', '../components/mark.tsx', '../workspaces/draft/desk.ts'],
    ['components know only React and the component library', 'renderer/components/a.tsx', 'antd', '../api/job.ts'],
    ['nor the editor', 'renderer/components/a.tsx', 'react', 'slate'],
    ['only the editor knows Slate', 'renderer/workspaces/draft/a.ts', '../../editor/session.ts', 'slate'],
    ['only the shell imports electron', 'electron/services/a.ts', 'node:path', 'electron'],
    ['the shell parts do not', 'electron/selftest.ts', 'node:os', 'electron'],
    ['the server does not', 'electron/server.ts', 'node:http', 'electron'],
    ['the shell never reaches the store', 'electron/main.ts', 'electron', './store/connect.ts'],
    ['nor the services', 'electron/window.ts', './window-state.ts', './services/handlers.ts'],
    ['the preload has no Node', 'electron/preload.ts', 'electron', 'node:fs'],
    ['SQL lives only in the store', 'electron/services/a.ts', '../store/store.ts', 'better-sqlite3'],
    ['the store knows no services', 'electron/store/a.ts', 'better-sqlite3', '../services/context.ts'],
    ['Word files know no store', 'electron/docx/a.ts', '../../shared/document/types.ts', '../store/store.ts'],
    ['nor Electron', 'electron/docx/a.ts', 'docx', 'electron'],
    ['nor the services', 'electron/docx/a.ts', 'fflate', '../services/context.ts'],
    ['workbooks know no store', 'electron/sheet/a.ts', '../ooxml/zip.ts', '../store/store.ts'],
    ['nor Electron', 'electron/sheet/a.ts', 'numfmt', 'electron'],
    ['packages know no document', 'electron/ooxml/a.ts', 'saxes', '../../shared/document/types.ts'],
    ['the launcher needs nothing installed', 'build/launch.mjs', 'node:fs', 'esbuild'],
    ['nor other files', 'build/launch.mjs', 'node:path', './bundle.ts'],
    ['the program never imports its tests', 'build/tasks/a.ts', '../bundle.ts', '../../test/layers.test.ts'],
    ['Node is asked for by its full name', 'electron/paths.ts', 'node:fs', 'fs'],
    ['a package that no row names', 'renderer/workspaces/draft/a.ts', 'react', 'lodash'],
    ['a room that no row names', 'electron/services/a.ts', '../docx/package.ts', '../cloud/upload.ts'],
    ['a path out of the project', 'shared/lib/a.ts', './id.ts', '../../../elsewhere/a.ts'],
  ])('%s', (_law, path, kept, broken) => {
    expect(of(path, `import { a } from '${kept}'`)).toEqual([])
    expect(of(path, `import { a } from '${broken}'`)).toHaveLength(1)
    // A type import breaks it too.
    expect(of(path, `import type { A } from '${broken}'`)).toHaveLength(1)
  })

  test('a file in no room', () => {
    expect(of('services/a.ts', '')).toEqual(['services/a.ts is in no room of the table'])
    expect(of('renderer/workspaces/a.ts', '')).toHaveLength(1)
    expect(of('stray.ts', '')).toHaveLength(1)
  })

  test('a room of which only types may be taken', () => {
    const path = 'renderer/components/a.tsx'
    expect(of(path, `import type { A } from '../../shared/api/types.ts'`)).toEqual([])
    expect(of(path, `import { type A, type B } from '../../shared/api/types.ts'`)).toEqual([])
    expect(of(path, `import { type A, b } from '../../shared/api/types.ts'`)).toHaveLength(1)
    expect(of(path, `import '../../shared/api/types.ts'`)).toHaveLength(1)
  })

  test.each([
    [`import 'electron'`],
    [`import a from 'electron'`],
    [`import * as a from 'electron'`],
    [`import type { A } from 'electron'`],
    [`import a = require('electron')`],
    [`export { a } from 'electron'`],
    [`export * from 'electron'`],
    [`export type { A } from 'electron'`],
    [`const a = await import('electron')`],
    ['const a = await import(`electron`)'],
    [`type A = import('electron').App`],
    [`type A = typeof import('electron')`],
    [`const a = () => { if (true) require('electron') }`],
    [`require.resolve('electron')`],
    [`import.meta.resolve('electron')`],
    [`vi.mock('electron', () => ({}))`],
    [`const a = <p>{import('electron')}</p>`],
    [`const name = 'electron'; await import(name)`],
    [`/// <reference path="../main.ts" />`],
  ])('written as %s', (text) => {
    expect(of('electron/services/a.tsx', text)).toHaveLength(1)
  })

  test('words in strings and comments are no imports', () => {
    const text = `// import 'electron'\nconst a = "import x from 'electron'" // require('electron')\npath.resolve('electron')`
    expect(importsOf('a.ts', text)).toEqual([])
  })

  test('the line is that of the import', () => {
    expect(of('electron/services/a.ts', `/** Doc. */\n\nimport 'electron'`)).toEqual([
      'electron/services/a.ts:3 (electron/services) may not import electron',
    ])
  })
})

test('the domain is compiled without the libraries of Node and of the page', () => {
  const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'shared/tsconfig.json'), 'utf8')) as { compilerOptions: object }
  const base = JSON.parse(readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8')) as { compilerOptions: object }
  expect({ ...base.compilerOptions, ...compilerOptions }).toMatchObject({ lib: ['ES2022'], types: [] })
})

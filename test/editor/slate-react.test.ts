/** The change that is made in slate-react's text while it is bundled still fits the installed library. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { handingDownLines, SLATE_REACT } from '../../build/slate-react.ts'

const FILE = join(dirname(createRequire(import.meta.url).resolve('slate-react/package.json')), 'dist/index.es.js')
const LIBRARY = readFileSync(FILE, 'utf8')

test('the installed library is changed in one place, where it hands elements down', () => {
  expect(SLATE_REACT.test(FILE)).toBe(true)
  const lines = handingDownLines(LIBRARY).split('\n')
  const changed = LIBRARY.split('\n').flatMap((line, at) => (line === lines[at] ? [] : [[line.trim(), lines[at]?.trim()]]))
  expect(changed).toEqual([['value: n', 'value: (Node.isText(n.children[0]) ? n : null)']])
})

test('a library that is another stops the bundle', () => {
  expect(() => handingDownLines(LIBRARY.replaceAll('ElementContext', 'NodeContext'))).toThrow('build/slate-react.ts')
  expect(() => handingDownLines(handingDownLines(LIBRARY))).toThrow('build/slate-react.ts')
})

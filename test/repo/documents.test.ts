/** What the documents promise is there: the files that they link to, the commands that they name. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Readonly<Record<string, string>> }

/** Faults of one document: links that lead nowhere and npm scripts that do not exist. `exists` is told paths from the root. */
function faultsOf(path: string, text: string, exists: (path: string) => boolean): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target = '']) => target).filter((target) => !/^[a-z]+:/.test(target))
  const commands = [...text.matchAll(/npm run (?:-s )?([a-z0-9]+)/g)].map(([, name = '']) => name)
  return [
    ...links.filter((target) => !exists(join(dirname(path), target))).map((target) => `${path} links to ${target}, which is not there`),
    ...commands.filter((name) => !Object.hasOwn(scripts, name)).map((name) => `${path} names npm run ${name}, which is no script`),
  ]
}

const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
]

test('there are documents', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'docs/manual.zh-CN.md', 'docs/cli.md']))
})

test.each(documents)('%s keeps its promises', (path) => {
  expect(faultsOf(path, readFileSync(join(ROOT, path), 'utf8'), (one) => existsSync(join(ROOT, one)))).toEqual([])
})

describe('what is caught', () => {
  const of = (text: string): readonly string[] => faultsOf('docs/a.md', text, (path) => path === 'docs/b.md')

  test.each(['[b](c.md)', '![picture](images/a.png)', '[b](../b.md#title)', 'see `npm run nothing`'])('%s', (text) => {
    expect(of(text)).toHaveLength(1)
  })

  test.each(['[b](b.md)', '[b](b.md#title)', '[site](https://example.org/x)', '`npm run -s gongbao -- list`', '[below](#below)'])('and not %s', (text) => {
    expect(of(text)).toEqual([])
  })
})

/** What is installed is the same everywhere: exact versions, no addresses, nothing run at install time. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
type Versions = Readonly<Record<string, string>>
interface Manifest {
  readonly engines: { readonly node: string }
  readonly dependencies: Versions
  readonly devDependencies: Versions
  readonly optionalDependencies: Versions
}
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8')
const manifest = JSON.parse(read('package.json')) as Manifest
const lock = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, { readonly version?: string; readonly resolved?: string }>> }

test('every version is exact, and the lockfile has it', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  for (const [name, version] of Object.entries(all)) {
    expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/)
    expect(lock.packages[`node_modules/${name}`]?.version).toBe(version)
  }
})

test('the lockfile names no address, so that every registry and mirror will do', () => {
  expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('the program is shipped with the database alone; all else is bundled', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3'])
})

test('no script of a package runs when it is installed', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
})

test('package.json and the launcher agree on the oldest Node', () => {
  const oldest = /^>=(\d+)\.(\d+)$/.exec(manifest.engines.node)
  expect(read('build/launch.mjs')).toContain(`oldEnough(process.versions.node, ${String(oldest?.[1])}, ${String(oldest?.[2])})`)
  expect(read('README.md')).toContain(`${String(oldest?.[1])}.${String(oldest?.[2])}`)
})

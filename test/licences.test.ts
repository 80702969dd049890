/**
 * Every package that the project installs, shipped or only built with, has a licence that we may use. Read from the
 * lockfile, which also names what is installed on other systems, and held against the installed packages themselves.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')

/** SPDX names of licences that ask for no more than their own text beside the copy. */
const ALLOWED = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'Python-2.0', 'OFL-1.1'])

/** Other licences, package by package: `lightningcss` stands for `lightningcss-linux-x64-gnu` too. None of these is shipped. */
const EXCEPTIONS: readonly { readonly name: string; readonly licence: string; readonly reason: string }[] = [
  { name: 'lightningcss', licence: 'MPL-2.0', reason: 'Vite shrinks style sheets with it; unchanged, and not in what is shipped' },
  { name: 'caniuse-lite', licence: 'CC-BY-4.0', reason: 'a table of browsers that the linter reads; not in what is shipped' },
  { name: 'truncate-utf8-bytes', licence: 'WTFPL', reason: 'electron-builder cuts file names with it; asks for nothing, but is no licence that SPDX calls open' },
]

/** Packages whose `package.json` leaves the licence out, though the package comes with one: it is read from its own file. */
const LICENCE_FILES: Readonly<Record<string, { readonly licence: string; readonly begins: string }>> = {
  'png-js': { licence: 'MIT', begins: 'MIT License' },
}

interface Package {
  readonly name: string
  readonly licence: string | undefined
  /** Not installed where only what is shipped is. */
  readonly dev: boolean
}

interface LockEntry {
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly link?: boolean
}

const LOCK = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, LockEntry>> }
const ENTRIES = Object.entries(LOCK.packages).filter(([path]) => path !== '')

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** One line for each package whose licence is not allowed. */
function faults(packages: readonly Package[]): readonly string[] {
  return packages.flatMap(({ name, licence, dev }) => {
    if (licence === undefined) return [`${name} names no licence`]
    if (allowed(licence)) return []
    const exception = EXCEPTIONS.find((one) => one.licence === licence && (name === one.name || name.startsWith(`${one.name}-`)))
    if (exception && dev) return []
    return [`${name}: ${licence}${exception ? ' is excepted only where it is not shipped' : ''}`]
  })
}

/** Whether an SPDX expression can be met: one side of OR, both of AND. */
function allowed(expression: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1')
  if (/[()]/.test(inner)) return false
  return inner.split(' OR ').some((side) => side.split(' AND ').every((one) => ALLOWED.has(one)))
}

test('every package of the lockfile has an allowed licence', () => {
  expect(ENTRIES.length).toBeGreaterThan(300)
  const packages = ENTRIES.map(([path, { license, dev, devOptional }]) => ({ name: nameOf(path), licence: license ?? LICENCE_FILES[nameOf(path)]?.licence, dev: Boolean(dev ?? devOptional) }))
  expect(faults(packages)).toEqual([])
})

test('installed packages say of themselves what the lockfile says', () => {
  const installed = ENTRIES.map(([path, { license }]) => ({ file: join(ROOT, path, 'package.json'), license })).filter(({ file }) => existsSync(file))
  expect(installed.length).toBeGreaterThan(300)
  const different = installed.filter(({ file, license }) => (JSON.parse(readFileSync(file, 'utf8')) as LockEntry).license !== license)
  expect(different.map(({ file }) => file)).toEqual([])
})

test('what is said for a package that names no licence stands in its own file', () => {
  for (const [name, { begins }] of Object.entries(LICENCE_FILES)) {
    expect(ENTRIES.filter(([path, { license }]) => nameOf(path) === name && license === undefined)).toHaveLength(1)
    expect(readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8').startsWith(begins)).toBe(true)
  }
})

test('every exception is still needed', () => {
  for (const { name, licence } of EXCEPTIONS) {
    expect(ENTRIES.filter(([path, entry]) => entry.license === licence && nameOf(path).startsWith(name))).not.toEqual([])
  }
})

describe('what is caught', () => {
  const of = (name: string, licence: string | undefined, dev = true): readonly string[] => faults([{ name, licence, dev }])

  test.each(['GPL-3.0-only', 'AGPL-3.0', 'UNLICENSED', 'SEE LICENSE IN LICENSE', 'CC-BY-NC-4.0', '(GPL-2.0 OR LGPL-3.0)', 'MIT AND GPL-2.0', 'mit', ''])(
    '%j',
    (licence) => {
      expect(of('a', licence)).toHaveLength(1)
    },
  )

  test.each(['MIT', '(MIT OR CC0-1.0)', 'WTFPL OR ISC', '(GPL-2.0 OR MIT)', 'MIT AND ISC'])('and not %j', (licence) => {
    expect(of('a', licence)).toEqual([])
  })

  test('a package that names none', () => {
    expect(of('a', undefined)).toEqual(['a names no licence'])
  })

  test('an excepted licence of another package, and an excepted package that is shipped', () => {
    expect(of('lightningcss-linux-x64-gnu', 'MPL-2.0')).toEqual([])
    expect(of('other', 'MPL-2.0')).toHaveLength(1)
    expect(of('lightningcss', 'GPL-3.0')).toHaveLength(1)
    expect(of('lightningcss', 'MPL-2.0', false)).toHaveLength(1)
  })
})

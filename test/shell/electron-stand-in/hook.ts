/** Loaded with --require: `electron` is the stand-in beside this file. */
import Module from 'node:module'
import { join } from 'node:path'

interface Loader {
  _resolveFilename(request: string, ...rest: unknown[]): string
}

// Not in the types: the one place through which every require of a CommonJS file goes.
const loader = Module as unknown as Loader
const resolve = loader._resolveFilename.bind(loader)
loader._resolveFilename = (request, ...rest) => (request === 'electron' ? join(__dirname, 'electron.cjs') : resolve(request, ...rest))

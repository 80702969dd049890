/** Entry of a stand-in utility process: gives the program's own entry a `process.parentPort`. */
import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    // Main may have been killed: nobody is left to hear that it did not arrive.
    process.send?.(message, () => undefined)
  }
}

const port = new ParentPort()
const [, , file = '', ...args] = process.argv
process.on('message', (data) => port.emit('message', { data }))
// Main is gone: Electron ends its utility processes too.
process.on('disconnect', () => process.exit(0))
process.argv = [process.argv[0] ?? '', file, ...args]
Object.defineProperty(process, 'parentPort', { value: port })
createRequire(file)(file)

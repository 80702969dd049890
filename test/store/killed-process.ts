/** A process of its own that is killed while it makes a library: between two of its series, when the profile is written already. */
import { createStore } from '../../electron/store/sqlite-store.ts'

class Codes extends Array<string> {
  override *[Symbol.iterator](): ArrayIterator<string> {
    yield '河政发'
    process.kill(process.pid, 'SIGKILL')
  }
}

createStore(process.argv[2] ?? '', { office: '河湾县人民政府办公室', user: '林禾', gazetteName: '' }, new Codes())

/** A process of its own that makes a library when it is told to, and says how that ended. */
import { createStore } from '../../electron/store/sqlite-store.ts'
import { Refusal } from '../../shared/api/reply.ts'

const [file = '', office = ''] = process.argv.slice(2)
process.stdout.write('ready\n')
process.stdin.once('data', () => void create())

async function create(): Promise<void> {
  try {
    const store = createStore(file, { office, user: '林禾', gazetteName: '' }, ['河政发', '河政办发'])
    await store.close()
    process.stdout.write('made')
  } catch (error) {
    process.stdout.write(error instanceof Refusal ? error.error.code : String(error))
  }
  process.stdin.destroy()
}

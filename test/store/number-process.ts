/** A process of its own that opens a library, waits for a line on its standard input, and numbers the documents it was given. */
import { openStore } from '../../electron/store/sqlite-store.ts'

const [file = '', seriesId = '', ...ids] = process.argv.slice(2)
const store = openStore(file)
process.stdout.write('ready\n')
process.stdin.once('data', () => void numberAll())

async function numberAll(): Promise<void> {
  const numbers: number[] = []
  for (const documentId of ids) {
    numbers.push((await store.allocateNumber({ documentId, seriesId, year: 2024, who: '林禾' })).number)
  }
  await store.close()
  process.stdout.write(JSON.stringify(numbers))
  process.stdin.destroy()
}

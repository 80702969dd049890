/** Several processes on one library at once: what one connection alone cannot show. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newLibrary, newSigned, openLibrary, seriesOf, tempFolder } from './library.ts'

/** Starts a script; `ready` when it waits for its start, `go` starts it and gives what it printed after that. */
function startProcess(script: string, args: readonly string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  let printed = ''
  const ended = new Promise<string>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(`${script} ended with ${String(code)}`))))
  })
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => (line === 'ready' ? resolve() : (printed += line)))
  })
  return { ready: Promise.race([ready, ended.then(() => undefined)]), go: () => (child.stdin.end('go\n'), ended) }
}

/** Runs scripts so that all begin their work at the same moment. */
async function together(script: string, argsOfEach: readonly (readonly string[])[]): Promise<readonly string[]> {
  const processes = argsOfEach.map((args) => startProcess(script, args))
  await Promise.all(processes.map(({ ready }) => ready))
  return await Promise.all(processes.map(({ go }) => go()))
}

test('three processes that number at once get distinct numbers without a gap', async () => {
  const store = newLibrary()
  const { id: seriesId } = await seriesOf(store, '河政发')
  const ids: string[] = []
  for (let at = 0; at < 36; at++) ids.push(await newSigned(store))
  const shares = [ids.slice(0, 12), ids.slice(12, 24), ids.slice(24)]

  const printed = await together('number-process.ts', shares.map((share) => [store.file, seriesId, ...share]))
  const numbers = printed.map((line) => JSON.parse(line) as number[])
  expect(numbers.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 36 }, (_, at) => at + 1))
  for (const mine of numbers) expect(mine).toEqual([...mine].sort((a, b) => a - b))

  const given = await Promise.all(ids.map((id) => store.getDocument(id)))
  expect(given.map((record) => record.document.header.documentNumber)).toEqual(numbers.flat().map((serial) => `河政发〔2024〕${serial}号`))
  expect(await seriesOf(store, '河政发')).toMatchObject({ used: 36, last: 36, next: 37 })
})

test('of processes that make the same library at once one makes it, and what it made stays whole', async () => {
  const offices = ['甲县人民政府', '乙县人民政府', '丙县人民政府', '丁县人民政府']
  const file = join(tempFolder(), 'gongbao.db')
  const ends = await together('create-process.ts', offices.map((office) => [file, office]))
  expect([...ends].sort()).toEqual(['libraryExists', 'libraryExists', 'libraryExists', 'made'])

  const store = openLibrary(file)
  expect((await store.profile()).office).toBe(offices[ends.indexOf('made')])
  expect((await store.listSeries(2024)).map((series) => series.code)).toEqual(['河政发', '河政办发'])
})

#!/usr/bin/env node
// Does the start command reach a page that lists the sample notices? Plain JavaScript without dependencies, because it
// also runs on machines that have never seen the project, before anything is installed:
//   node test/fresh/start.mjs npm start -- --browser
// Starts the command in the current folder with a data folder of its own, opens the printed address, makes the sample
// library, reads the page and the list, and ends what it started.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LIMIT = 10 * 60_000

const [command, ...args] = process.argv.slice(2)
if (!command) throw new Error('what is to be started?')
const data = mkdtempSync(join(tmpdir(), 'gongbao-fresh-'))
const began = Date.now()
const child = spawn(command, args, {
  // A group of its own, so that npm, the launcher and the server end together; no display, so that no window opens.
  detached: process.platform !== 'win32',
  shell: process.platform === 'win32',
  env: { ...process.env, XDG_DATA_HOME: data, APPDATA: data, DISPLAY: '', WAYLAND_DISPLAY: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const closed = new Promise((resolve) => child.once('close', resolve))
try {
  const address = await printedAddress()
  console.log(`the address was printed after ${seconds()}`)
  await look(address)
  console.log(`all there after ${seconds()}`)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  end('SIGTERM')
  const limit = setTimeout(() => end('SIGKILL'), 10_000)
  await closed
  clearTimeout(limit)
  rmSync(data, { recursive: true, force: true })
}

/** Resolves with the address that the command prints. */
function printedAddress() {
  return new Promise((resolve, reject) => {
    let printed = ''
    const limit = setTimeout(() => reject(new Error(`no address within ${LIMIT / 60_000} minutes`)), LIMIT)
    child.stdout.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text)
      printed += text
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(printed)?.[0]
      if (!address) return
      clearTimeout(limit)
      resolve(address)
    })
    closed.then((code) => {
      clearTimeout(limit)
      reject(new Error(`the command ended with ${code} before it printed an address`))
    })
  })
}

/** Opens the address as a browser does: page, scripts and styles, then the calls that the page makes. */
async function look(address) {
  const { origin } = new URL(address)
  const entered = await fetch(address, { redirect: 'manual' })
  const cookie = (entered.headers.get('set-cookie') ?? '').replace(/;.*$/, '')
  const get = async (path) => {
    const response = await fetch(new URL(path, `${origin}/`), { headers: { cookie } })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return response.text()
  }
  const page = await get('/')
  if (!page.includes('id="root"')) throw new Error(`this is not the page: ${page.slice(0, 200)}`)
  const parts = [...page.matchAll(/(?:src|href)="(\.\/assets\/[^"]+)"/g)].map((found) => found[1])
  if (parts.length < 2) throw new Error('the page names no script and no style')
  for (const part of parts) await get(part)

  const call = async (channel, request) => {
    const headers = { cookie, 'content-type': 'application/json' }
    const response = await fetch(`${origin}/api/${channel}`, { method: 'POST', headers, body: JSON.stringify(request) })
    const reply = await response.json()
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.message}`)
    return reply.value
  }
  const { kind, file } = await call('library.status', {})
  if (kind !== 'none' || !file.startsWith(data)) throw new Error(`this is no first start: ${kind} ${file}`)
  await call('library.createSample', {})
  const numbered = (await call('documents.list', {})).filter((one) => one.documentNumber !== null)
  for (const { documentNumber, title } of numbered) console.log(`${documentNumber}  ${title}`)
  if (numbered.length < 10) throw new Error(`only ${numbered.length} numbered notices`)
}

/** Ends the command and what it started. */
function end(signal) {
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'])
    else process.kill(-child.pid, signal)
  } catch {
    // It has ended by itself.
  }
}

function seconds() {
  return `${Math.round((Date.now() - began) / 1000)} s`
}

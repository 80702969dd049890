import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageAnswer } from '../../electron/transport/page-files.ts'

let root: string
let folder: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'gongbao-page-'))
  folder = join(root, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(root, 'renderer-other'))
  writeFileSync(join(folder, 'index.html'), '<meta content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>')
  writeFileSync(join(folder, 'assets/字 体.js'), 'export {}')
  writeFileSync(join(folder, 'assets/tool.exe'), 'MZ')
  writeFileSync(join(root, 'secret.json'), '{}')
  writeFileSync(join(root, 'renderer-other/secret.json'), '{}')
  symlinkSync(folder, join(root, 'link'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('the page comes with a policy whose nonce is in the page, new for each load', async () => {
  const [first, second] = [await pageAnswer(folder, '/'), await pageAnswer(folder, '/index.html')]
  const policy = first.headers['content-security-policy'] ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
  expect(first.status).toBe(200)
  expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
  expect(Buffer.from(first.body).toString()).toBe(`<meta content="${nonce}"><style nonce="${nonce}"></style>`)
  expect(Buffer.from(second.body).toString()).not.toContain(nonce)
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(policy).toContain("; img-src 'self' data:; ")
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
})

test('a file comes with its type, also with Chinese and a space in its name', async () => {
  const answer = await pageAnswer(folder, `/assets/${encodeURIComponent('字 体.js')}`)
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' })
})

test.each([
  '/../secret.json',
  '/assets/../../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '/assets%2f..%2f..%2fsecret.json',
  '/..\\secret.json',
  '/%5c..%5csecret.json',
  '/../renderer-other/secret.json',
  '//secret.json',
  '/C:/secret.json',
  '/index.html%00.js',
  '/%',
  '/assets',
  '/assets/',
  '/nothing.js',
  '/assets/tool.exe',
])('%s is not found', async (path) => {
  expect((await pageAnswer(folder, path)).status).toBe(404)
})

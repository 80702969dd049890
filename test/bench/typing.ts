/**
 * Typing in the same long notice in several fields: ours, those it is held against, and the whole program. All of them are
 * open in one browser and take turns, round after round, so that whatever else the machine does falls on all alike.
 */
import type { Browser, BrowserContext, CDPSession, Locator, Page } from '@playwright/test'
import { startBuiltServer } from '../support/running-server.ts'
import type { Stage } from './measures.ts'
import { pageAddress, servePages } from './typing-pages.ts'
import { CATEGORIES, readTrace, type KeyTime, type Recorded } from './typing-trace.ts'

/** Where the keys are pressed. */
export const PLACES = ['段落', '标题', '表格'] as const
export type PlaceName = (typeof PLACES)[number]

/** What one field took, in milliseconds; one entry for each time. */
export interface Typed {
  readonly name: string
  /** Script for each key, one entry for each run of keys. */
  readonly script: Readonly<Record<PlaceName, number[]>>
  readonly keys: Readonly<Record<PlaceName, KeyTime[]>>
  readonly enter: KeyTime[]
  readonly join: KeyTime[]
  readonly paste: KeyTime[]
  readonly undo: KeyTime[]
}

interface Field {
  readonly name: string
  /** Where its lines are, by CSS. */
  readonly places: Readonly<Record<PlaceName, string>>
  readonly open: (context: BrowserContext) => Promise<Page>
}

interface OpenField extends Pick<Field, 'places'> {
  readonly page: Page
  readonly keyboard: CDPSession
  readonly typed: Typed
}

const PLAIN = { 段落: 'p:not(td p)', 标题: 'h1, h2, h3, h4', 表格: 'td' }
const OWN = { 段落: '.is-body .is-paragraph:not(td *)', 标题: '.is-body .is-heading', 表格: 'td' }

/** The field that all are held against. */
export const BARE = '裸编辑框'
export const TUNED_SLATE = '调过的 Slate'
export const OWN_EDITOR = '公报的编辑区'

function fieldsOf({ characters, title }: Stage, address: string): readonly Field[] {
  const at = (url: string) => async (context: BrowserContext) => {
    const page = await context.newPage()
    await page.goto(url)
    return page
  }
  return [
    { name: BARE, places: PLAIN, open: at(pageAddress('bare', characters)) },
    { name: '裸编辑框，分块显示', places: PLAIN, open: at(pageAddress('bare', characters, true)) },
    { name: 'ProseMirror', places: PLAIN, open: at(pageAddress('prose-mirror', characters)) },
    { name: TUNED_SLATE, places: PLAIN, open: at(pageAddress('plain-slate', characters)) },
    { name: OWN_EDITOR, places: OWN, open: at(pageAddress('own-editor', characters)) },
    { name: '公报全界面，大纲开着', places: OWN, open: (context) => openProgram(context, address, title) },
  ]
}

async function openProgram(context: BrowserContext, address: string, title: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('option').filter({ hasText: title }).click()
  await page.getByRole('textbox', { name: '文稿正文' }).filter({ hasText: title }).waitFor()
  await page.getByText('大纲', { exact: true }).click()
  await page.locator('.outline-row').first().waitFor()
  return page
}

export interface TypingOptions {
  readonly rounds: number
  /** In each place, in each round. */
  readonly keys: number
}

/** Types, breaks and joins lines, pastes and undoes in all fields. */
export async function measureTyping(stage: Stage, browser: Browser, { rounds, keys }: TypingOptions): Promise<readonly Typed[]> {
  const server = await startBuiltServer(stage.library)
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await servePages(context)
    const fields: OpenField[] = []
    for (const field of fieldsOf(stage, server.address)) fields.push(await openField(field, context))
    for (const field of fields) await warmUp(field)
    for (let round = 0; round < rounds; round += 1) {
      for (const field of fields) await takeTurn(browser, field, round, keys)
    }
    return fields.map(({ typed }) => typed)
  } finally {
    await context.close()
    await server.stop()
  }
}

async function openField({ name, places, open }: Field, context: BrowserContext): Promise<OpenField> {
  const page = await open(context)
  const typed = { name, script: { 段落: [], 标题: [], 表格: [] }, keys: { 段落: [], 标题: [], 表格: [] }, enter: [], join: [], paste: [], undo: [] }
  return { page, places, keyboard: await context.newCDPSession(page), typed }
}

/** Code that never ran is slow; nobody types one key. */
async function warmUp(field: OpenField): Promise<void> {
  await field.page.bringToFront()
  for (const place of PLACES) {
    await goTo(field, place, 0)
    for (let key = 0; key < 5; key += 1) await press(field, { text: '试' })
  }
}

async function takeTurn(browser: Browser, field: OpenField, round: number, keys: number): Promise<void> {
  const { page, typed } = field
  await page.bringToFront()
  for (const place of PLACES) {
    await goTo(field, place, round)
    const text = Array.from({ length: keys }, (_, at) => TEXT[at % TEXT.length] ?? '')
    const typing = await record(browser, field, text.map((one) => ({ text: one })))
    if (!typing) continue
    typed.script[place].push(typing.script / keys)
    typed.keys[place].push(...typing.keys)
  }
  await goTo(field, '段落', round)
  const lines = await record(browser, field, Array.from({ length: 3 }, () => [ENTER, BACKSPACE]).flat())
  typed.enter.push(...(lines?.keys.filter((_, at) => at % 2 === 0) ?? []))
  typed.join.push(...(lines?.keys.filter((_, at) => at % 2 === 1) ?? []))
  await page.evaluate((text) => navigator.clipboard.writeText(text), PASTED)
  const acts = await record(browser, field, [PASTE, UNDO], LONG)
  typed.paste.push(...(acts?.keys.slice(0, 1) ?? []))
  typed.undo.push(...(acts?.keys.slice(1) ?? []))
}

/** What an office types, most of it in Chinese. */
const TEXT = Array.from('各乡镇要按月核对台账，发现问题当日上报。')
/** 200 paragraphs that no reader could take for headings. */
const PASTED = Array.from({ length: 200 }, (_, at) => `石桥镇在本月完成了沟渠清淤和道路补修，余下的工作由村委会负责，编号${at + 1}。`).join('\n')

interface Key {
  readonly text?: string
  readonly key?: string
  readonly code?: number
  readonly control?: boolean
}

const ENTER: Key = { key: 'Enter', code: 13, text: '\r' }
const BACKSPACE: Key = { key: 'Backspace', code: 8 }
const PASTE: Key = { key: 'v', code: 86, control: true }
const UNDO: Key = { key: 'z', code: 90, control: true }

/** Milliseconds between keys: a quick hand, and never in step with the screen. */
const PAUSE = [61, 97, 73, 109, 83]
/** Milliseconds after a key that changes hundreds of paragraphs, and after the last key, for what follows it. */
const LONG = 1000
const AFTER = 400

/** Null where a key has no frame of its own in the trace: a machine with other work to do draws several at once. */
async function record(browser: Browser, field: OpenField, keys: readonly Key[], pause?: number): Promise<Recorded | null> {
  await browser.startTracing(field.page, { categories: CATEGORIES })
  for (const [at, key] of keys.entries()) {
    await press(field, key)
    await field.page.waitForTimeout(pause ?? PAUSE[at % PAUSE.length] ?? 0)
  }
  await twoFrames(field.page)
  await field.page.waitForTimeout(AFTER)
  const recorded = readTrace((await browser.stopTracing()).toString('utf8'))
  return recorded.keys.length === keys.length ? recorded : null
}

async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** A key as the system gives it: Playwright's own keyboard knows no key with a Chinese character. */
async function press({ keyboard }: OpenField, { text, key = text ?? '', code = 0, control = false }: Key): Promise<void> {
  const common = { key, windowsVirtualKeyCode: code, ...(control ? { modifiers: 2 } : {}) }
  await keyboard.send('Input.dispatchKeyEvent', { type: text === undefined ? 'rawKeyDown' : 'keyDown', ...common, ...(text === undefined ? {} : { text, unmodifiedText: text }) })
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common })
}

/** Clicks into a line in the middle of the notice, another one in each round, or into the middle of the largest table. */
async function goTo({ page, places }: OpenField, place: PlaceName, round: number): Promise<void> {
  const all = page.locator(places[place])
  const line = all.nth(place === '表格' ? 17 * (20 + round) + 5 : Math.floor((await all.count()) / 2) + round)
  await line.scrollIntoViewIfNeeded()
  await untilStill(line)
  const box = await line.boundingBox()
  await line.click({ position: { x: Math.min(130, (box?.width ?? 0) / 2), y: 13 } })
  await page.waitForTimeout(AFTER)
}

/** What comes into sight takes its true height, and pushes the line away. */
async function untilStill(line: Locator): Promise<void> {
  let last = ''
  for (let now = await place(line); now !== last; now = await place(line)) last = now
}

async function place(line: Locator): Promise<string> {
  await twoFrames(line.page())
  return JSON.stringify(await line.boundingBox())
}

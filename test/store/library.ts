/** A real library in a folder of its own, removed when the test ends, and documents to put into it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createStore, openStore } from '../../electron/store/sqlite-store.ts'
import type { Store } from '../../electron/store/store.ts'
import { Refusal, type ApiError, type ErrorCode } from '../../shared/api/reply.ts'
import type { Series } from '../../shared/api/register-types.ts'
import type { Profile } from '../../shared/api/types.ts'
import { makeBody, makeDocument, makeLine, makeParagraph } from '../../shared/document/build.ts'
import type { Document } from '../../shared/document/types.ts'

export const PROFILE: Profile = { office: '河湾县人民政府办公室', user: '林禾', gazetteName: '河湾县人民政府公报' }
export const CODES = ['河政发', '河政办发']

/** A folder that is removed when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-资料 库-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new library; the store is closed before its folder goes. */
export function newLibrary(codes: readonly string[] = CODES): Store {
  return closing(createStore(join(tempFolder(), 'gongbao.db'), PROFILE, codes))
}

/** One more connection to a library. */
export function openLibrary(file: string): Store {
  return closing(openStore(file))
}

function closing(store: Store): Store {
  onTestFinished(() => store.close())
  return store
}

/** A document that lacks nothing. */
export function readyDocument(title = '关于做好冬季供暖工作的通知', text = '请各乡镇于十月底前完成检修。'): Document {
  return makeDocument({ issuers: [PROFILE.office], genre: '通知', documentNumber: null }, [
    makeLine('title', title),
    makeLine('recipients', '各乡镇人民政府'),
    makeBody([makeParagraph(text)]),
    makeLine('signatureOrgan', PROFILE.office),
    makeLine('signatureDate', '2024年9月30日'),
  ])
}

/** Id of a new draft that lacks nothing. */
export async function newDraft(store: Store, document = readyDocument()): Promise<string> {
  return (await store.createDraft({ document, who: '林禾', what: 'created', detail: '通知·部署' })).id
}

/** Id of a new document that is signed. */
export async function newSigned(store: Store, document = readyDocument()): Promise<string> {
  const id = await newDraft(store, document)
  await store.signDocument(id, '陈望秋', '林禾')
  return id
}

/** The series of one code. */
export async function seriesOf(store: Store, code: string, year = 2024): Promise<Series> {
  return (await store.listSeries(year)).find((series) => series.code === code)!
}

/** What a refusal says; anything but a refusal of that code fails the test. */
export async function refusal(code: ErrorCode, work: () => unknown): Promise<ApiError> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(error.error.code).toBe(code)
    return error.error
  }
  throw new Error(`not refused: ${code}`)
}

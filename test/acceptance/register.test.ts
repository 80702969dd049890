/** The real issue in the register: its numbers leave gaps, the book asks why, and what is answered is kept. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recogniseNotice } from '../../shared/recognise/notice.ts'
import { readIssue } from '../../shared/recognise/issue.ts'
import { parseNumber } from '../../shared/register/number.ts'
import type { Store } from '../../electron/store/store.ts'
import { newLibrary, openLibrary } from '../store/library.ts'
import { describeSeed, SEED_FOLDER } from './seed.ts'

describeSeed('the register of the real issue', (notices) => {
  const text = readFileSync(join(SEED_FOLDER, 'gazette-2023-1.txt'), 'utf8')
  /** Serials by 机关代字, as the list of what is printed has them. */
  const printed = new Map<string, number[]>()
  for (const { expected } of notices) {
    const { code = '', serial = 0 } = parseNumber(expected.documentNumber) ?? {}
    printed.set(code, [...(printed.get(code) ?? []), serial])
  }
  const missing = (code: string): readonly number[] => {
    const serials = printed.get(code) ?? []
    return Array.from({ length: Math.max(...serials) }, (_, at) => at + 1).filter((serial) => !serials.includes(serial))
  }

  async function imported(): Promise<Store> {
    const store = newLibrary([])
    const issue = readIssue(text)
    if (!issue) throw new Error('no issue')
    const sections = issue.sections.map(({ name, documents }) => ({
      name,
      documents: documents.map((one) => {
        const { document, doubts } = recogniseNotice(one.text)
        return { document, doubts, listed: one.listed }
      }),
    }))
    await store.importIssue({ facts: issue.facts, sections, doubts: issue.doubts, who: '林禾', original: { name: '公报.txt', bytes: Buffer.from(text) } })
    return store
  }

  test('the book of each series has every number up to its last, and asks for those that are in no document', async () => {
    const store = await imported()
    const series = await store.listSeries(2023)
    expect(series.map(({ code }) => code).sort()).toEqual([...printed.keys()].sort())
    expect(series.map(({ gaps }) => gaps).sort((a, b) => a - b)).toEqual([1, 6, 19])
    for (const { id, code, gaps } of series) {
      const { rows } = await store.numbers(id, 2023)
      const upToLast = rows.filter(({ serial }) => serial <= Math.max(...(printed.get(code) ?? [])))
      expect(upToLast.map(({ serial }) => serial)).toEqual(Array.from({ length: upToLast.length }, (_, at) => at + 1))
      expect(rows.filter(({ kind }) => kind === 'gap').map(({ serial }) => serial)).toEqual(missing(code))
      expect(gaps).toBe(missing(code).length)
    }
  })

  test('an explanation is kept, with who gave it, and the gap is no question any more', async () => {
    const store = await imported()
    const [series] = (await store.listSeries(2023)).filter(({ gaps }) => gaps > 0)
    if (!series) throw new Error('no gap')
    const [serial = 0] = missing(series.code)
    await store.explain({ seriesId: series.id, year: 2023, serial, reason: '不公开，没有登公报', who: '林禾' })
    const again = openLibrary(store.file)
    const { row, history } = await again.number({ seriesId: series.id, year: 2023, serial })
    expect(row).toMatchObject({ kind: 'explained', entry: { reason: '不公开，没有登公报' } })
    expect(history.at(-1)).toMatchObject({ what: 'explained', who: '林禾' })
    expect((await again.listSeries(2023)).find(({ id }) => id === series.id)?.gaps).toBe(series.gaps - 1)
  })
})

/** A whole issue over both ways to the services. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startJob, type Progress } from '../../renderer/api/job.ts'
import { builtProgram } from '../shell/harness.ts'
import { ISSUED, ISSUE_NAME, issueText } from '../support/issue.ts'
import { MACHINES, type Machine } from './machines.ts'

let program: Awaited<ReturnType<typeof builtProgram>>
beforeAll(async () => {
  program = await builtProgram()
})
afterAll(() => program.remove())

describe.each(Object.entries(MACHINES))('over %s', (_name, start) => {
  let data: string
  let machine: Machine
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), '公报 契约-'))
    machine = await start({ root: program.root, data, library: '资料 库.db' })
  })
  afterEach(async () => {
    await machine.close()
    rmSync(data, { recursive: true, force: true })
  })

  async function importing(name: string, as?: 'issue') {
    const progress: Progress[] = []
    const sources = [await machine.source(name, issueText())]
    const result = await startJob(machine.client, { kind: 'import', sources, ...(as ? { as } : {}) }, (one) => progress.push(one)).result
    if (result.kind !== 'import') throw new Error(result.kind)
    return { files: result.files, progress }
  }

  it('one result for it and one a document, and a step for each', async () => {
    await machine.client.call('library.create', { office: '河湾县人民政府办公室', codes: ['河政办发'], user: '林禾' })
    const { files, progress } = await importing('公报.txt')
    expect(files.map(({ title }) => title)).toEqual([ISSUE_NAME, ...ISSUED.map(({ title }) => title)])
    expect(files[0]?.issue?.sections).toMatchObject([{ documents: files.slice(1).map(({ id }) => ({ documentId: id })) }])
    expect(progress.map(({ done, total }) => [done, total])).toEqual([[0, 1], [0, 3], [1, 3], [2, 3]])
    expect(await machine.client.call('documents.list', {})).toHaveLength(ISSUED.length)
    const [series] = await machine.client.call('register.series', { year: 2024 })
    expect(series).toMatchObject({ used: 3, last: 12 })
    expect((await importing('又一.txt', 'issue')).files).toMatchObject([{ ok: false, message: expect.stringContaining('已在资料库里') as string }])
  })
})

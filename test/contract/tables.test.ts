/** Tables of a workbook over both transports: read from a file that the person hands over, and nothing of it kept. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../shared/api/reply.ts'
import type { Source } from '../../shared/api/types.ts'
import { cells, merges, number, row, workbookFile } from '../sheet/workbook-file.ts'
import { machineForAll } from './machine-for-each.ts'
import { MACHINES } from './machines.ts'

const BOOK = workbookFile([
  { name: '资金', rows: row('养护资金分配表') + row('乡镇', '金额') + row('青石镇', number(23.6)), after: merges('A1:B1') },
  { name: '明细', rows: row('甲').repeat(1001) },
  { name: '底稿', rows: row('草稿'), state: 'hidden' },
])

describe.each(Object.entries(MACHINES))('over %s', (name, start) => {
  const at = machineForAll(start, '公报 表格-')

  const refusal = async (source: Source, code: ErrorCode, next: string): Promise<void> => {
    await expect(at.machine.client.call('tables.read', { source })).rejects.toMatchObject({ error: { code, message: expect.stringMatching(/[一-龥]/) as string, next: expect.stringContaining(next) as string } })
  }

  it('each sheet that is shown is a table, or says why it is none', async () => {
    const { file, sheets, doubts } = await at.machine.client.call('tables.read', { source: await at.machine.source('养护 资金.xlsx', BOOK) })
    expect(file).toBe('养护 资金.xlsx')
    expect(sheets.map((sheet) => [sheet.name, sheet.content && cells(sheet.content.table), sheet.content?.table.caption])).toEqual([
      ['资金', [['乡镇', '金额'], ['青石镇', '23.6']], '养护资金分配表'],
      ['明细', null, undefined],
    ])
    expect(sheets[1]?.problem).toContain('1000 行')
    expect(doubts).toEqual([{ where: '全部工作表', what: '隐藏的工作表“底稿”没有收入' }])
  })

  it('what is no workbook is refused with the way out', async () => {
    await refusal(await at.machine.source('旧.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])), 'notText', '另存为 .xlsx')
    await refusal(await at.machine.source('断.xlsx', BOOK.slice(0, -50)), 'notText', '另存为 .xlsx')
    await refusal(await at.machine.source('空.xlsx', workbookFile([{ rows: '' }])), 'notText', '取消隐藏')
  })

  it('only as the shell can hand it over', async () => {
    const path = join(at.data, '表.xlsx')
    writeFileSync(path, BOOK)
    const file = { kind: 'file', path } as const
    if (name === 'HTTP') await refusal(file, 'badRequest', '界面')
    else expect((await at.machine.client.call('tables.read', { source: file })).file).toBe('表.xlsx')
    await refusal({ kind: 'file', path: join(at.data, '没有.xlsx') }, name === 'HTTP' ? 'badRequest' : 'fileMissing', '')
  })
})

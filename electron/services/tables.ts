/** 从 Excel 文件插入表格: a workbook's sheets as tables. Nothing is kept; what the person chooses goes into a draft. */
import type { Handlers } from '../../shared/api/contract.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { sourceName } from '../files/read-source.ts'
import { OfficeFault } from '../ooxml/fault.ts'
import type { ReadWorkbook } from '../sheet/reader/read-workbook.ts'
import type { ServiceContext } from './context.ts'
import { assertSources, sourceBytes } from './sources.ts'

type Group = Pick<Handlers, 'tables.read'>

export function tableHandlers({ shell }: ServiceContext): Group {
  return {
    'tables.read': async ({ source }) => {
      assertSources(shell, [source])
      return { file: sourceName(source), ...(await read(await sourceBytes(shell, source))) }
    },
  }
}

async function read(bytes: Uint8Array): Promise<ReadWorkbook> {
  // Loaded with the first workbook.
  const { readWorkbookFile } = await import('../sheet/reader/read-workbook.ts')
  try {
    return readWorkbookFile(bytes)
  } catch (error) {
    if (error instanceof OfficeFault) throw new Refusal({ code: error.code, message: error.message, safe: '文稿没有改动', next: error.next }, error)
    throw error
  }
}

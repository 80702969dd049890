/** 导出登记簿: which numbers, and as what. */
import { Radio } from 'antd'
import { useState } from 'react'
import type { Series } from '../../../../shared/api/register-types.ts'
import type { BookChoice } from '../use-book.ts'
import { ActDialog } from './act-dialog.tsx'
import { FieldLine } from './field-line.tsx'

export interface ExportBookProps {
  readonly series: Series
  /** Resolves when it was begun; the rest is told by its own dialog. */
  readonly run: (choice: BookChoice) => void
  readonly close: () => void
}

type Scope = 'here' | 'series' | 'year' | 'all'

export function ExportBookDialog({ series, run, close }: ExportBookProps) {
  const [scope, setScope] = useState<Scope>('here')
  const [format, setFormat] = useState<BookChoice['format']>('xlsx')
  const { code, year } = series
  const chosen: Readonly<Record<Scope, Omit<BookChoice, 'format'>>> = {
    here: { series, year },
    series: { series, year: null },
    year: { series: null, year },
    all: { series: null, year: null },
  }
  const begin = (): Promise<void> => {
    run({ ...chosen[scope], format })
    return Promise.resolve()
  }
  return (
    <ActDialog title="导出登记簿" confirm="导出" enabled isPlain run={begin} close={close} note="缺号、作废和说明一并列出">
      <FieldLine label="范围">
        <Radio.Group
          className="stacked"
          aria-label="范围"
          value={scope}
          onChange={({ target }) => setScope(target.value as Scope)}
          options={[
            { value: 'here', label: `${code} ${year} 年` },
            { value: 'series', label: `${code} 各年` },
            { value: 'year', label: `全部系列 ${year} 年` },
            { value: 'all', label: '全部系列各年' },
          ]}
        />
      </FieldLine>
      <FieldLine label="文件">
        <Radio.Group
          className="stacked"
          aria-label="文件"
          value={format}
          onChange={({ target }) => setFormat(target.value as BookChoice['format'])}
          options={[
            { value: 'xlsx', label: 'Excel 表格：可以统计、可以改了再补登进来' },
            { value: 'pdf', label: 'PDF：登记簿的样子，可以打印装订' },
          ]}
        />
      </FieldLine>
    </ActDialog>
  )
}

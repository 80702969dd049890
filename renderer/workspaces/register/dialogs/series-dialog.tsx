/** 新系列, and what can be changed of one: its name and where it starts. */
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import type { Series } from '../../../../shared/api/register-types.ts'
import type { Id } from '../../../../shared/lib/id.ts'
import { printedNumber, type NumberForm } from '../../../../shared/register/series.ts'
import { useMachine } from '../../../api/client-context.tsx'
import { useReport } from '../../../components/report.tsx'
import { ActDialog } from './act-dialog.tsx'
import { FieldLine } from './field-line.tsx'

export interface NewSeriesProps {
  readonly all: readonly Series[]
  readonly year: number
  readonly close: () => void
  readonly made: (id: Id) => void
}

export function NewSeriesDialog({ all, year, close, made }: NewSeriesProps) {
  const { client } = useMachine()
  const report = useReport()
  const id = useId()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [form, setForm] = useState<NumberForm>('bracket')
  const [yearly, setYearly] = useState(true)
  const [start, setStart] = useState<number | null>(1)
  const [sharesWith, setShares] = useState<Id | undefined>(undefined)
  const trimmed = code.trim()
  const run = async (): Promise<void> => {
    const common = { code: trimmed, name: name.trim(), form }
    // A series that shares another's run starts and restarts with it.
    const own = sharesWith === undefined ? { yearly, start: start ?? 1, startYear: yearly && (start ?? 1) > 1 ? year : null } : { sharesWith }
    await client.call('register.addSeries', { ...common, ...own })
    const added = (await client.call('register.series', { year })).find((one) => one.code === trimmed)
    if (added) made(added.id)
    report.done(`已建立系列 ${trimmed}`)
  }
  return (
    <ActDialog title="新系列" confirm="建立" enabled={trimmed === '' ? '请写机关代字' : sharesWith === undefined && start === null ? '请写从几号起' : true} run={run} close={close} width={560}>
      <FieldLine label="机关代字" htmlFor={`${id}-code`} note={`文号印成 ${printedNumber({ code: trimmed || '河政办函', form }, year, start ?? 1)}`}>
        <Input id={`${id}-code`} autoFocus maxLength={20} placeholder="如 河政办函" value={code} onChange={({ target }) => setCode(target.value)} />
      </FieldLine>
      <FieldLine label="归在" htmlFor={`${id}-name`} note="列表里按它分组，如发文机关的名称；可以不填">
        <Input id={`${id}-name`} maxLength={60} placeholder="如 河湾县人民政府办公室" value={name} onChange={({ target }) => setName(target.value)} />
      </FieldLine>
      <FieldLine label="样子">
        <Radio.Group
          aria-label="文号的样子"
          value={form}
          options={[
            { value: 'bracket', label: '〔2024〕3号' },
            { value: 'order', label: '第3号（命令）' },
          ]}
          onChange={({ target }) => {
            setForm(target.value as NumberForm)
            setYearly(target.value === 'bracket')
          }}
        />
      </FieldLine>
      {all.length > 0 && (
        <FieldLine label="流水" htmlFor={`${id}-run`}>
          <Select id={`${id}-run`} value={sharesWith ?? ''} options={[{ value: '', label: '自己的流水' }, ...all.map((one) => ({ value: one.id, label: `与 ${one.code} 共用一个流水` }))]} onChange={(value) => setShares(value === '' ? undefined : value)} popupMatchSelectWidth={false} />
        </FieldLine>
      )}
      {sharesWith === undefined && (
        <FieldLine label="从" htmlFor={`${id}-start`} note={startNote(start, yearly, year)}>
          <InputNumber id={`${id}-start`} min={1} max={99_999} precision={0} value={start} onChange={setStart} suffix="号" /> <span className="between">起</span>
          <Checkbox checked={yearly} onChange={({ target }) => setYearly(target.checked)}>
            每年从 1 号重新编
          </Checkbox>
        </FieldLine>
      )}
    </ActDialog>
  )
}

export interface ChangeSeriesProps {
  readonly series: Series
  readonly close: () => void
}

export function ChangeSeriesDialog({ series, close }: ChangeSeriesProps) {
  const { client } = useMachine()
  const report = useReport()
  const id = useId()
  const { yearly, year } = series
  const startHere = !yearly || series.startYear === null || series.startYear === year ? series.start : 1
  const [name, setName] = useState(series.name)
  const [start, setStart] = useState<number | null>(startHere)
  const run = async (): Promise<void> => {
    const moved = start !== null && start !== startHere ? { start, startYear: yearly ? year : null } : {}
    await client.call('register.changeSeries', { id: series.id, name: name.trim(), ...moved })
    report.done(`系列 ${series.code} 已改`)
  }
  return (
    <ActDialog title={`改系列　${series.code}`} lead={series.sharedWith.length > 0 ? `与${series.sharedWith.join('、')}共用一个流水，起始号一起改。` : undefined} confirm="存" enabled={start === null ? '请写从几号起' : true} run={run} close={close} note="机关代字和流水不能改：已有的文号要靠它们">
      <FieldLine label="归在" htmlFor={`${id}-name`} note="列表里按它分组">
        <Input id={`${id}-name`} autoFocus maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />
      </FieldLine>
      <FieldLine label="从" htmlFor={`${id}-start`} note={startNote(start, yearly, year)}>
        <InputNumber id={`${id}-start`} min={1} max={99_999} precision={0} value={start} onChange={setStart} suffix="号" /> <span className="between">{yearly ? `起（${year}年）` : '起'}</span>
      </FieldLine>
    </ActDialog>
  )
}

function startNote(start: number | null, yearly: boolean, year: number): string {
  if (start === null || start <= 1) return yearly ? '每年从 1 号编起' : '从 1 号一直编下去'
  return `${start} 号以前的号已在别处用掉，不算缺号${yearly ? `；${year + 1}年起仍从 1 号` : ''}`
}

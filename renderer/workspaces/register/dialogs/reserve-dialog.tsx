/** 预留: one number or a block for a purpose, until a day. */
import { Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import type { Series } from '../../../../shared/api/register-types.ts'
import { useMachine } from '../../../api/client-context.tsx'
import { DayField } from '../../../components/day-field.tsx'
import { useReport } from '../../../components/report.tsx'
import { dayOf } from '../../../../shared/register/holder.ts'
import { printedNumber } from '../../../../shared/register/series.ts'
import { ActDialog } from './act-dialog.tsx'
import { FieldLine } from './field-line.tsx'

/** As many as the register takes at once. */
const MOST = 500

export interface ReserveDialogProps {
  readonly series: Series
  readonly close: () => void
}

export function ReserveDialog({ series, close }: ReserveDialogProps) {
  const { client } = useMachine()
  const report = useReport()
  const id = useId()
  const [from, setFrom] = useState<number | null>(series.next)
  const [count, setCount] = useState<number | null>(1)
  const [purpose, setPurpose] = useState('')
  const [expires, setExpires] = useState('')
  const [isUnreadable, setUnreadable] = useState(false)
  const today = dayOf(Date.now())
  const wrongDay = isUnreadable ? '没有认出这一天，请写如 2024年5月8日' : expires !== '' && expires < today ? '留至的日子已经过了' : null
  const enabled = from === null || count === null ? '请写从几号起、留几个' : purpose.trim() === '' ? '请写用途' : (wrongDay ?? true)
  const run = async (): Promise<void> => {
    if (from === null || count === null) return
    // The number that was shown is named; where it was taken meanwhile, nothing is reserved and the person decides again.
    const kept = await client.call('register.reserve', { seriesId: series.id, year: series.year, from, count, purpose: purpose.trim(), expires: expires === '' ? null : expires })
    const [first, last] = [kept[0], kept.at(-1)]
    if (first && last) report.done(first.serial === last.serial ? `已预留 ${printedNumber(series, series.year, first.serial)}` : `已预留 ${first.serial} 至 ${last.serial} 号，共 ${kept.length} 个`)
  }
  return (
    <ActDialog title={`预留　${series.code}`} lead="预留的号留给将来的文件，顺号取号时跳过它。到期没有用的，登记簿里会提示，由人释放或取用。" confirm="预留" enabled={enabled} run={run} close={close}>
      <FieldLine label="从" htmlFor={`${id}-from`}>
        <InputNumber id={`${id}-from`} min={1} max={99_999} precision={0} value={from} onChange={setFrom} suffix="号" /> <span className="between">起，留</span>
        <InputNumber aria-label="个数" min={1} max={MOST} precision={0} value={count} onChange={setCount} suffix="个" />
        {from !== null && count !== null && count > 1 && <span className="between">{`（${from} 至 ${from + count - 1} 号）`}</span>}
      </FieldLine>
      <FieldLine label="用途" htmlFor={`${id}-purpose`}>
        <Input id={`${id}-purpose`} autoFocus maxLength={200} placeholder="如：机构改革配套文件" value={purpose} onChange={({ target }) => setPurpose(target.value)} />
      </FieldLine>
      <FieldLine label="留至" htmlFor={`${id}-expires`} note={wrongDay === null ? '可以不填。过了这一天不会自动释放' : <span className="red">{wrongDay}</span>}>
        <DayField id={`${id}-expires`} value={expires} onChange={setExpires} setUnreadable={setUnreadable} />
      </FieldLine>
    </ActDialog>
  )
}

/** What the middle says where there is nothing to show yet, and the one button to begin. */
import { Button } from 'antd'
import type { Series } from '../../../shared/api/register-types.ts'

export interface NoSeriesProps {
  readonly add: () => void
  readonly importBook: () => void
}

export function NoSeries({ add, importBook }: NoSeriesProps) {
  return (
    <div className="register-empty">
      <h2>还没有文号系列</h2>
      <p>一个系列就是一个机关代字和它的流水号，如“河政办发”，每年从 1 号编起。取号、预留、缺号和作废都记在它的登记簿里。</p>
      <p>导入已有的公文，或从以前的登记表格补登，会自动建立所需的系列。</p>
      <div className="empty-acts">
        <Button type="primary" onClick={add}>
          新系列…
        </Button>
        <Button onClick={importBook}>从表格补登…</Button>
      </div>
    </div>
  )
}

export interface NoNumbersProps {
  readonly series: Series
  readonly take: () => void
  readonly importBook: () => void
}

export function NoNumbers({ series: { code, year, next }, take, importBook }: NoNumbersProps) {
  return (
    <div className="register-empty">
      <h2>{year}年还没有编号</h2>
      <p>
        {code}
        {year}年的第一个号是 {next}。文稿签发后在“起草”里编号，或在这里先占号，以后再对上文稿。以前记在表格里的，可以补登进来。
      </p>
      <div className="empty-acts">
        <Button onClick={take}>取第一个号…</Button>
        <Button onClick={importBook}>从表格补登…</Button>
      </div>
    </div>
  )
}

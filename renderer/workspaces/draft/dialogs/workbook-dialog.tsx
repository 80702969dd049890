/** 从 Excel 文件插入表格: which sheets, how they will look, and where they go. */
import { WarningOutlined } from '@ant-design/icons'
import { Button, Checkbox, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { WorkbookSheet, WorkbookTables } from '../../../../shared/api/types.ts'
import { titleOfSheet, type ChosenSheet } from '../workbook-parts.ts'
import { TablePreview } from './table-preview.tsx'

/** Where chosen tables go. */
export type TablePlace = 'caret' | 'attachment'

export interface WorkbookDialogProps {
  readonly books: readonly WorkbookTables[]
  readonly insert: (chosen: readonly ChosenSheet[], place: TablePlace) => void
  readonly close: () => void
}

/** Cells that go in at once; with more the sheet would stand still for long. */
const MOST_CELLS = 10_000

interface Entry {
  readonly file: string
  readonly sheet: WorkbookSheet
  readonly isFirst: boolean
}

export function WorkbookDialog({ books, insert, close }: WorkbookDialogProps) {
  const entries = books.flatMap(({ file, sheets }) => sheets.map((sheet, at): Entry => ({ file, sheet, isFirst: at === 0 })))
  const first = entries.findIndex(({ sheet }) => sheet.content !== null)
  const [shown, setShown] = useState(Math.max(0, first))
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(first < 0 ? [] : [first]))
  const [place, setPlace] = useState<TablePlace>('caret')
  const choose = (at: number, on: boolean): void => {
    setShown(at)
    setChosen(new Set(on ? [...chosen, at] : [...chosen].filter((one) => one !== at)))
  }
  const taken = entries.flatMap(({ file, sheet }, at): ChosenSheet[] => (chosen.has(at) && sheet.content ? [{ file, sheet: { ...sheet, content: sheet.content } }] : []))
  const cells = taken.reduce((sum, { sheet }) => sum + sheet.content.table.children.reduce((all, row) => all + row.children.length, 0), 0)
  const title = books.length === 1 ? `从“${books[0]?.file ?? ''}”插入表格` : `从 ${books.length} 个 Excel 文件插入表格`
  return (
    <Modal open title={title} footer={null} width={880} centered onCancel={close} className="workbook">
      <div className="workbook-areas">
        <ul className="workbook-sheets" aria-label="工作表">
          {entries.map((entry, at) => (
            <li key={at} className={at === shown ? 'is-shown' : ''} onMouseEnter={() => setShown(at)} onFocus={() => setShown(at)} {...(entry.sheet.content === null ? { tabIndex: 0 } : {})}>
              {books.length > 1 && entry.isFirst && <p className="note">{entry.file}</p>}
              <Checkbox autoFocus={at === first} checked={chosen.has(at)} disabled={entry.sheet.content === null} onChange={({ target }) => choose(at, target.checked)}>
                <SheetLine {...entry} />
              </Checkbox>
            </li>
          ))}
          {books.flatMap(({ doubts }) => doubts).map(({ what }) => (
            <li className="note" key={what}>
              {what}
            </li>
          ))}
        </ul>
        <section className="workbook-sheet" aria-label="预览" tabIndex={0}>
          {entries[shown] && <Shown entry={entries[shown]} place={place} />}
        </section>
      </div>
      <div className="dialog-foot">
        <span>放在</span>
        <Radio.Group
          value={place}
          options={[
            { value: 'caret', label: '光标处' },
            { value: 'attachment', label: '附件，一表一份' },
          ]}
          onChange={({ target }) => setPlace(target.value as TablePlace)}
        />
        <span className="note grow">{cells > MOST_CELLS ? '选中的表加起来太大，请分几次插入' : ''}</span>
        <Button onClick={close}>取消</Button>
        <Button type="primary" disabled={taken.length === 0 || cells > MOST_CELLS} onClick={() => insert(taken, place)}>
          {taken.length > 1 ? `插入 ${taken.length} 张表` : '插入'}
        </Button>
      </div>
    </Modal>
  )
}

function SheetLine({ sheet: { name, content, doubts } }: Entry) {
  const columns = content ? Math.max(...content.table.children.map((row) => row.children.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0))) : 0
  return (
    <span className="workbook-name">
      <b>{name}</b>
      <small>
        {content ? `${content.table.children.length} 行 × ${columns} 列` : '不能插入'}
        {doubts.length > 0 && <WarningOutlined className="amber" aria-label={`${doubts.length} 处存疑`} />}
      </small>
    </span>
  )
}

function Shown({ entry: { file, sheet }, place }: { readonly entry: Entry; readonly place: TablePlace }) {
  const { content, problem, doubts } = sheet
  if (!content) return <p className="red">{problem}</p>
  const { caption } = content.table
  const title = place === 'attachment' ? `附件标题：${titleOfSheet({ file, sheet: { ...sheet, content } })}` : caption === undefined ? '' : `表题：${caption}`
  return (
    <>
      {title !== '' && <p className="note">{title}</p>}
      <TablePreview content={content} />
      {doubts.map(({ what }) => (
        <p className="doubt" key={what}>
          <WarningOutlined aria-hidden="true" /> {what}
        </p>
      ))}
    </>
  )
}

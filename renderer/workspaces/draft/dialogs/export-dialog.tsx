/** 导出: in which layout, and as what kind of file. Enter takes what is chosen. */
import { Button, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import type { FileFormat, Layout } from '../../../../shared/api/types.ts'
import { FontCheck } from '../../../frame/font-check.tsx'
import type { ExportChoice } from '../use-export.ts'

export interface ExportDialogProps {
  /** The layout that the document is looked at in. */
  readonly layout: Layout
  readonly exportAs: (choice: ExportChoice) => void
  readonly close: () => void
}

const LAYOUTS: readonly Choice<Layout>[] = [
  { value: 'official', name: '公文版式', what: '红头、版记，每页 22 行、每行 28 字' },
  { value: 'gazette', name: '公报版式', what: '双栏，每栏 33 行、每行 20 字' },
]
const FORMATS: readonly Choice<FileFormat>[] = [
  { value: 'docx', name: 'Word 文件', what: '还能在 Word、WPS 里改' },
  { value: 'pdf', name: 'PDF', what: '在哪里打开、打印都一个样' },
]

export function ExportDialog({ layout: shown, exportAs, close }: ExportDialogProps) {
  const [layout, setLayout] = useState(shown)
  const [format, setFormat] = useState(readFormat)
  const send = (): void => {
    rememberFormat(format)
    close()
    exportAs({ layout, format })
  }
  return (
    <Modal open title="导出" footer={null} width={480} centered onCancel={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Choices label="版式" choices={LAYOUTS} value={layout} choose={setLayout} first />
        <Choices label="文件" choices={FORMATS} value={format} choose={setFormat} />
        <FontCheck />
        <div className="dialog-foot">
          <span className="note grow">写好后读回核对，再告诉页数</span>
          <Button onClick={close}>取消</Button>
          <Button type="primary" htmlType="submit">
            导出
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface Choice<T extends string> {
  readonly value: T
  readonly name: string
  readonly what: string
}

interface ChoicesProps<T extends string> {
  readonly label: string
  readonly choices: readonly Choice<T>[]
  readonly value: T
  readonly choose: (value: T) => void
  /** Has the keyboard when the dialog opens. */
  readonly first?: boolean
}

function Choices<T extends string>({ label, choices, value, choose, first = false }: ChoicesProps<T>) {
  const id = useId()
  return (
    <div className="export-choices">
      <span id={id} className="export-label">
        {label}
      </span>
      <Radio.Group aria-labelledby={id} name={id} value={value} onChange={(event) => choose(event.target.value as T)}>
        {choices.map((one) => (
          <Radio key={one.value} value={one.value} autoFocus={first && one.value === value}>
            {one.name}
            <span className="note">{`　${one.what}`}</span>
          </Radio>
        ))}
      </Radio.Group>
    </div>
  )
}

const KEY = 'gongbao.export'

/** The kind of file that was taken last. */
function readFormat(): FileFormat {
  try {
    return localStorage.getItem(KEY) === 'pdf' ? 'pdf' : 'docx'
  } catch {
    return 'docx'
  }
}

function rememberFormat(format: FileFormat): void {
  try {
    localStorage.setItem(KEY, format)
  } catch {
    // Storage that is full or switched off keeps nothing, and nothing depends on it.
  }
}

/** The way out when the library cannot take what is typed: the text as a file somewhere else, or on the clipboard. */
import { CopyOutlined, FileTextOutlined, FileWordOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Document } from '../../shared/document/types.ts'
import { documentFileName } from '../../shared/document/file-name.ts'
import { plainTextOf } from '../../shared/document/view.ts'
import { useMachine } from '../api/client-context.tsx'
import { toApiError } from '../api/connection.ts'
import { startJob } from '../api/job.ts'
import { useReport } from '../components/report.tsx'
import { useDelivery } from './use-delivery.ts'

export interface RescueProps {
  /** The text as it stands in the window. */
  readonly document: () => Document
}

/** Three buttons for the foot of a message that something could not be stored. Copying needs no service: it works where the connection is lost. */
export function Rescue({ document }: RescueProps) {
  const { client } = useMachine()
  const report = useReport()
  const deliver = useDelivery()
  const [writing, setWriting] = useState(false)
  const save = async (format: 'docx' | 'txt'): Promise<void> => {
    setWriting(true)
    try {
      const text = document()
      const target = await client.call('shell.chooseTarget', { suggestedName: documentFileName(text).replace(/docx$/, format) })
      if (target) {
        const result = await startJob(client, { kind: 'rescue', document: text, format, target }, () => undefined).result
        if (result.kind === 'rescue') deliver(`已另存 ${result.fileName}`, result, { note: '资料库能存之后，可以用“导入”收回来' })
      }
    } catch (cause) {
      report.trouble({ title: '没有另存', error: toApiError(cause) })
    }
    setWriting(false)
  }
  const copy = (): void =>
    void navigator.clipboard.writeText(plainTextOf(document())).then(
      () => report.done('全文已复制，可以粘贴到别的程序里'),
      () => report.done('没有复制上'),
    )
  return (
    <div className="rescue" role="group" aria-label="另存到别处">
      <p>资料库存不进去时，可以先把这份文稿存到别处：</p>
      <Button icon={<FileWordOutlined />} disabled={writing} onClick={() => void save('docx')}>
        另存为 Word…
      </Button>
      <Button icon={<FileTextOutlined />} disabled={writing} onClick={() => void save('txt')}>
        另存为文本…
      </Button>
      <Button icon={<CopyOutlined />} onClick={copy}>
        复制全文
      </Button>
    </div>
  )
}

/** 签发: who signs, what will be frozen, what is missing. */
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { CheckOutlined } from '@ant-design/icons'
import { characterCount, missingParts } from '../../../../shared/document/missing.ts'
import { attachmentsOf, partText } from '../../../../shared/document/text.ts'
import type { Document } from '../../../../shared/document/types.ts'
import { toApiError } from '../../../api/connection.ts'
import { ActButton } from '../../../components/act-button.tsx'
import { useReport } from '../../../components/report.tsx'
import { Button } from 'antd'

export interface SignDialogProps {
  readonly document: Document
  readonly sign: (signer: string) => Promise<void>
  readonly close: () => void
}

export function SignDialog({ document, sign, close }: SignDialogProps) {
  const id = useId()
  const report = useReport()
  const [signer, setSigner] = useState('')
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState(false)
  const missing = missingParts(document)
  const isUnsigned = asked && signer.trim() === ''
  const enabled = missing.length > 0 ? '要素还没有填齐' : signer.trim() === '' ? '请填签发人' : true
  const send = (): void => {
    setAsked(true)
    if (enabled !== true || busy) return
    setBusy(true)
    sign(signer.trim()).then(
      () => {
        close()
        report.done('已签发，文字已锁定')
      },
      (cause: unknown) => {
        close()
        report.trouble({ title: '没有签发', error: toApiError(cause) })
      },
    )
  }
  return (
    <Modal open title="签发" footer={null} width={560} centered onCancel={close}>
      <p className="dialog-lead ell">{partText(document, 'title').replace(/\n/g, '')}</p>
      <div className="dialog-field">
        <label htmlFor={id}>签发人</label>
        <Input id={id} autoFocus size="large" maxLength={60} value={signer} placeholder="职务和姓名，记入经过" onChange={(event) => setSigner(event.target.value)} onPressEnter={send} status={isUnsigned ? 'error' : ''} aria-describedby={`${id}-fault`} />
      </div>
      <p className="dialog-fault" id={`${id}-fault`} role="alert">
        {isUnsigned && '请填签发人，如 县长 周明远'}
      </p>
      <Frozen document={document} />
      {missing.length > 0 && (
        <ul className="trouble-details" role="alert">
          {missing.map((one) => (
            <li key={one.text}>{one.text}</li>
          ))}
        </ul>
      )}
      <div className="dialog-foot">
        <span className="note grow">没有编号之前可以退回修改</span>
        <Button onClick={close}>取消</Button>
        <ActButton name="签发" labelled type="primary" enabled={enabled} run={send} />
      </div>
    </Modal>
  )
}

function Frozen({ document }: { readonly document: Document }) {
  const attachments = attachmentsOf(document).length
  const facts = [
    `正文和附件共 ${characterCount(document).toLocaleString('zh-CN')} 字`,
    attachments > 0 ? `附件 ${attachments} 件` : '没有附件',
    `成文日期 ${partText(document, 'signatureDate') || '未填'}`,
    `署名 ${partText(document, 'signatureOrgan') || '未填'}`,
  ]
  return (
    <section className="check-box" aria-label="签发后锁定">
      <h3 className="group">签发后以下内容锁定，留存快照</h3>
      <ul>
        {facts.map((text) => (
          <li key={text}>
            <CheckOutlined /> {text}
          </li>
        ))}
      </ul>
    </section>
  )
}

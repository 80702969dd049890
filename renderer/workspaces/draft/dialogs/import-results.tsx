/** 导入结果: a line for each file, of a whole issue one for each document, with doubts and a way to the document. */
import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import type { ImportedFile } from '../../../../shared/api/types.ts'
import type { Id } from '../../../../shared/lib/id.ts'

export interface ImportResultsProps {
  readonly files: readonly ImportedFile[]
  readonly show: (id: Id) => void
  readonly close: () => void
}

export function ImportResults({ files, show, close }: ImportResultsProps) {
  // The line of an issue is no document.
  const good = files.filter((file) => file.ok && !file.issue).length
  const bad = files.filter((file) => !file.ok).length
  // Who brings in one document wants to go on with it: Enter opens it.
  const only = good === 1 ? files.find((file) => file.ok && file.id !== undefined)?.id : undefined
  const title = bad === 0 ? `已导入 ${good} 份` : `已导入 ${good} 份，${bad} 份没有导入`
  return (
    <Modal open title={title} footer={null} width={640} centered onCancel={close}>
      <ul className="import-results">
        {files.map((file, index) => (
          <ResultLine key={`${index}-${file.file}`} file={file} show={only === undefined ? show : null} />
        ))}
      </ul>
      <div className="dialog-foot">
        <span className="note grow">{good > 0 && '存疑的地方在“校核”里，可以随时再看'}</span>
        <Button autoFocus={only === undefined} onClick={close}>
          关闭
        </Button>
        {only !== undefined && (
          <Button color="default" variant="solid" autoFocus onClick={() => show(only)}>
            打开
          </Button>
        )}
      </div>
    </Modal>
  )
}

/** Of each file; the others are in 校核. */
const MOST_DOUBTS = 3

function ResultLine({ file, show }: { readonly file: ImportedFile; readonly show: ((id: Id) => void) | null }) {
  const { id, ok, doubts } = file
  return (
    <li className={ok ? '' : 'is-wrong'}>
      {!ok && <CloseCircleOutlined aria-label="没有导入" />}
      {ok && doubts.length > 0 && <WarningOutlined className="amber" aria-label="存疑" />}
      {ok && doubts.length === 0 && <CheckCircleOutlined className="green" aria-label="已导入" />}
      <div className="grow">
        <b>{file.title ?? file.file}</b>
        <p className="note">{[file.documentNumber, file.title ? file.file : '', ...file.remarks].filter(Boolean).join('　')}</p>
        {file.message && <p className="red">{file.message}</p>}
        {doubts.slice(0, MOST_DOUBTS).map((doubt, index) => (
          <p className="doubt" key={index}>
            <b>{doubt.where}</b>　{doubt.what}
          </p>
        ))}
        {doubts.length > MOST_DOUBTS && <p className="doubt">另有 {doubts.length - MOST_DOUBTS} 处，打开后见“校核”</p>}
      </div>
      {id && show && (
        <Button size="small" onClick={() => show(id)}>
          打开
        </Button>
      )}
    </li>
  )
}

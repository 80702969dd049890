/** After a restore: what is there now, where the rest is, and which numbers went. */
import { CheckCircleOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import type { Restored } from '../../shared/api/backup-types.ts'
import { countsText } from './backup-texts.ts'

export function RestoredDialog({ restored, close }: { readonly restored: Restored; readonly close: () => void }) {
  const { before, aside, lost } = restored
  return (
    <Modal open centered width={540} title="已恢复" footer={null} onCancel={close}>
      <dl className="facts">
        <dt>现在</dt>
        <dd>
          <CheckCircleOutlined className="green" /> {countsText(restored)}
        </dd>
        {before && (
          <>
            <dt>恢复前的</dt>
            <dd className="path">{before.name}</dd>
          </>
        )}
        {aside !== null && (
          <>
            <dt>损坏的文件</dt>
            <dd className="path">{aside}</dd>
          </>
        )}
        {lost.length > 0 && (
          <>
            <dt>要补登的</dt>
            <dd>
              备份之后取过 {lost.length} 个文号，登记簿里现在没有：{lost.join('、')}。已经用在纸上的，请到“编号”里登记为线下占用。
            </dd>
          </>
        )}
      </dl>
      <div className="dialog-foot">
        <span className="grow" />
        <Button type="primary" autoFocus onClick={close}>
          知道了
        </Button>
      </div>
    </Modal>
  )
}

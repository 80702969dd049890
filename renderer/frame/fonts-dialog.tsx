/** 字体设置: the office's own families for the six slots, what this machine has of them, and how that looks. */
import { Alert, Button, Modal, Spin } from 'antd'
import { useState } from 'react'
import type { FontState } from '../../shared/api/types.ts'
import { useReport } from '../components/report.tsx'
import { FontRow } from './font-row.tsx'
import { FONT_ADVICE, fontTrouble } from './font-texts.ts'
import { bySlot, useFonts } from './use-fonts.ts'

export function FontsDialog({ close }: { readonly close: () => void }) {
  const report = useReport()
  const { shown, checking, change, check, save } = useFonts()
  const [saving, setSaving] = useState(false)
  const store = async (): Promise<void> => {
    if (!shown) return
    setSaving(true)
    const stored = await save(shown.own)
    setSaving(false)
    if (!stored) return
    report.done('字体设置已存')
    close()
  }
  const footer = (
    <div className="fonts-foot">
      <Button disabled={!shown || Object.values(shown.own).every((family) => family === '')} onClick={() => shown && void check(bySlot(shown.slots, () => ''))}>
        恢复默认
      </Button>
      <Button disabled={!shown} loading={checking && shown !== null} onClick={() => shown && void check(shown.own)}>
        重新检查
      </Button>
      <span className="grow" />
      <Button onClick={close}>取消</Button>
      <Button type="primary" loading={saving} disabled={!shown} onClick={() => void store()}>
        存
      </Button>
    </div>
  )
  return (
    <Modal open centered width={800} title="字体设置" onCancel={close} footer={footer}>
      <p className="dialog-lead">这里定的字体随资料库保存，版面、打印和导出的文件都用它。空着就用版式自己的字体。</p>
      {shown ? (
        <>
          <ul className="font-slots">
            {shown.slots.map((font) => (
              <FontRow
                key={font.slot}
                font={font}
                own={shown.own[font.slot]}
                installed={shown.installed}
                change={(family) => change(font.slot, family)}
                settle={(family) => void check({ ...shown.own, [font.slot]: family })}
              />
            ))}
          </ul>
          <Troubles slots={shown.slots} />
        </>
      ) : (
        <Spin />
      )}
    </Modal>
  )
}

function Troubles({ slots }: Pick<FontState, 'slots'>) {
  const troubles = slots.flatMap((font) => fontTrouble(font) ?? [])
  if (troubles.length === 0) return <Alert type="success" showIcon title="六种字体本机都有" />
  return (
    <Alert
      type="warning"
      showIcon
      title={`本机缺 ${troubles.length} 种字体`}
      description={
        <>
          <ul className="font-troubles">
            {troubles.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          {FONT_ADVICE}。
        </>
      }
    />
  )
}

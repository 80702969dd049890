/** What an export has to know of fonts before it begins: which are missing here, and where that is mended. */
import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import type { SlotFont } from '../../shared/api/types.ts'
import { useMachine } from '../api/client-context.tsx'
import { FontsDialog } from './fonts-dialog.tsx'

/** A line for a dialog: green where all fonts are there, else what is missing and the way to the font settings. */
export function FontCheck() {
  const { client } = useMachine()
  const [slots, setSlots] = useState<readonly SlotFont[] | null>(null)
  const [setting, setSetting] = useState(false)
  useEffect(() => {
    if (setting) return
    // An export does not wait for this: what it found missing is said at its end, too.
    client.call('fonts.metrics', {}).then(
      (state) => setSlots(state.slots),
      () => undefined,
    )
  }, [client, setting])
  if (!slots) return null
  const missing = [...new Set(slots.filter(({ substitute }) => substitute).map(({ asked }) => asked))]
  return (
    <>
      {missing.length === 0 ? (
        <p className="font-check">
          <CheckCircleOutlined /> 要用的字体本机都有
        </p>
      ) : (
        <p className="font-check is-doubt">
          <WarningOutlined /> 本机缺 {missing.join('、')}，以替代字体排版，断行和页数可能不同。
          <button type="button" className="link" onClick={() => setSetting(true)}>
            字体设置
          </button>
        </p>
      )}
      {setting && <FontsDialog close={() => setSetting(false)} />}
    </>
  )
}

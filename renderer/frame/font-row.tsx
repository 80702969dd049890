/** One slot in the font settings: its family, whether this machine has it, and how it looks. */
import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { AutoComplete } from 'antd'
import { useEffect } from 'react'
import type { SlotFont } from '../../shared/api/types.ts'
import { familiesOfFiles, loadFonts } from '../components/font-faces.ts'
import { fontState, SLOT_TEXTS } from './font-texts.ts'

export interface FontRowProps {
  readonly font: SlotFont
  readonly own: string
  readonly installed: readonly string[]
  /** While typing. */
  readonly change: (family: string) => void
  /** When a family was chosen, or its field is left. */
  readonly settle: (family: string) => void
}

export function FontRow({ font, own, installed, change, settle }: FontRowProps) {
  const { slot, name, asked, ofTemplate, substitute, files } = font
  useEffect(() => loadFonts(files), [files])
  const { use, sample } = SLOT_TEXTS[slot]
  const matching = installed.filter((family) => family.toLowerCase().includes(own.trim().toLowerCase()))
  // A family that stands whole in its field is no search: the list shows what else there is.
  const offered = installed.includes(own) ? installed : matching
  return (
    <li>
      <span className="slot-name">
        {name}
        <small>{use}</small>
      </span>
      <AutoComplete
        aria-label={`${name}的字体`}
        value={own}
        placeholder={ofTemplate}
        allowClear
        options={offered.map((family) => ({ value: family }))}
        onChange={change}
        onSelect={settle}
        onClear={() => settle('')}
        onBlur={() => {
          if ((own.trim() || ofTemplate) !== asked) settle(own)
        }}
      />
      <span className={substitute ? 'slot-state is-doubt' : 'slot-state'}>
        {substitute ? <WarningOutlined /> : <CheckCircleOutlined />} {fontState(font)}
      </span>
      <span className="slot-sample" style={{ fontFamily: familiesOfFiles(files) }}>
        {sample}
      </span>
    </li>
  )
}

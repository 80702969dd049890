/** The rail: the rooms that exist, and the settings. */
import { ControlOutlined, EditOutlined } from '@ant-design/icons'

export function Rail({ settings }: { readonly settings: () => void }) {
  return (
    <nav className="rail" aria-label="工作区">
      <button type="button" className="room is-on" aria-current="page">
        <EditOutlined />
        起草
      </button>
      <span className="grow" />
      <button type="button" className="room" onClick={settings}>
        <ControlOutlined />
        设置
      </button>
    </nav>
  )
}

/** The rail: the rooms that exist, and the settings. */
import { ControlOutlined, EditOutlined, FolderOpenOutlined, ProfileOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useNavigation, type RoomId } from './navigation.ts'

const ROOMS: readonly { readonly id: RoomId; readonly name: string; readonly icon: ReactNode }[] = [
  { id: 'draft', name: '起草', icon: <EditOutlined /> },
  { id: 'register', name: '编号', icon: <ProfileOutlined /> },
  { id: 'library', name: '资料库', icon: <FolderOpenOutlined /> },
]

export function Rail({ settings }: { readonly settings: () => void }) {
  const { visit, go } = useNavigation()
  return (
    <nav className="rail" aria-label="工作区">
      {ROOMS.map(({ id, name, icon }) => {
        const here = visit.room === id
        return (
          <button type="button" key={id} className={`room ${here ? 'is-on' : ''}`} aria-current={here ? 'page' : undefined} onClick={() => !here && go({ room: id })}>
            {icon}
            {name}
          </button>
        )
      })}
      <span className="grow" />
      <button type="button" className="room" onClick={settings}>
        <ControlOutlined />
        设置
      </button>
    </nav>
  )
}

/** 编号. */
import { RoomFrame, type RoomProps } from '../../frame/room-frame.tsx'

export function RegisterRoom(props: RoomProps) {
  return (
    <RoomFrame {...props} title="编号" status={null} dialogOpen={false}>
      <section aria-label="编号" />
    </RoomFrame>
  )
}

/** 资料库. */
import { RoomFrame, type RoomProps } from '../../frame/room-frame.tsx'

export function LibraryRoom(props: RoomProps) {
  return (
    <RoomFrame {...props} title="资料库" status={null} dialogOpen={false}>
      <section aria-label="资料库" />
    </RoomFrame>
  )
}

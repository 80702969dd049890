/** A refusal in the place where its answer would stand, with the way to ask again. */
import { ExclamationCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ApiError } from '../../../shared/api/reply.ts'

export interface TroubleProps {
  /** What did not happen. */
  readonly title: string
  readonly error: ApiError
  readonly again: () => void
}

export function Trouble({ title, error, again }: TroubleProps) {
  return (
    <div className="library-note" role="alert">
      <ExclamationCircleOutlined className="red" />
      <h2>{title}</h2>
      <p>{[error.message, error.safe, error.next].filter(Boolean).join('。')}</p>
      <Button onClick={again}>再试</Button>
    </div>
  )
}

/** A refusal inside a form: what did not happen, what is safe, what to do next. */
import { ExclamationCircleOutlined } from '@ant-design/icons'
import type { ApiError } from '../../../shared/api/reply.ts'

export function InlineError({ error }: { readonly error: ApiError | null }) {
  if (!error) return null
  return (
    <div className="inline-error" role="alert">
      <ExclamationCircleOutlined />
      <div>
        <b>{error.message}</b>
        {[error.safe, error.next, ...(error.details ?? [])].filter(Boolean).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </div>
  )
}

/** A page that holds nothing but a message: before there is anything to show, or when nothing can be done here. */
import { Button } from 'antd'
import { Mark } from '../components/mark.tsx'

export interface FullPageMessageProps {
  readonly title: string
  readonly text: string
  readonly details?: readonly string[]
  readonly retry?: () => void
}

export function FullPageMessage({ title, text, details = [], retry }: FullPageMessageProps) {
  return (
    <main className="full-message" role="alert">
      <Mark size={40} />
      <h1>{title}</h1>
      <p>{text}</p>
      {details.map((one) => (
        <p className="note" key={one}>
          {one}
        </p>
      ))}
      {retry && (
        <Button type="primary" size="large" onClick={retry}>
          再试一次
        </Button>
      )}
    </main>
  )
}

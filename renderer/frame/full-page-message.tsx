/** A page that holds nothing but a message: before there is anything to show, or when nothing can be done here. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Mark } from '../components/mark.tsx'

export interface FullPageMessageProps {
  readonly title: string
  readonly text: string
  readonly details?: readonly string[]
  readonly retry?: () => void
  /** What else can be done; it then holds the one primary button of the page. */
  readonly children?: ReactNode
}

export function FullPageMessage({ title, text, details = [], retry, children }: FullPageMessageProps) {
  return (
    <main className="full-message">
      <Mark size={40} />
      <div className="full-message-text" role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
        {details.map((one) => (
          <p className="note" key={one}>
            {one}
          </p>
        ))}
      </div>
      {children}
      {retry && (
        <Button type={children ? 'default' : 'primary'} size="large" autoFocus onClick={retry}>
          再试一次
        </Button>
      )}
    </main>
  )
}

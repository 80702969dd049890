/** Reporting refusals in one way: what did not happen, why, what is untouched, what to do next. */
import { ExclamationCircleOutlined } from '@ant-design/icons'
import { App, Button, Modal } from 'antd'
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { ApiError } from '../../shared/api/reply.ts'
import { alertRole } from './alert-role.ts'

export interface Trouble {
  /** What did not happen: "Word 文件没有导出". */
  readonly title: string
  readonly error: ApiError
  /** The safest act, which gets the focus: 重新导出. */
  readonly again?: { readonly name: string; readonly run: () => void }
}

export interface ToastMore {
  readonly acts?: readonly { readonly name: string; readonly run: () => void }[]
  readonly note?: string
  /** A toast with the same key takes the place of the one that is shown. */
  readonly key?: string
}

export interface Report {
  /** Shows the error dialog. A task that the person cancelled is no error. */
  readonly trouble: (trouble: Trouble) => void
  /** A dark toast for 3 s; with acts (撤销, 打开) or a note for 8 s. It stays while the pointer or the keyboard is on it. */
  readonly done: (text: string, more?: ToastMore) => void
}

const ReportContext = createContext<Report | null>(null)

/** The way to report. Only below `ReportProvider`. */
export function useReport(): Report {
  const report = useContext(ReportContext)
  if (!report) throw new Error('useReport outside ReportProvider')
  return report
}

const SHORT_TOAST = 3000
const LONG_TOAST = 8000

export function ReportProvider({ children }: { readonly children: ReactNode }) {
  const { message } = App.useApp()
  const [shown, setShown] = useState<(Trouble & { readonly at: Date }) | null>(null)
  const trouble = useCallback((next: Trouble) => {
    if (next.error.code !== 'cancelled') setShown({ ...next, at: new Date() })
  }, [])
  const done = useCallback<Report['done']>(
    (text, more = {}) => {
      const key = more.key ?? `${Date.now()}-${text}`
      const content = <ToastText text={text} more={more} close={() => message.destroy(key)} />
      // The component library's own clock draws the toast anew at every frame.
      void message.open({ key, content, duration: 0, className: 'toast' })
    },
    [message],
  )
  const report = useMemo(() => ({ trouble, done }), [trouble, done])
  return (
    <ReportContext value={report}>
      {children}
      {shown && <TroubleDialog trouble={shown} at={shown.at} close={() => setShown(null)} />}
    </ReportContext>
  )
}

function ToastText({ text, more, close }: { readonly text: string; readonly more: ToastMore; readonly close: () => void }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(close, more.acts || more.note ? LONG_TOAST : SHORT_TOAST)
    return () => clearTimeout(timer)
  }, [held, close, more])
  const hold = (): void => setHeld(true)
  const letGo = (): void => setHeld(false)
  return (
    <span className="toast-text" onPointerEnter={hold} onPointerLeave={letGo} onFocus={hold} onBlur={letGo}>
      <span>
        {text}
        {more.note && <small>{more.note}</small>}
      </span>
      {more.acts?.map((act) => (
        <button type="button" className="toast-act" key={act.name} onClick={() => {
            close()
            act.run()
          }}>
          {act.name}
        </button>
      ))}
    </span>
  )
}

function TroubleDialog({ trouble, at, close }: { readonly trouble: Trouble; readonly at: Date; readonly close: () => void }) {
  const { error, again, title } = trouble
  const time = at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
  const whole = [title, error.message, error.safe, error.next, ...(error.details ?? []), `${error.code} ${at.toISOString()}`]
  const copy = (): void => void navigator.clipboard.writeText(whole.filter(Boolean).join('\n'))
  return (
    <Modal open width={520} centered closable={false} footer={null} onCancel={close} className="trouble" aria-labelledby="trouble-title">
      <div className="trouble-head" ref={alertRole}>
        <ExclamationCircleOutlined className="red" />
        <h2 id="trouble-title">{title}</h2>
      </div>
      <p className="trouble-why">{error.message}</p>
      <dl className="facts">
        {error.safe && (
          <>
            <dt>没有受影响</dt>
            <dd>{error.safe}</dd>
          </>
        )}
        {error.next && (
          <>
            <dt>接下来</dt>
            <dd>{error.next}</dd>
          </>
        )}
      </dl>
      {error.details && error.details.length > 0 && (
        <ul className="trouble-details">
          {error.details.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <div className="dialog-foot">
        <span className="note grow">
          {`${error.code}　${time}　`}
          <button type="button" className="link" onClick={copy}>
            复制详情
          </button>
        </span>
        <Button autoFocus={!again} onClick={close}>
          {again ? '先不处理' : '知道了'}
        </Button>
        {again && (
          <Button type="primary" autoFocus onClick={() => {
            close()
            again.run()
          }}>
            {again.name}
          </Button>
        )}
      </div>
    </Modal>
  )
}

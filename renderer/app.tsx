/** The whole interface: theme, language, and which screen the library's state asks for. */
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Client } from '../shared/api/client.ts'
import type { ShellInfo } from '../shared/api/contract.ts'
import type { ApiError } from '../shared/api/reply.ts'
import type { LibraryStatus } from '../shared/api/types.ts'
import { MachineContext, useConnection, useEvents } from './api/client-context.tsx'
import { toApiError, type Connection } from './api/connection.ts'
import { ReportProvider } from './components/report.tsx'
import { FullPageMessage } from './frame/full-page-message.tsx'
import { isLost, LostLibrary } from './frame/lost-library.tsx'
import { NavigationContext, type Visit } from './frame/navigation.ts'
import type { RoomProps } from './frame/room-frame.tsx'
import { THEME } from './theme.ts'
import { DraftRoom } from './workspaces/draft/draft-room.tsx'
import { LibraryRoom } from './workspaces/library/library-room.tsx'
import { RegisterRoom } from './workspaces/register/register-room.tsx'
import { FirstStart } from './workspaces/start/first-start.tsx'

export interface AppProps {
  readonly client: Client
  readonly connection: Connection
  /** For the style elements that the component library adds under a strict CSP. */
  readonly nonce: string
}

/** Draws the interface; see `Screen` for what is shown when. */
export function App({ client, connection, nonce }: AppProps) {
  return (
    <ConfigProvider locale={zhCN} theme={THEME} csp={{ nonce }} button={{ autoInsertSpace: false }} componentSize="middle">
      <AntApp className="app" message={{ maxCount: 3 }}>
        <ReportProvider>
          <Screen client={client} connection={connection} />
        </ReportProvider>
      </AntApp>
    </ConfigProvider>
  )
}

interface Started {
  readonly status: LibraryStatus
  readonly shell: ShellInfo
}

function Screen({ client, connection }: Omit<AppProps, 'nonce'>) {
  const [started, setStarted] = useState<Started | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const reached = useConnection(connection)

  const start = useCallback(async () => {
    try {
      const status = await client.call('library.status', {})
      const shell = await client.call('shell.ready', {})
      setStarted({ status, shell })
      setError(null)
    } catch (cause) {
      setError(toApiError(cause))
    }
  }, [client])
  useEffect(() => void start(), [start])

  const machine = useMemo(() => (started ? { client, connection, shell: started.shell } : null), [client, connection, started])
  const changeStatus = useCallback((status: LibraryStatus) => setStarted((now) => now && { ...now, status }), [])

  // A backup was put in the library's place: its office and names count from now on.
  useEvents(client, (event) => {
    if (event.kind === 'library.replaced') void client.call('library.status', {}).then(changeStatus, () => undefined)
  })

  // Once there is a room, it stays: what was typed in it may not be stored yet.
  if (reached === 'refused' && !started) {
    return <FullPageMessage title="请从启动它的窗口里重新打开地址" text="这个地址的口令已经换过：服务重新启动后，旧页面不能再用。已存的文稿都在资料库里。" />
  }
  if (error) {
    const said = { title: error.message, text: [error.safe, error.next].filter(Boolean).join('。'), details: error.details ?? [], retry: () => void start() }
    return isLost(error) ? <LostLibrary client={client} {...said} /> : <FullPageMessage {...said} />
  }
  if (!started || !machine) return null
  return (
    <MachineContext value={machine}>
      {started.status.kind === 'none' ? (
        <FirstStart file={started.status.file} done={changeStatus} />
      ) : (
        <Rooms library={started.status} changeLibrary={changeStatus} />
      )}
    </MachineContext>
  )
}

/** The rooms. 起草 stays mounted while another is shown: what is typed in it, its undo and its place are not lost by a look elsewhere. */
function Rooms(props: RoomProps) {
  const [visit, go] = useState<Visit>({ room: 'draft' })
  const navigation = useMemo(() => ({ visit, go }), [visit])
  return (
    <NavigationContext value={navigation}>
      <DraftRoom {...props} />
      {visit.room === 'register' && <RegisterRoom {...props} />}
      {visit.room === 'library' && <LibraryRoom {...props} />}
    </NavigationContext>
  )
}

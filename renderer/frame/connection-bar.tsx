/** Says calmly that the service is not reachable. Nothing is lost: what was typed stays and is saved afterwards. */
import { DisconnectOutlined } from '@ant-design/icons'
import { useConnection, useMachine } from '../api/client-context.tsx'
import type { ConnectionState } from '../api/connection.ts'

const TEXTS: Record<Exclude<ConnectionState, 'open'>, string> = {
  lost: '与本机服务的连接断了，正在重连…已输入的内容还在',
  refused: '本机服务已重新启动。请从启动它的窗口打开新地址；这一页已输入的内容还在，连上后接着存',
}

export function ConnectionBar() {
  const { connection } = useMachine()
  const state = useConnection(connection)
  if (state === 'open') return null
  return (
    <div className="connection-bar" role="status">
      <DisconnectOutlined />
      {TEXTS[state]}
    </div>
  )
}

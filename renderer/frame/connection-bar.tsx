/** Says calmly that the service is not reachable. Nothing is lost: what was typed stays and is saved afterwards. */
import { DisconnectOutlined } from '@ant-design/icons'
import { useConnection, useMachine } from '../api/client-context.tsx'

export function ConnectionBar() {
  const { connection } = useMachine()
  if (useConnection(connection) !== 'lost') return null
  return (
    <div className="connection-bar" role="status">
      <DisconnectOutlined />
      与本机服务的连接断了，正在重连…已输入的内容还在
    </div>
  )
}

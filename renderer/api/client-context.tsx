/** The client, the shell and the profile for every part of the interface below. */
import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Client } from '../../shared/api/client.ts'
import type { ShellInfo } from '../../shared/api/contract.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import type { Connection, ConnectionState } from './connection.ts'

export interface Machine {
  readonly client: Client
  readonly connection: Connection
  readonly shell: ShellInfo
}

export const MachineContext = createContext<Machine | null>(null)

/** The machine behind the interface. Only below `MachineContext`. */
export function useMachine(): Machine {
  const machine = useContext(MachineContext)
  if (!machine) throw new Error('useMachine outside MachineContext')
  return machine
}

/** Calls `listener` for each event of the machine; the newest `listener` counts, without subscribing again. */
export function useEvents(client: Client, listener: (event: ApiEvent) => void): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => client.transport.subscribe((event) => latest.current(event)), [client])
}

/** Whether the machine can be reached, as it changes. */
export function useConnection(connection: Connection): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.state)
}

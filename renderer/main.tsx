/** The interface starts here: picks the transport and draws. */
import { createRoot } from 'react-dom/client'
import { createClient, type Transport } from '../shared/api/client.ts'
import { ALWAYS_OPEN, type ConnectedTransport } from './api/connection.ts'
import { createHttpTransport } from './api/http-transport.ts'
import { App } from './app.tsx'
import { giveStylesNonce } from './style-nonce.ts'
import './styles/base.css'
import './styles/frame.css'
import './styles/draft.css'
import './styles/sheet.css'
import './styles/image.css'
import './styles/tables.css'
import './styles/roster.css'
import './styles/find.css'
import './styles/pages.css'
import './styles/inspector.css'
import './styles/dialogs.css'
import './styles/allocate.css'
import './styles/workbook.css'
import './styles/backups.css'
import './styles/register.css'
import './styles/library.css'

declare global {
  interface Window {
    /** Set by Electron's preload. */
    readonly gongbao?: Transport
    readonly gongbaoShell?: {
      /** Everything is stored (or given up knowingly): the window may close. */
      closeReady(): void
    }
  }
}

/** Electron's port where there is one, loopback HTTP otherwise. */
function pickTransport(): ConnectedTransport {
  const port = window.gongbao
  if (!port) return createHttpTransport()
  return {
    connection: ALWAYS_OPEN,
    call: (channel, request) => port.call(channel, request),
    subscribe: (listener) => port.subscribe(listener),
    sourceOf: (file) => port.sourceOf(file),
  }
}

/** The nonce that the CSP asks of style elements; the shell writes it into the page. */
function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
const transport = pickTransport()
const nonce = readNonce()
giveStylesNonce(nonce)
createRoot(root).render(<App client={createClient(transport)} connection={transport.connection} nonce={nonce} />)

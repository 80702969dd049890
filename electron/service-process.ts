/**
 * Entry of the service process: all services and the whole store, off the thread that draws windows.
 * Its first argument is `ServiceOptions` as JSON; everything else comes over the parent port.
 */
import { Refusal, type Reply } from '../shared/api/reply.ts'
import type { Source, Target } from '../shared/api/types.ts'
import { openHost } from './host.ts'
import type { ShellPort } from './shell-port.ts'
import { createTransfers, LARGEST_UPLOAD, takeUpload, UPLOAD_REFUSED } from './transport/http-transfers.ts'
import type { FromService, ServiceOptions, ShellAsk, ToService } from './transport/messages.ts'

// Main starts this file with exactly this argument.
const options = JSON.parse(process.argv[2] ?? '{}') as ServiceOptions
const port = process.parentPort
const uploads = createTransfers()
const waiting = new Map<number, (answer: Reply<unknown>) => void>()
let asked = 0

const shell: ShellPort = {
  kind: 'electron',
  // Main answers each ask with the type that the ask names; both ends are built together.
  chooseTarget: async (suggestedName) => (await ask({ kind: 'chooseTarget', suggestedName })) as Target | null,
  chooseSources: async () => (await ask({ kind: 'chooseSources' })) as readonly Source[] | null,
  chooseImage: async () => (await ask({ kind: 'chooseImage' })) as Source | null,
  chooseWorkbook: async () => (await ask({ kind: 'chooseWorkbook' })) as Source | null,
  takeUpload: (token) => takeUpload(uploads, token),
  openPath: async (path, how) => {
    await ask({ kind: 'openPath', path, how })
  },
  ready: () => send({ kind: 'pageReady' }),
}
const opening = openHost({ ...options, shell })
void opening.then((host) => host.subscribe((event) => send({ kind: 'event', event })))

port.on('message', ({ data }) => {
  const message = data as ToService
  switch (message.kind) {
    case 'call':
      void opening
        .then((host) => host.call(message.channel, message.request))
        .then((reply) => send({ kind: 'reply', id: message.id, reply }))
      return
    case 'upload': {
      const token = message.bytes.length > LARGEST_UPLOAD ? null : uploads.put({ name: message.name, bytes: message.bytes })
      const reply: Reply<unknown> = token === null ? { ok: false, error: UPLOAD_REFUSED } : { ok: true, value: { token } }
      send({ kind: 'reply', id: message.id, reply })
      return
    }
    case 'file':
      void opening.then((host): Promise<unknown> => host[message.what](message.name)).then((value) => send({ kind: 'reply', id: message.id, reply: { ok: true, value } }))
      return
    case 'answer':
      waiting.get(message.id)?.(message.answer)
      waiting.delete(message.id)
      return
    case 'close':
      void opening.then((host) => host.close()).finally(() => process.exit(0))
  }
})

async function ask(question: ShellAsk): Promise<unknown> {
  asked += 1
  const id = asked
  const answer = await new Promise<Reply<unknown>>((resolve) => {
    waiting.set(id, resolve)
    send({ kind: 'ask', id, ask: question })
  })
  if (!answer.ok) throw new Refusal(answer.error)
  return answer.value
}

function send(message: FromService): void {
  port.postMessage(message)
}

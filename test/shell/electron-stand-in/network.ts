/** `protocol` and `session`: requests and permissions that the test asks for, answered by the program's own handlers. */
import { operation } from './control.ts'

type Handler = (request: Request) => Promise<Response>
type PermissionHandler = (contents: unknown, permission: string, decide: (granted: boolean) => void) => void
type BeforeRequest = (details: { url: string }, decide: (answer: { cancel?: boolean }) => void) => void

const schemes: unknown[] = []
const handlers = new Map<string, Handler>()
let permission: PermissionHandler = (_contents, _permission, decide) => decide(true)
let permissionCheck: () => boolean = () => true
let beforeRequest: { filter: { urls: string[] }; listener: BeforeRequest } | null = null

export const protocol = {
  registerSchemesAsPrivileged: (list: unknown[]) => void schemes.push(...list),
  handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler),
}

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: PermissionHandler) => void (permission = handler),
    setPermissionCheckHandler: (handler: () => boolean) => void (permissionCheck = handler),
    webRequest: {
      onBeforeRequest: (filter: { urls: string[] }, listener: BeforeRequest) => void (beforeRequest = { filter, listener }),
    },
  },
}

operation('schemes', () => schemes)
operation('request', async ({ url, method = 'GET' }: { url: string; method?: string }) => {
  const handler = handlers.get(url.slice(0, url.indexOf(':')))
  if (!handler) throw new Error(`no handler for ${url}`)
  // A plain object: `Request` would resolve ".." before the handler sees it.
  const response = await handler({ url, method } as Request)
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  }
})
operation('permission', async (name: string) => {
  const requested = await new Promise<boolean>((resolve) => permission(null, name, resolve))
  return { requested, checked: permissionCheck() }
})
operation('network', async (url: string) => {
  if (!beforeRequest?.filter.urls.some((pattern) => url.startsWith(pattern.slice(0, pattern.indexOf('*'))))) return { cancel: false }
  const { listener } = beforeRequest
  return new Promise((resolve) => listener({ url }, resolve))
})

/**
 * Who may speak to the loopback server: only the browser that came with a one-time token from this start, only under the
 * server's own address (a foreign Host means a rebound name), and only from its own pages (a foreign Origin is another site).
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What to do with a request. `entered` carries the cookie of the session and leads on to "/". */
export type Verdict =
  | { readonly kind: 'granted' }
  | { readonly kind: 'entered'; readonly cookie: string | null }
  /** 403: a foreign address or site. */
  | { readonly kind: 'foreign' }
  /** 401: no token of this start. */
  | { readonly kind: 'unknown' }

export interface Access {
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string
  /** An address with a fresh token, good for one browser. */
  newAddress(): string
  judge(request: IncomingMessage): Verdict
}

/** The access rules of a server on 127.0.0.1 at `port`; all secrets are new. */
export function createAccess(port: number): Access {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  // Cookies do not know ports: two libraries at once must not share one name.
  const name = `gongbao-${port}`
  const session = secret()
  const tokens = new Set<string>()

  const hasSession = ({ headers }: IncomingMessage): boolean =>
    (headers.cookie ?? '').split(/; */).some((pair) => same(pair, `${name}=${session}`))
  const useToken = (given: string): boolean => {
    const found = [...tokens].find((token) => same(token, given))
    return found !== undefined && tokens.delete(found)
  }
  return {
    origin,
    newAddress() {
      const token = secret()
      tokens.add(token)
      return `${origin}/?token=${token}`
    },
    judge(request) {
      if (request.headers.host !== host || !isOurSite(request, origin)) return { kind: 'foreign' }
      const known = hasSession(request)
      const given = tokenOf(request)
      if (given === null) return known ? { kind: 'granted' } : { kind: 'unknown' }
      // The printed address opened once more in the same browser leads to the page as well.
      if (known) return { kind: 'entered', cookie: null }
      if (!useToken(given)) return { kind: 'unknown' }
      return { kind: 'entered', cookie: `${name}=${session}; Path=/; HttpOnly; SameSite=Strict` }
    },
  }
}

/** Browsers say where a request comes from; a page opened by its address comes from nowhere. */
function isOurSite({ headers, url }: IncomingMessage, origin: string): boolean {
  if (headers.origin !== undefined && headers.origin !== origin) return false
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  // A link elsewhere (a terminal in a browser, say) may lead to the page itself, which then asks for the token.
  return headers['sec-fetch-mode'] === 'navigate' && pathOf(url) === '/'
}

function tokenOf({ method, url = '' }: IncomingMessage): string | null {
  if (method !== 'GET' || pathOf(url) !== '/') return null
  return new URLSearchParams(url.slice(1)).get('token')
}

function pathOf(url = ''): string {
  return url.replace(/[?#].*$/, '')
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}

function same(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return x !== undefined && y !== undefined && timingSafeEqual(x, y)
}

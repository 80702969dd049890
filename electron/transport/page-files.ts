/**
 * The built interface as answers to requests: only files inside its folder, each with the headers that keep the page
 * from loading or sending anything else. Knows neither Electron nor HTTP servers, so that both can serve it.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

/** One answer: status, headers and body. */
export interface PageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

/** Stands in index.html where the nonce of this load goes. */
export const NONCE_MARK = '__CSP_NONCE__'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
}

/**
 * Answers a GET for the path of an address (still percent-encoded, starting with "/"); "/" is index.html.
 * Anything that would leave `folder`, is unknown or of another type is 404.
 */
export async function pageAnswer(folder: string, pathname: string): Promise<PageAnswer> {
  const file = fileOf(folder, pathname)
  const type = file === null ? undefined : TYPES[extname(file)]
  if (file === null || type === undefined) return missing()
  try {
    const bytes = new Uint8Array(await readFile(file))
    return extname(file) === '.html' ? page(bytes) : { status: 200, headers: { ...COMMON, 'content-type': type }, body: bytes }
  } catch {
    return missing()
  }
}

/** The content security policy of the page. `nonce` lets the component library put its styles in. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const COMMON = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-cache' }

function page(bytes: Uint8Array): PageAnswer {
  const nonce = randomBytes(16).toString('base64')
  const html = new TextDecoder().decode(bytes).replaceAll(NONCE_MARK, nonce)
  return {
    status: 200,
    headers: { ...COMMON, 'content-type': TYPES['.html'] ?? '', 'content-security-policy': contentSecurityPolicy(nonce) },
    body: new TextEncoder().encode(html),
  }
}

function missing(): PageAnswer {
  return { status: 404, headers: { ...COMMON, 'content-type': 'text/plain; charset=utf-8' }, body: new TextEncoder().encode('404') }
}

function fileOf(folder: string, pathname: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  // A backslash is a separator on Windows only, a colon a drive or a stream; no built file has either.
  if (/[\\:\0]/.test(path)) return null
  const root = resolve(folder)
  const file = resolve(join(root, path === '/' ? 'index.html' : path))
  return file.startsWith(root + sep) ? file : null
}

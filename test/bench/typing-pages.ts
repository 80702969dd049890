/** Bundles the pages of the typing comparison and gives them to a browser, as production builds. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { build, type OutputFile, type Plugin } from 'esbuild'
import { handingDownLines, SLATE_REACT } from '../../build/slate-react.ts'
import { ROOT } from '../support/running-server.ts'

/** What others make, as they make it. */
const OTHERS = ['bare.ts', 'plain-slate.tsx', 'prose-mirror.ts']
const OWN = ['own-editor.tsx']

/** Nothing listens there: the pages are answered from memory. A browser trusts this name with the clipboard. */
const ORIGIN = 'http://localhost:1'

/** The address of a page; `chunked` is understood by the bare field only. */
export function pageAddress(name: string, characters: number, chunked = false): string {
  return `${ORIGIN}/${name}.html?characters=${characters}${chunked ? '&chunked' : ''}`
}

/** Bundles all pages, and answers for them in the context. */
export async function servePages(context: BrowserContext): Promise<void> {
  const outputFiles = [...(await bundlePages(OTHERS, [])), ...(await bundlePages(OWN, [quickSlate]))]
  const files = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
  await context.route(`${ORIGIN}/**`, (route) => {
    const name = basename(new URL(route.request().url()).pathname)
    const page = name.replace(/\.html$/, '')
    if (page !== name) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html(page) })
    const body = files.get(name)
    const contentType = `${name.endsWith('.css') ? 'text/css' : 'text/javascript'}; charset=utf-8`
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ contentType, body })
  })
}

/** As in the program's own bundle: see build/slate-react.ts. */
const quickSlate: Plugin = {
  name: 'quick-slate',
  setup: (bundler) => bundler.onLoad({ filter: SLATE_REACT }, ({ path }) => ({ contents: handingDownLines(readFileSync(path, 'utf8')), loader: 'js' })),
}

async function bundlePages(names: readonly string[], plugins: Plugin[]): Promise<readonly OutputFile[]> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => join(ROOT, 'test/bench/pages', name)),
    outdir: join(ROOT, 'out'),
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    target: 'chrome120',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins,
    logLevel: 'error',
  })
  return outputFiles
}

function html(page: string): string {
  return `<!doctype html><html lang="zh-CN"><link rel="icon" href="data:,"><link rel="stylesheet" href="${page}.css"><div class="desk"></div><script src="${page}.js"></script></html>`
}

import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { handingDownLines, SLATE_REACT } from './build/slate-react.ts'

/** See build/slate-react.ts. */
const quickSlate: Plugin = { name: 'quick-slate', enforce: 'pre', transform: (code, id) => (SLATE_REACT.test(id) ? handingDownLines(code) : null) }

/** The interface's bundle. Addresses are relative (an own scheme in Electron, loopback in a browser); nothing is inlined, for the CSP. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react(), quickSlate],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The preload polyfill would be an inline script.
    modulePreload: { polyfill: false },
    target: 'chrome120',
    chunkSizeWarningLimit: 2500,
  },
})

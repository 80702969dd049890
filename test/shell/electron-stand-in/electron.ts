/**
 * A stand-in for the `electron` module in its main process, for machines on which the real one cannot be had. It
 * implements what the program uses and nothing else; what is behind it (services, database, files) is real.
 */
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog, Menu, screen, shell, utilityProcess } from './desktop.ts'
export { ipcMain } from './ipc-main.ts'
export { protocol, session } from './network.ts'

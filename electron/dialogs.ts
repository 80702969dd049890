/** What only the desktop can do for the services: file dialogs, and opening a written file. Also the messages of last resort. */
import { existsSync } from 'node:fs'
import { extname, isAbsolute, join } from 'node:path'
import { app, dialog, shell, type BrowserWindow, type FileFilter } from 'electron'
import { Refusal } from '../shared/api/reply.ts'
import type { Source, Target } from '../shared/api/types.ts'
import type { ShellAsk } from './transport/messages.ts'

/** Answers one ask of the services. Throws `Refusal` where the person can do something about it. */
export function answerAsk(window: BrowserWindow, ask: ShellAsk): Promise<unknown> {
  switch (ask.kind) {
    case 'chooseTarget':
      return chooseTarget(window, join(app.getPath('documents'), ask.suggestedName))
    case 'chooseSources':
      return chooseSources(window)
    case 'chooseImage':
      return chooseFile(window, '选择要插入的图片', { name: '图片', extensions: ['png', 'jpg', 'jpeg', 'gif', 'bmp'] })
    case 'chooseWorkbook':
      return chooseFile(window, '选择 Excel 文件', { name: 'Excel 工作簿', extensions: ['xlsx', 'xlsm'] })
    case 'openPath':
      return openPath(ask.path, ask.how)
  }
}

/** Tells that the page broke; true when it is to be loaded again. */
export async function askReload(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: '界面意外停止',
    detail: '已保存的文稿不受影响。重新载入后可以接着工作。',
    buttons: ['重新载入', '关闭公报'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 0
}

/** Tells that the services broke for good; true when the program is to start anew. */
export async function askRestart(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: '后台程序再次中断，现在不能保存',
    detail: '上次保存之前的内容不受影响。请先把刚写的几句复制到别处，再重新启动公报。',
    buttons: ['重新启动', '先不启动'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

async function chooseTarget(window: BrowserWindow, suggestion: string): Promise<Target | null> {
  // An imported original keeps the kind of file that it is.
  const extension = extname(suggestion).toLowerCase() || '.docx'
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: '存为文件',
    defaultPath: suggestion,
    filters: [{ name: extension === '.docx' ? 'Word 文档' : `${extension.slice(1).toUpperCase()} 文件`, extensions: [extension.slice(1)] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || filePath === '') return null
  if (extname(filePath).toLowerCase() === extension) return { kind: 'file', path: filePath }
  // Some systems leave the extension away; the dialog has then not asked about replacing the file that has it.
  const path = `${filePath}${extension}`
  return existsSync(path) ? chooseTarget(window, path) : { kind: 'file', path }
}

async function chooseSources(window: BrowserWindow): Promise<readonly Source[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: '选择要导入的公文',
    filters: [{ name: 'Word 文档和文本文件', extensions: ['docx', 'docm', 'txt'] }],
    properties: ['openFile', 'multiSelections'],
  })
  return canceled || filePaths.length === 0 ? null : filePaths.map((path) => ({ kind: 'file', path }))
}

async function chooseFile(window: BrowserWindow, title: string, filter: FileFilter): Promise<Source | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, filters: [filter], properties: ['openFile'] })
  const [path] = filePaths
  return canceled || path === undefined ? null : { kind: 'file', path }
}

/** What the system may open, by the name's ending. */
const VIEWERS: Readonly<Record<string, { readonly name: string; readonly programs: string }>> = {
  '.docx': { name: ' Word 文件', programs: ' Word 或 WPS' },
  '.xlsx': { name: ' Excel 文件', programs: ' Excel 或 WPS' },
  '.pdf': { name: ' PDF 文件', programs: '能看 PDF 的程序（如 WPS、浏览器）' },
}

async function openPath(path: string, how: 'open' | 'reveal'): Promise<void> {
  if (!isAbsolute(path) || !existsSync(path)) {
    throw new Refusal({ code: 'fileMissing', message: `文件不在了：${path}`, next: '它可能被移走或改名，请重新导出一份' })
  }
  if (how === 'reveal') {
    shell.showItemInFolder(path)
    return
  }
  const viewer = VIEWERS[extname(path).toLowerCase()]
  if (!viewer) throw new Refusal({ code: 'badRequest', message: '只能打开 Word 文件（.docx）、Excel 文件（.xlsx）和 PDF', next: '其他文件请在文件夹中打开' })
  const fault = await shell.openPath(path)
  if (fault !== '') {
    const next = `请安装${viewer.programs}，或点“所在文件夹”后自己打开`
    throw new Refusal({ code: 'badRequest', message: `没有程序能打开这个${viewer.name}`, safe: '文件已经写好', next, details: [fault] })
  }
}

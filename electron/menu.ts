/** The native menu, made from the same table of commands as the page's own menus, keys and command list. */
import type { MenuItemConstructorOptions } from 'electron'
import { COMMANDS, MENUS, type CommandEntry, type Menu } from '../shared/api/commands.ts'
import { ZOOM } from './window-state.ts'

export interface MenuActions {
  /** Sends a command to the page, which runs it or says why it cannot. */
  readonly run: (command: string) => void
  readonly zoom: (change: (factor: number) => number) => void
  readonly quit: () => void
}

/** The menus in the table's order; the standard items of editing, zoom and leaving stand after the commands. */
export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  return MENUS.map((label) => {
    const groups = [...groupsOf(label).map((group) => group.map((entry) => commandItem(entry, actions))), standardItems(label, actions)]
    const filled = groups.filter((group) => group.length > 0)
    return { label, submenu: filled.flatMap((group, at) => (at === 0 ? group : [{ type: 'separator' as const }, ...group])) }
  })
}

function groupsOf(menu: Menu): readonly CommandEntry[][] {
  const entries = COMMANDS.filter((entry) => entry.menu === menu)
  return [...new Set(entries.map(({ group }) => group))].map((group) => entries.filter((entry) => entry.group === group))
}

function commandItem({ id, name, keys, keyHint }: CommandEntry, { run }: MenuActions): MenuItemConstructorOptions {
  const label = keyHint === undefined ? name : `${name}（${keyHint}）`
  const item: MenuItemConstructorOptions = { id, label, click: () => run(id) }
  // The page sees a key first and keeps it when it has handled it, so nothing runs twice.
  return keys[0] === undefined ? item : { ...item, accelerator: keys[0].replace('Ctrl', 'CmdOrCtrl') }
}

function standardItems(menu: Menu, actions: MenuActions): MenuItemConstructorOptions[] {
  switch (menu) {
    case '文件':
      return [{ id: 'shell.quit', label: '退出', accelerator: 'CmdOrCtrl+Q', click: actions.quit }]
    case '编辑':
      return [
        { label: '剪切', role: 'cut' },
        { label: '复制', role: 'copy' },
        { label: '粘贴', role: 'paste' },
        { label: '全选', role: 'selectAll' },
      ]
    case '视图':
      return [
        { id: 'shell.zoomIn', label: '放大', accelerator: 'CmdOrCtrl+=', click: () => actions.zoom((factor) => factor + ZOOM.step) },
        { id: 'shell.zoomOut', label: '缩小', accelerator: 'CmdOrCtrl+-', click: () => actions.zoom((factor) => factor - ZOOM.step) },
        { id: 'shell.zoomReset', label: '实际大小', accelerator: 'CmdOrCtrl+0', click: () => actions.zoom(() => 1) },
        { label: '全屏', role: 'togglefullscreen' },
      ]
    case '插入':
    case '格式':
    case '表格':
    case '帮助':
      return []
  }
}

/** The menus beside a table: the commands of the menu 表格, a button for each of its groups. */
import { BorderOuterOutlined, InsertRowBelowOutlined, InsertRowRightOutlined, TableOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { ShellInfo } from '../../../shared/api/contract.ts'
import type { ActMenuProps } from '../../components/act-menu.tsx'
import type { Command, Facts } from '../../commands/command.ts'
import { TABLE_COMMANDS } from '../../commands/commands.ts'
import { shownKey } from '../../commands/keys.ts'

const GROUPS: readonly { readonly group: number; readonly name: string; readonly icon: ReactNode }[] = [
  { group: 1, name: '行', icon: <InsertRowBelowOutlined /> },
  { group: 2, name: '列', icon: <InsertRowRightOutlined /> },
  { group: 3, name: '单元格', icon: <BorderOuterOutlined /> },
  { group: 4, name: '整表', icon: <TableOutlined /> },
]

/** What the buttons drop; asked anew each time one is opened. */
export function tableMenus(shell: ShellInfo['kind'], facts: () => Facts, run: (command: Command) => void): readonly ActMenuProps[] {
  return GROUPS.map(({ group, name, icon }) => ({
    name,
    icon,
    acts: () => {
      const now = facts()
      return TABLE_COMMANDS.filter((one) => one.group === group).map((one) => ({
        id: one.id,
        name: one.name,
        keyName: shownKey(one, shell),
        enabled: one.enabled(now),
        isOn: one.isOn?.(now) ?? false,
        run: () => run(one),
      }))
    },
  }))
}

/** The title bar: menu words (in a browser), what is open, and the way into the command list. */
import { SearchOutlined } from '@ant-design/icons'
import { Dropdown, type MenuProps } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { ShellInfo } from '../../shared/api/contract.ts'
import { MENUS, type Menu } from '../../shared/api/commands.ts'
import { Mark } from '../components/mark.tsx'
import { useMenuReturn } from '../components/use-menu-return.ts'
import type { Command, Facts } from '../commands/command.ts'
import { ALL_COMMANDS, command } from '../commands/commands.ts'
import { shownKey } from '../commands/keys.ts'

export interface TitleBarProps {
  readonly title: string
  /** State word or room beside the title. */
  readonly note: string
  readonly shell: ShellInfo
  /** Asked anew each time a menu opens. */
  readonly facts: () => Facts
  readonly run: (command: Command) => void
}

export function TitleBar({ title, note, shell, facts, run }: TitleBarProps) {
  return (
    <header className={`title-bar is-${shell.kind}`}>
      <Mark />
      {shell.kind === 'browser' && <MenuBar shell={shell} facts={facts} run={run} />}
      <h1 className="title">
        <b>{title}</b>
        <span>{note}</span>
      </h1>
      <button type="button" className="search-box" onClick={() => run(command('view.commands'))}>
        <SearchOutlined />
        查找命令、文稿、文号
        <kbd>Ctrl K</kbd>
      </button>
    </header>
  )
}

type MenuBarProps = Pick<TitleBarProps, 'shell' | 'facts' | 'run'>

/** As in any window: while one menu is open, the pointer and the arrow keys open the others. */
function MenuBar(props: MenuBarProps) {
  const [shown, setShown] = useState<Menu | null>(null)
  const bar = useRef<HTMLElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const words = [...(bar.current?.querySelectorAll('button') ?? [])]
    const at = shown === null ? words.findIndex((word) => word === event.target) : MENUS.indexOf(shown)
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next = step === undefined ? undefined : (at + step + MENUS.length) % MENUS.length
    if (at >= 0 && next !== undefined) {
      words[next]?.focus()
      if (shown !== null) setShown(MENUS[next] ?? null)
    } else if (event.key === 'ArrowDown' && shown === null) setShown(MENUS[at] ?? null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <nav className="menu-words" aria-label="菜单" ref={bar} onKeyDownCapture={onKeyDown}>
      {MENUS.map((menu) => (
        <MenuWord
          key={menu}
          menu={menu}
          {...props}
          open={shown === menu}
          // A menu that closes because another opened says so late.
          setOpen={(open) => setShown((now) => (open ? menu : now === menu ? null : now))}
          enter={() => setShown((now) => now && menu)}
        />
      ))}
    </nav>
  )
}

interface MenuWordProps extends MenuBarProps {
  readonly menu: Menu
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
  readonly enter: () => void
}

function MenuWord({ menu, shell, facts, run, open, setOpen, enter }: MenuWordProps) {
  const word = useMenuReturn(open)
  const items = open ? menuItems(menu, shell.kind, facts()) : []
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      autoFocus
      classNames={{ root: 'menu-drop' }}
      menu={{
        items,
        onClick: ({ key }) => {
          setOpen(false)
          const chosen = ALL_COMMANDS.find((one) => one.id === key)
          if (chosen) run(chosen)
        },
      }}
    >
      <button ref={word} type="button" className="menu-word" aria-haspopup="menu" aria-expanded={open} onPointerEnter={enter}>
        {menu}
      </button>
    </Dropdown>
  )
}

function menuItems(menu: Menu, shell: ShellInfo['kind'], facts: Facts): NonNullable<MenuProps['items']> {
  const items: NonNullable<MenuProps['items']> = []
  let group = 0
  for (const one of ALL_COMMANDS.filter((each) => each.menu === menu)) {
    if (group !== 0 && one.group !== group) items.push({ type: 'divider', key: `line-${one.id}` })
    group = one.group
    const enabled = one.enabled(facts)
    const off = enabled === true ? {} : { disabled: true, title: enabled }
    items.push({ key: one.id, label: one.name, extra: shownKey(one, shell), ...off })
  }
  return items
}

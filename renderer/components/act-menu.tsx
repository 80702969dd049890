/** A button that drops a menu of acts. What is not possible stays in the menu and says why; a switch that is on has a tick. */
import { CheckOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useState, type ReactNode } from 'react'
import { useMenuReturn } from './use-menu-return.ts'

export interface MenuAct {
  readonly id: string
  readonly name: string
  readonly keyName: string
  /** True, or the reason why not. */
  readonly enabled: true | string
  readonly isOn: boolean
  readonly run: () => void
}

export interface ActMenuProps {
  readonly name: string
  readonly icon: ReactNode
  /** Asked anew each time the menu opens. */
  readonly acts: () => readonly MenuAct[]
}

export function ActMenu({ name, icon, acts }: ActMenuProps) {
  const [open, setOpen] = useState(false)
  const button = useMenuReturn(open)
  const shown = open ? acts() : []
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      autoFocus
      classNames={{ root: 'menu-drop' }}
      menu={{
        items: menuItems(shown),
        onClick: ({ key }) => {
          setOpen(false)
          shown.find(({ id }) => id === key)?.run()
        },
      }}
    >
      <Button ref={button} type="text" size="small" className="act-menu" icon={icon} aria-haspopup="menu" aria-expanded={open} onMouseDown={(event) => event.preventDefault()}>
        {name}
      </Button>
    </Dropdown>
  )
}

/** Acts as items of a menu of the component library. */
export function menuItems(acts: readonly MenuAct[]): NonNullable<MenuProps['items']> {
  return acts.map(({ id, name, keyName, enabled, isOn }) => ({
    key: id,
    label: name,
    extra: isOn ? <CheckOutlined aria-label="已开" /> : keyName,
    ...(enabled === true ? {} : { disabled: true, title: enabled }),
  }))
}

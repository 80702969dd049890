/** 附件: an empty attachment, or one of a kind with its places to fill. */
import { DownOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useMenuReturn } from '../../components/use-menu-return.ts'
import type { Command } from '../../commands/command.ts'
import { ATTACHMENT_COMMANDS } from '../../commands/commands.ts'

export interface AttachmentMenuProps {
  /** True, or the reason why not. */
  readonly enabled: true | string
  readonly run: (command: Command) => void
}

export function AttachmentMenu({ enabled, run }: AttachmentMenuProps) {
  const [open, setOpen] = useState(false)
  const button = useMenuReturn(open)
  const possible = enabled === true
  return (
    <Dropdown
      trigger={['click']}
      open={open && possible}
      onOpenChange={setOpen}
      autoFocus
      classNames={{ root: 'menu-drop' }}
      menu={{
        items: ATTACHMENT_COMMANDS.map(({ id, name }) => ({ key: id, label: name })),
        onClick: ({ key }) => {
          setOpen(false)
          const chosen = ATTACHMENT_COMMANDS.find(({ id }) => id === key)
          if (chosen) run(chosen)
        },
      }}
    >
      {/* `aria-disabled` and not `disabled`: the reason must be readable by keyboard and screen reader. */}
      <Button
        ref={button}
        type="text"
        icon={<PaperClipOutlined />}
        className={possible ? '' : 'is-off'}
        title={possible ? '插入附件' : `附件：${enabled}`}
        aria-label="附件"
        aria-disabled={!possible}
        aria-haspopup="menu"
        aria-expanded={open && possible}
        onMouseDown={(event) => event.preventDefault()}
      >
        附件
        <DownOutlined className="menu-arrow" />
      </Button>
    </Dropdown>
  )
}

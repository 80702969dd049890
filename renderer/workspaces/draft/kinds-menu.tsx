/** 更多: the kinds of paragraph that have no place of their own in the toolbar. */
import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { CommandId } from '../../../shared/api/commands.ts'
import { useMachine } from '../../api/client-context.tsx'
import type { Command } from '../../commands/command.ts'
import { command } from '../../commands/commands.ts'
import { shownKey } from '../../commands/keys.ts'
import { useMenuReturn } from '../../components/use-menu-return.ts'

/** Each with what the button shows while the caret is in one. */
const KINDS = { chapter: '章', article: '条', dash: '——', circled: '①', ordinal: '一是', formula: '公式', contact: '联系方式', note: '表注' } as const
type MoreKind = keyof typeof KINDS

export interface KindsMenuProps {
  /** The kind of the block that holds the caret. */
  readonly kind: string | null
  /** True, or the reason why not. */
  readonly enabled: true | string
  readonly run: (command: Command) => void
}

export function KindsMenu({ kind, enabled, run }: KindsMenuProps) {
  const [open, setOpen] = useState(false)
  const { shell } = useMachine()
  const button = useMenuReturn(open)
  const possible = enabled === true
  const current = isMore(kind) ? KINDS[kind] : null
  const entries = idsOf().map((id) => command(id))
  return (
    <Dropdown
      trigger={['click']}
      open={open && possible}
      onOpenChange={setOpen}
      autoFocus
      classNames={{ root: 'menu-drop' }}
      menu={{
        items: entries.map((one) => ({ key: one.id, label: one.name, extra: shownKey(one, shell.kind) })),
        selectedKeys: isMore(kind) ? [`block.${kind}`] : [],
        onClick: ({ key }) => {
          setOpen(false)
          const chosen = entries.find(({ id }) => id === key)
          if (chosen) run(chosen)
        },
      }}
    >
      <Button
        ref={button}
        type="text"
        className={possible ? (current === null ? '' : 'is-on') : 'is-off'}
        title={possible ? '章、条、分项、公式等' : `更多种类：${enabled}`}
        aria-label="更多段落种类"
        aria-disabled={!possible}
        aria-haspopup="menu"
        aria-expanded={open && possible}
        onMouseDown={(event) => event.preventDefault()}
      >
        {current ?? '更多'}
        <DownOutlined className="menu-arrow" />
      </Button>
    </Dropdown>
  )
}

function isMore(kind: string | null): kind is MoreKind {
  return kind !== null && kind in KINDS
}

function idsOf(): readonly CommandId[] {
  // The keys of the table above.
  return (Object.keys(KINDS) as MoreKind[]).map((kind) => `block.${kind}` as const)
}

/** A button that stays reachable when its act is not possible, and then says why. */
import { Button, Tooltip, type ButtonProps } from 'antd'
import type { ReactNode } from 'react'

export interface ActButtonProps {
  readonly name: string
  /** Shown in the tooltip beside the name; "" where there is none. */
  readonly keyName?: string
  /** True, or the reason why not. */
  readonly enabled: true | string
  readonly icon?: ReactNode
  /** Shows the name on the button, too. */
  readonly labelled?: boolean
  readonly type?: ButtonProps['type']
  readonly size?: ButtonProps['size']
  readonly className?: string
  readonly autoFocus?: boolean
  /** Sends the form that it stands in, which does the act. */
  readonly submits?: boolean
  /** The reason stands beside the button already; a hint with it would only cover what is near. */
  readonly isExplained?: boolean
  readonly run: () => void
}

/** `aria-disabled` and not `disabled`: the reason must be readable by keyboard and screen reader. */
export function ActButton(props: ActButtonProps) {
  const { name, keyName, enabled, icon, labelled = false, type = 'text', size, className = '', autoFocus = false, submits = false, isExplained = false, run } = props
  const possible = enabled === true
  const hint = possible || isExplained ? [labelled ? '' : name, keyName].filter(Boolean).join('　') : `${name}：${enabled}`
  return (
    <Tooltip title={hint || null} trigger={['hover', 'focus']}>
      <Button
        type={possible ? type : type === 'primary' ? 'default' : type}
        {...(size ? { size } : {})}
        icon={icon}
        autoFocus={autoFocus}
        className={`${className} ${possible ? '' : 'is-off'}`}
        aria-disabled={!possible}
        aria-label={labelled ? undefined : name}
        onMouseDown={(event) => event.preventDefault()}
        htmlType={submits ? 'submit' : 'button'}
        onClick={() => possible && !submits && run()}
      >
        {labelled ? name : null}
      </Button>
    </Tooltip>
  )
}

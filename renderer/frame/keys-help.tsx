/** F1: every command that has a key, by menu word. Read from the same table as the menus. */
import { Modal } from 'antd'
import type { ShellInfo } from '../../shared/api/contract.ts'
import { COMMANDS, MENUS } from '../../shared/api/commands.ts'
import { keysOf } from '../commands/keys.ts'

export function KeysHelp({ shell, close }: { readonly shell: ShellInfo; readonly close: () => void }) {
  return (
    <Modal open title="按键一览" footer={null} width={640} onCancel={close} centered>
      <div className="keys-help">
        {MENUS.map((menu) => {
          const keyed = COMMANDS.filter((one) => one.menu === menu && (keysOf(one, shell.kind).length > 0 || one.keyHint))
          return (
            <section key={menu}>
              <h3 className="group">{menu}</h3>
              {keyed.map((one) => (
                <p key={one.id}>
                  <span>{one.name.replace('…', '')}</span>
                  {[...keysOf(one, shell.kind), ...(one.keyHint ? [one.keyHint] : [])].map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </p>
              ))}
            </section>
          )
        })}
      </div>
    </Modal>
  )
}

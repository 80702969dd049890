/** The empty room: what it is for, and the one button to begin. */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'

export interface EmptyRoomProps {
  /** There are documents, but none is open. */
  readonly others: boolean
  readonly create: () => void
  readonly importFiles: () => void
}

const STEPS = [
  { name: '起草', text: '按模板填，边写边存' },
  { name: '签发', text: '要素齐全，文字锁定' },
  { name: '编号、导出', text: '取下一个号，出 Word' },
]

export function EmptyRoom({ others, create, importFiles }: EmptyRoomProps) {
  return (
    <section className="empty-room">
      <svg width="98" height="128" viewBox="0 0 96 126" aria-hidden="true">
        <rect x="1" y="1" width="94" height="124" fill="#fff" stroke="#DCDEE2" />
        <rect x="22" y="18" width="52" height="5" fill="#BF2328" />
        <rect x="30" y="27" width="36" height="4" fill="#BF2328" />
        <g fill="#D5D8DC">
          <path d="M14 42h42v3H14zM20 52h62v3H20zM14 60h68v3H14zM14 68h68v3H14zM14 76h68v3H14zM14 84h40v3H14zM50 100h28v3H50zM54 108h20v3H54z" />
        </g>
      </svg>
      <h2>{others ? '从左边打开一份，或起草新的' : '还没有一份公文'}</h2>
      <p>
        起草把公文的要素和正文放在一张稿纸上，
        <br />
        序号自动编，样式按国标排。
      </p>
      <ol className="empty-steps">
        {STEPS.map(({ name, text }, index) => (
          <li key={name}>
            <span>
              <i>{index + 1}</i>
              <b>{name}</b>
            </span>
            <small>{text}</small>
          </li>
        ))}
      </ol>
      <Button type="primary" size="large" autoFocus={!others} icon={<PlusOutlined />} onClick={create}>
        {others ? '起草公文' : '起草第一份公文'}
      </Button>
      <p className="note">
        已有旧文？可
        <button type="button" className="link" onClick={importFiles}>
          导入公文
        </button>
        ，也可把文件拖进窗口。
      </p>
    </section>
  )
}

/** In the status bar, also while the text is written: how many pages it makes, in which layout, and whether other fonts stand in. */
import { WarningOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { SLOT_NAMES } from '../../../../shared/layout/slots.ts'
import type { LaidOut, LayoutSession } from './layout-session.ts'
import { reportOf } from './report-of.ts'
import { useLaidOut } from './use-layout.ts'

export function PageFacts({ layout }: { readonly layout: LayoutSession | null }) {
  const laid = useLaidOut(layout)
  if (!laid) return null
  const { substituted } = reportOf(laid)
  const { metrics } = laid.fonts
  return (
    <>
      <span>
        {NAMES[laid.layout]} {laid.pages.length} 页
      </span>
      <span className="layout-name">版式 {layoutName(laid)}</span>
      {substituted.length > 0 && (
        <Tooltip title={`本机没有排版要用的字体：${substituted.map((slot) => `${SLOT_NAMES[slot]}以${metrics[slot].family}代`).join('，')}`}>
          <span className="amber" tabIndex={0}>
            <WarningOutlined /> 替代字体
          </span>
        </Tooltip>
      )}
    </>
  )
}

const NAMES = { official: '公文', gazette: '公报' } as const
const COLUMNS = ['', '', ' 双栏', ' 三栏']

/** Twips of A4, which every office prints on. */
const A4 = { width: 11906, height: 16838 }

/** 公报 A4 双栏, or the name of the rule set. */
function layoutName({ layout, setting, print: { name } }: LaidOut): string {
  if (layout === 'official') return `公文 ${name}`
  const { page, columns } = setting.gazette
  const isA4 = Math.abs(page.width - A4.width) < 20 && Math.abs(page.height - A4.height) < 20
  return isA4 ? `公报 A4${COLUMNS[columns.count] ?? ''}` : name
}

/** 本版实测: what is measured on the pages as they are laid out, beside what the template asks for. */
import { CheckOutlined, WarningOutlined } from '@ant-design/icons'
import type { LayoutReport } from '../../../../shared/layout/engine/report.ts'
import { SLOT_NAMES } from '../../../../shared/layout/slots.ts'
import type { LaidOut, LayoutSession } from './layout-session.ts'
import { reportOf } from './report-of.ts'
import { useLaidOut } from './use-layout.ts'

/** Nothing before the document is laid out for the first time. */
export function MeasuredPages({ layout }: { readonly layout: LayoutSession | null }) {
  const laid = useLaidOut(layout)
  return laid && <Measured laid={laid} />
}

function Measured({ laid }: { readonly laid: LaidOut }) {
  return (
    <section className="measured" aria-label="本版实测">
      <h3 className="group">本版实测　{laid.print.name}</h3>
      <dl>
        {measuresOf(reportOf(laid), laid).map(({ name, text, isFine }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
            {isFine === null ? null : isFine ? <CheckOutlined className="green" aria-label="合规则" /> : <WarningOutlined className="amber" aria-label="请看一下" />}
          </div>
        ))}
      </dl>
    </section>
  )
}

interface Measure {
  readonly name: string
  readonly text: string
  /** Null where there is nothing to hold it against. */
  readonly isFine: boolean | null
}

/** Lines of a title beyond which it is better made shorter. */
const LONG_TITLE = 4

function measuresOf(report: LayoutReport, { print, fonts: { metrics } }: LaidOut): readonly Measure[] {
  const { characters, lines, title, substituted } = report
  const { columns } = print.look
  const measured = [characters === null ? '' : `${characters} 字`, lines === null ? '' : `${lines} 行`].filter(Boolean).join(' × ')
  const isAsked = (characters ?? columns.characters) === columns.characters && (lines ?? columns.lines) === columns.lines
  const others = substituted.map((slot) => `${SLOT_NAMES[slot]}以${metrics[slot].family}代`)
  return [
    { name: columns.count > 1 ? '每栏' : '每页', text: measured || '没有排满的行', isFine: measured === '' ? null : isAsked },
    { name: '题名', text: title ? `${title.size} 磅，${title.lines} 行` : '没有', isFine: title ? title.lines <= LONG_TITLE : null },
    { name: '孤行、断表', text: brokenText(report), isFine: report.lone.length === 0 && report.splitRows.length === 0 },
    { name: '缺字体', text: others.length === 0 ? '无' : others.join('；'), isFine: others.length === 0 },
  ]
}

function brokenText({ lone, splitRows }: LayoutReport): string {
  const on = (pages: readonly number[]): string => [...new Set(pages)].join('、')
  const texts = [
    lone.length > 0 ? `孤行 ${lone.length} 处（${on(lone.map(({ page }) => page))} 页）` : '',
    splitRows.length > 0 ? `断行的表 ${splitRows.length} 处（${on(splitRows)} 页）` : '',
  ].filter(Boolean)
  return texts.join('；') || '无'
}

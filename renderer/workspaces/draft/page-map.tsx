/** 要素图: where the parts stand on the first and last page, with a red dot on what lacks something. Regions are buttons. */
import type { KeyboardEvent, ReactNode } from 'react'
import type { Missing, MissingKind } from '../../../shared/document/missing.ts'
import { findPart } from '../../../shared/document/text.ts'
import type { Document, Part } from '../../../shared/document/types.ts'
import type { EditorSession } from '../../editor/session.ts'
import { useSessionValue } from './use-session.ts'

export interface PageMapProps {
  readonly session: EditorSession
  readonly document: Document
  readonly missing: readonly Missing[]
}

interface Region {
  readonly part: Part['type']
  readonly name: string
  /** x, y, width, height in units of the 96 × 136 page. */
  readonly box: readonly [number, number, number, number]
  readonly bars: readonly (readonly [number, number, number])[] // x, y, width; 3 high
  readonly faults: readonly MissingKind[]
  readonly where: Parameters<EditorSession['focus']>[0]
}

const FIRST: readonly Region[] = [
  { part: 'title', name: '标题', box: [16, 15, 64, 27], bars: [[22, 19, 52], [28, 26, 40], [36, 35, 24]], faults: ['title', 'issuers'], where: { field: 'title' } },
  { part: 'recipients', name: '主送机关', box: [9, 45, 60, 10], bars: [[13, 49, 46]], faults: ['recipients', 'noRecipients', 'oneRecipient'], where: { field: 'recipients' } },
  { part: 'body', name: '正文', box: [9, 57, 78, 68], bars: [[19, 61, 64], [13, 68, 70], [13, 75, 70], [13, 82, 70], [13, 89, 70], [13, 96, 70], [13, 103, 70], [13, 110, 70], [13, 117, 46]], faults: ['body', 'places'], where: 'body' },
]

const LAST: readonly Region[] = [
  { part: 'signatureOrgan', name: '署名', box: [42, 44, 42, 9], bars: [[46, 47, 32]], faults: ['signatureOrgan'], where: { field: 'signatureOrgan' } },
  { part: 'signatureDate', name: '成文日期', box: [48, 54, 34, 9], bars: [[52, 57, 24]], faults: ['signatureDate'], where: { field: 'signatureDate' } },
  { part: 'note', name: '附注', box: [15, 65, 36, 9], bars: [[19, 68, 26]], faults: ['contact'], where: { field: 'note' } },
]

export function PageMap({ session, document, missing }: PageMapProps) {
  const at = useSessionValue(session, (now) => now.caret().part)
  const faults = new Set(missing.map((one) => one.kind))
  const draw = (region: Region): ReactNode => (
    <MapRegion key={region.part} region={region} there={findPart(document, region.part) !== undefined} current={at === region.part} fault={region.faults.some((kind) => faults.has(kind))} focus={() => session.focus(region.where)} />
  )
  return (
    <div className="page-map">
      <MapPage name="首页">{FIRST.map(draw)}</MapPage>
      <MapPage name="末页">
        <Bars bars={[[13, 12, 70], [13, 19, 70], [13, 26, 38]]} />
        {LAST.map(draw)}
        <Enclosures document={document} session={session} fault={faults.has('attachmentTitle') || faults.has('printedTitle')} current={at === 'attachment' || at === 'printed'} />
      </MapPage>
      <MissingList missing={missing} />
    </div>
  )
}

function MissingList({ missing }: { readonly missing: readonly Missing[] }) {
  return (
    <div className="missing-list" aria-live="polite">
      <b>{missing.length === 0 ? '要素齐全' : `还缺 ${missing.length} 项`}</b>
      {missing.slice(0, 4).map((one) => (
        <span key={one.text} title={one.text}>
          <i className="dot" />
          {SHORT[one.kind]}
        </span>
      ))}
      {missing.length > 4 && <span className="note">等，见“校核”</span>}
    </div>
  )
}

const SHORT: Record<MissingKind, string> = {
  issuers: '发文机关',
  title: '标题',
  body: '正文',
  signatureOrgan: '署名',
  signatureDate: '成文日期',
  places: '待填处',
  attachmentTitle: '附件标题',
  printedTitle: '文本标题',
  recipients: '主送机关',
  noRecipients: '不写主送机关',
  oneRecipient: '主送只留一个',
  contact: '联系人',
  enclosure: '所附文本',
}

function MapPage({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <svg width="90" height="128" viewBox="0 0 96 136" role="group" aria-label={`${name}要素图`}>
      <rect x=".5" y=".5" width="95" height="135" fill="#fff" stroke="#C6CAD0" />
      {children}
    </svg>
  )
}

interface MapRegionProps {
  readonly region: Region
  readonly there: boolean
  readonly current: boolean
  readonly fault: boolean
  readonly focus: () => void
}

function MapRegion({ region, there, current, fault, focus }: MapRegionProps) {
  const [x, y, width, height] = region.box
  return (
    <g {...pressable(`${region.name}${fault ? '，未填齐' : ''}`, focus)} className={`map-region ${current ? 'is-on' : ''} ${there ? '' : 'is-absent'}`}>
      <rect x={x} y={y} width={width} height={height} rx="1.5" className="map-frame" />
      <Bars bars={region.bars} red={region.part === 'title'} />
      {fault && <circle cx={x + width} cy={y + height / 2} r="4" fill="#BF2328" stroke="#fff" strokeWidth="1.2" />}
    </g>
  )
}

/** The printed text and the attachments, drawn as one block below the note. */
function Enclosures({ document, session, fault, current }: Pick<PageMapProps, 'document' | 'session'> & { readonly fault: boolean; readonly current: boolean }) {
  const first = document.parts.find((part) => part.type === 'printed' || part.type === 'attachment')
  if (!first) return null
  const region: Region = { part: first.type, name: '所印文本和附件', box: [9, 82, 78, 46], bars: [[13, 86, 14], [28, 94, 40], [13, 102, 70], [13, 109, 70], [13, 116, 52]], faults: [], where: { id: first.id } }
  return <MapRegion region={region} there current={current} fault={fault} focus={() => session.focus(region.where)} />
}

function Bars({ bars, red = false }: { readonly bars: Region['bars']; readonly red?: boolean }) {
  return (
    <g className={red ? 'bars is-red' : 'bars'}>
      {bars.map(([x, y, width], index) => (
        <rect key={y} x={x} y={y} width={width} height={red && index < 2 ? 4 : 3} />
      ))}
    </g>
  )
}

function pressable(label: string, press: () => void) {
  return {
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    onClick: press,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press()
    },
  }
}

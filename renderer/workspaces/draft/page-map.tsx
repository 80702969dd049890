/** 要素图: where the parts stand on the first and last page, with a red dot on what lacks something. Regions are buttons. */
import type { KeyboardEvent, ReactNode } from 'react'
import type { Missing, MissingKind } from '../../../shared/document/missing.ts'
import { isUpward } from '../../../shared/document/genre-rules.ts'
import { findPart } from '../../../shared/document/text.ts'
import type { Document, Part } from '../../../shared/document/types.ts'
import type { EditorSession } from '../../editor/session.ts'
import { focusField, showField } from './focus-field.ts'
import { useSessionValue } from './use-session.ts'

export interface PageMapProps {
  readonly session: EditorSession
  readonly document: Document
  readonly missing: readonly Missing[]
}

/** What a region stands for: a part of the sheet, or fields of the form that the sheet does not show. */
type RegionPart = Part['type'] | 'secrecy' | 'issuers' | 'signers' | 'distribution'

interface Region {
  readonly part: RegionPart
  readonly name: string
  /** x, y, width, height in units of the 96 × 136 page. */
  readonly box: readonly [number, number, number, number]
  readonly bars: readonly (readonly [number, number, number])[] // x, y, width; 3 high
  readonly faults: readonly MissingKind[]
  /** Where the caret goes in the sheet; null where only the form has it. */
  readonly where: Parameters<EditorSession['focus']>[0] | null
  /** The field of the form that stands for it. */
  readonly field: string
  /** Drawn in the red of the office's head. */
  readonly red?: boolean
}

const FIRST: readonly Region[] = [
  { part: 'secrecy', name: '份号、密级、紧急程度', box: [7, 4, 26, 9], bars: [[10, 7, 18]], faults: ['copyNumber'], where: null, field: 'secrecy' },
  { part: 'issuers', name: '发文机关', box: [16, 14, 64, 11], bars: [[22, 18, 52]], faults: ['issuers'], where: null, field: 'issuers', red: true },
  { part: 'signers', name: '签发人', box: [60, 26, 28, 7], bars: [[64, 28, 20]], faults: [], where: null, field: 'signers' },
  { part: 'title', name: '标题', box: [16, 34, 64, 13], bars: [[24, 37, 48], [32, 42, 32]], faults: ['title'], where: { field: 'title' }, field: 'title' },
  { part: 'recipients', name: '主送机关', box: [9, 48, 60, 8], bars: [[13, 51, 46]], faults: ['recipients', 'noRecipients', 'oneRecipient'], where: { field: 'recipients' }, field: 'recipients' },
  { part: 'body', name: '正文', box: [9, 57, 78, 68], bars: [[19, 61, 64], [13, 68, 70], [13, 75, 70], [13, 82, 70], [13, 89, 70], [13, 96, 70], [13, 103, 70], [13, 110, 70], [13, 117, 46]], faults: ['body', 'places', 'emptyHeading'], where: 'body', field: '' },
]

const LAST: readonly Region[] = [
  { part: 'signatureOrgan', name: '署名', box: [42, 34, 42, 9], bars: [[46, 37, 32]], faults: ['signatureOrgan'], where: { field: 'signatureOrgan' }, field: 'signatureOrgan' },
  { part: 'signatureDate', name: '成文日期', box: [48, 44, 34, 9], bars: [[52, 47, 24]], faults: ['signatureDate'], where: { field: 'signatureDate' }, field: 'signatureDate' },
  { part: 'note', name: '附注', box: [15, 54, 36, 9], bars: [[19, 57, 26]], faults: ['contact'], where: { field: 'note' }, field: 'note' },
  { part: 'distribution', name: '抄送和印发', box: [9, 112, 78, 18], bars: [[13, 115, 60], [13, 123, 28], [56, 123, 27]], faults: [], where: null, field: 'copies' },
]

export function PageMap({ session, document, missing }: PageMapProps) {
  const at = useSessionValue(session, (now) => now.caret().part)
  const faults = new Set(missing.map((one) => one.kind))
  const draw = (region: Region): ReactNode => (
    <MapRegion key={region.part} region={region} there={isThere(document, region.part)} current={at === region.part} fault={region.faults.some((kind) => faults.has(kind))} focus={() => goTo(session, region)} />
  )
  return (
    <div className="page-map">
      <MapPage name="首页">{FIRST.filter(({ part }) => part !== 'signers' || isUpward(document.header.genre) || isThere(document, part)).map(draw)}</MapPage>
      <MapPage name="末页">
        <Bars bars={[[13, 10, 70], [13, 17, 70], [13, 24, 38]]} />
        {LAST.map(draw)}
        <Enclosures document={document} session={session} fault={faults.has('attachmentTitle') || faults.has('printedTitle')} current={at === 'attachment' || at === 'printed'} />
      </MapPage>
      <MissingList missing={missing} />
    </div>
  )
}

/** Brings the sheet to the part and the form to its field; what the sheet does not show gets the keyboard in the form. */
function goTo(session: EditorSession, { where, field }: Region): void {
  if (where === null) focusField(field)
  else {
    if (field !== '') showField(field)
    session.focus(where)
  }
}

function isThere(document: Document, part: RegionPart): boolean {
  const { issuers, secrecy, urgency, copyNumber, signers, distribution } = document.header
  switch (part) {
    case 'issuers':
      return issuers.length > 0
    case 'secrecy':
      return (secrecy ?? urgency ?? copyNumber) !== undefined
    case 'signers':
      return signers !== undefined
    case 'distribution':
      return distribution !== undefined
    default:
      return findPart(document, part) !== undefined
  }
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
  copyNumber: '份号',
  emptyHeading: '空标题',
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
      <Bars bars={region.bars} {...(region.red ? { red: true } : {})} />
      {fault && <circle cx={x + width} cy={y + height / 2} r="4" fill="#BF2328" stroke="#fff" strokeWidth="1.2" />}
    </g>
  )
}

/** The printed text and the attachments, drawn as one block below the note. */
function Enclosures({ document, session, fault, current }: Pick<PageMapProps, 'document' | 'session'> & { readonly fault: boolean; readonly current: boolean }) {
  const first = document.parts.find((part) => part.type === 'printed' || part.type === 'attachment')
  if (!first) return null
  const region: Region = { part: first.type, name: '所印文本和附件', box: [9, 66, 78, 42], bars: [[13, 70, 14], [28, 78, 40], [13, 86, 70], [13, 93, 70], [13, 100, 52]], faults: [], where: { id: first.id }, field: '' }
  return <MapRegion region={region} there current={current} fault={fault} focus={() => goTo(session, region)} />
}

function Bars({ bars, red = false }: { readonly bars: Region['bars']; readonly red?: boolean }) {
  return (
    <g className={red ? 'bars is-red' : 'bars'}>
      {bars.map(([x, y, width]) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height={red ? 4 : 3} />
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

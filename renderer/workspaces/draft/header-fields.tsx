/** What only the official document prints: 密级, 紧急程度, 份号, 签发人 above the line, the kind of signature, and 版记 at the end. */
import { Select } from 'antd'
import { useId } from 'react'
import { isUpward } from '../../../shared/document/genre-rules.ts'
import type { Distribution, Secrecy, SignatureKind } from '../../../shared/document/types.ts'
import type { EditorSession, HeaderPatch } from '../../editor/session.ts'
import { todayPrinted } from './date-entry.ts'
import { FieldRow, ReadOnlyValue } from './field-row.tsx'
import { TextField } from './text-field.tsx'
import { useHeader } from './use-session.ts'

export interface HeaderFieldsProps {
  readonly session: EditorSession
  readonly readOnly: boolean
}

const SECRECY = ['秘密', '机密', '绝密'] as const
const URGENCY = ['加急', '特急'] as const
const SIGNATURES: readonly { readonly value: SignatureKind; readonly label: string }[] = [
  { value: 'seal', label: '加盖印章' },
  { value: 'plain', label: '不加盖印章' },
  { value: 'stamp', label: '签名章' },
]

/** Above the red line. Fields that most documents do without show themselves where they are wanted or filled in. */
export function HeadFields({ session, readOnly, copyNumberMissing }: HeaderFieldsProps & { readonly copyNumberMissing: boolean }) {
  const header = useHeader(session)
  const { secrecy, urgency, copyNumber, signers } = header
  const set = (patch: HeaderPatch, run?: string): void => session.setHeader(patch, run)
  return (
    <>
      <Choice label="密级" field="secrecy" readOnly={readOnly} value={secrecy?.level} options={SECRECY} change={(level) => set({ secrecy: level === undefined ? undefined : { ...secrecy, level } })} />
      {secrecy && (
        <TextField label="保密期限" field="period" readOnly={readOnly} stored={secrecy.period ?? ''} placeholder="如 1年" store={(text) => set({ secrecy: withPeriod(secrecy, text) }, 'period')} tidy={trim} />
      )}
      {(secrecy ?? copyNumber) !== undefined && (
        <TextField label="份号" field="copyNumber" readOnly={readOnly} missing={copyNumberMissing} stored={copyNumber ?? ''} placeholder="六位，如 000001" store={(text) => set({ copyNumber: orAbsent(text) }, 'copyNumber')} tidy={trim} />
      )}
      <Choice label="紧急程度" field="urgency" readOnly={readOnly} value={urgency} options={URGENCY} change={(next) => set({ urgency: next })} />
      {(isUpward(header.genre) || signers !== undefined) && (
        <TextField label="签发人" field="signers" readOnly={readOnly} stored={signers?.join('、') ?? ''} placeholder="上行文标注；几位用顿号分开" store={(text) => set({ signers: namesOf(text) }, 'signers')} tidy={(text) => namesOf(text)?.join('、') ?? ''} />
      )}
    </>
  )
}

/** How the signature is made. */
export function SignatureField({ session, readOnly }: HeaderFieldsProps) {
  const { signatureKind: kind } = useHeader(session)
  const label = SIGNATURES.find(({ value }) => value === kind)?.label
  const change = (next: string | undefined): void => session.setHeader({ signatureKind: SIGNATURES.find((one) => one.label === next)?.value })
  return <Choice label="用印" field="signatureKind" readOnly={readOnly} value={label} options={SIGNATURES.map((one) => one.label)} none="未定" change={change} />
}

/** 版记. */
export function FootFields({ session, readOnly }: HeaderFieldsProps) {
  const { distribution } = useHeader(session)
  const set = (key: keyof Distribution, text: string): void => {
    const entries = Object.entries({ ...distribution, [key]: text }).filter(([, value]) => value !== '')
    session.setHeader({ distribution: entries.length === 0 ? undefined : Object.fromEntries(entries) }, key)
  }
  const field = (key: keyof Distribution, label: string, placeholder: string) => (
    <TextField label={label} field={key} readOnly={readOnly} stored={distribution?.[key] ?? ''} placeholder={placeholder} store={(text) => set(key, text)} tidy={trim} />
  )
  return (
    <>
      {field('copies', '抄送机关', '可不填')}
      {field('printedBy', '印发机关', '可不填，如县人民政府办公室')}
      {field('printedOn', '印发日期', `如 ${todayPrinted()}`)}
    </>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly field: string
  readonly readOnly: boolean
  readonly value: T | undefined
  readonly options: readonly T[]
  /** What no choice is called. */
  readonly none?: string
  readonly change: (next: T | undefined) => void
}

function Choice<T extends string>({ label, field, readOnly, value, options, none = '无', change }: ChoiceProps<T>) {
  const id = useId()
  if (readOnly) {
    return (
      <FieldRow label={label}>
        <ReadOnlyValue>{value ?? none}</ReadOnlyValue>
      </FieldRow>
    )
  }
  const choices = [none, ...options].map((one) => ({ value: one, label: one }))
  return (
    <FieldRow label={label} htmlFor={id}>
      <Select id={id} variant="underlined" data-field={field} value={value ?? none} options={choices} onChange={(next: string) => change(options.find((one) => one === next))} />
    </FieldRow>
  )
}

function withPeriod({ level }: Secrecy, text: string): Secrecy {
  return text === '' ? { level } : { level, period: text }
}

function namesOf(text: string): readonly string[] | undefined {
  const names = text.split(/[、，,；;\s]+/).filter((name) => name !== '')
  return names.length > 0 ? names : undefined
}

function orAbsent(text: string): string | undefined {
  return text === '' ? undefined : text
}

function trim(text: string): string {
  return text.trim()
}

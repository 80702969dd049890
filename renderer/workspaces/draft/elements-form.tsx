/** 要素: the parts of the document as a form. It writes into the same history as the sheet. */
import { Select } from 'antd'
import { useId } from 'react'
import type { DocumentRecord } from '../../../shared/api/types.ts'
import { GENRES, type Document, type Header } from '../../../shared/document/types.ts'
import type { Missing, MissingKind } from '../../../shared/document/missing.ts'
import { genreRule, type RecipientsRule } from '../../../shared/document/genre-rules.ts'
import type { EditorSession } from '../../editor/session.ts'
import { AttachmentsList } from './attachments-list.tsx'
import { todayPrinted } from './date-entry.ts'
import { FieldRow, ReadOnlyValue } from './field-row.tsx'
import { FootFields, HeadFields, SignatureField } from './header-fields.tsx'
import { LineField } from './line-field.tsx'
import { TIDY } from './tidy.ts'
import { useSessionValue } from './use-session.ts'
import type { DocumentState } from '../../../shared/workflow/states.ts'

export interface ElementsFormProps {
  readonly session: EditorSession
  readonly readOnly: boolean
  readonly record: DocumentRecord
  readonly document: Document
  readonly missing: readonly Missing[]
}

const NUMBER_HINTS: Partial<Record<DocumentState, string>> = { draft: '签发后取号', submitted: '签发后取号', reviewed: '签发后取号', signed: '已签发，可以取号' }

const RECIPIENTS_HINTS: Readonly<Record<RecipientsRule, string>> = {
  none: '面向社会公布，不写',
  one: '只写一个；末尾不写冒号',
  some: '末尾不写冒号',
  free: '可不填；末尾不写冒号',
}

export function ElementsForm({ session, readOnly, record, document, missing: faults }: ElementsFormProps) {
  const common = { session, readOnly }
  const rule = genreRule(document.header.genre)
  const missing = new Set(faults.map((one) => one.kind))
  /** Marks a field, and says what the kind of document wants of it; an empty field says enough by its mark. */
  const fault = (...kinds: readonly MissingKind[]): { readonly missing: boolean; readonly why?: string } => {
    const found = faults.find(({ kind }) => kinds.includes(kind))
    return found && found.kind !== 'recipients' ? { missing: true, why: found.text } : { missing: found !== undefined }
  }
  return (
    <div className="elements" data-document-form>
      <h3 className="group">版头</h3>
      <IssuersField session={session} readOnly={readOnly} missing={missing.has('issuers')} />
      <FieldRow label="发文字号">
        <ReadOnlyValue>{document.header.documentNumber ?? NUMBER_HINTS[record.state] ?? ''}</ReadOnlyValue>
      </FieldRow>
      <GenreField session={session} readOnly={readOnly} />
      <HeadFields {...common} copyNumberMissing={missing.has('copyNumber')} />
      <h3 className="group">主体</h3>
      <LineField {...common} field="title" label="标题" missing={missing.has('title')} breaks placeholder="不写发文机关；按 Enter 分行" />
      <LineField {...common} field="recipients" label="主送机关" {...fault('recipients', 'noRecipients', 'oneRecipient')} placeholder={RECIPIENTS_HINTS[rule.recipients]} tidy={TIDY.recipients} />
      <LineField {...common} field="signatureOrgan" label="署名" missing={missing.has('signatureOrgan')} breaks placeholder="联合行文一行一个" />
      <LineField {...common} field="signatureDate" label="成文日期" missing={missing.has('signatureDate')} placeholder={`如 ${todayPrinted()}`} tidy={TIDY.signatureDate} />
      <LineField {...common} field="note" label="附注" {...fault('contact')} placeholder={rule.contact ? '联系人：姓名，联系电话：号码' : '可不填；不写括号'} tidy={TIDY.note} />
      <SignatureField {...common} />
      <h3 className="group">
        版记<span className="group-note">印在正式公文上，公报不登</span>
      </h3>
      <FootFields {...common} />
      <h3 className="group">所印文本和附件</h3>
      <AttachmentsList session={session} document={document} readOnly={readOnly} missing={missing} />
    </div>
  )
}

function IssuersField({ session, readOnly, missing }: { readonly session: EditorSession; readonly readOnly: boolean; readonly missing: boolean }) {
  const id = useId()
  const joined = useSessionValue(session, (now) => now.document().header.issuers.join('\n'))
  const issuers = joined === '' ? [] : joined.split('\n')
  if (readOnly) {
    return (
      <FieldRow label="发文机关">
        <ReadOnlyValue>{issuers.join('、') || '—'}</ReadOnlyValue>
      </FieldRow>
    )
  }
  return (
    <FieldRow label="发文机关" htmlFor={id} missing={missing}>
      <Select
        id={id}
        data-field="issuers"
        mode="tags"
        variant="underlined"
        open={false}
        className="is-typed"
        tokenSeparators={['，', '、', ',']}
        placeholder="全称；联合行文主办的在前"
        value={issuers}
        onChange={(next: string[]) => session.setHeader({ issuers: next.map((one) => one.trim()).filter((one) => one !== '') })}
      />
    </FieldRow>
  )
}

function GenreField({ session, readOnly }: { readonly session: EditorSession; readonly readOnly: boolean }) {
  const id = useId()
  const genre = useSessionValue(session, (now) => now.document().header.genre)
  if (readOnly) {
    return (
      <FieldRow label="文种">
        <ReadOnlyValue>{genre ?? '—'}</ReadOnlyValue>
      </FieldRow>
    )
  }
  const change = (next: Header['genre'] | undefined): void => session.setHeader({ genre: next ?? null })
  return (
    <FieldRow label="文种" htmlFor={id}>
      <Select id={id} variant="underlined" allowClear showSearch placeholder="选取" value={genre} options={GENRES.map((value) => ({ value, label: value }))} onChange={change} />
    </FieldRow>
  )
}

/** A line part of the document (标题, 主送机关 …) as a form field. */
import { partText } from '../../../shared/document/text.ts'
import type { EditorSession, LineField as Field } from '../../editor/session.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'
import { useSessionValue } from './use-session.ts'

export interface LineFieldProps extends Omit<TextFieldProps, 'stored' | 'store' | 'field'> {
  readonly session: EditorSession
  readonly field: Field
}

export function LineField({ session, field, ...props }: LineFieldProps) {
  const stored = useSessionValue(session, (now) => partText(now.document(), field))
  return <TextField {...props} field={field} stored={stored} store={(text) => session.setLine(field, text)} />
}

/** Our own editor, with its numbers, rules and styles, and without the room around it. */
import { createRoot } from 'react-dom/client'
import { ReportProvider } from '../../../renderer/components/report.tsx'
import { createSession } from '../../../renderer/editor/create-session.ts'
import { DocumentEditor } from '../../../renderer/editor/document-editor.tsx'
import '../../../renderer/styles/base.css'
import '../../../renderer/styles/sheet.css'
import '../../../renderer/styles/tables.css'
import { desk, notice } from './desk.ts'

createRoot(desk()).render(
  <ReportProvider>
    <DocumentEditor session={createSession(notice(), { readOnly: false })} zoom={100} />
  </ReportProvider>,
)

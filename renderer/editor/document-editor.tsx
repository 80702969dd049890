import type { EditorSession } from './session.ts'
export function DocumentEditor({ session, zoom }: { readonly session: EditorSession; readonly zoom: number }) {
  return <div style={{ width: 616, margin: '14px auto', padding: '22px 84px', background: '#fff', zoom: zoom / 100 }}>{JSON.stringify(session.document()).slice(0, 1500)}</div>
}

/** A process of its own that saves and indexes until it is killed, and says which document it has made findable. */
import { openStore } from '../../electron/store/sqlite-store.ts'
import { readyDocument } from './library.ts'
import { request } from './search-model.ts'

const store = openStore(process.argv[2] ?? '')
for (let at = 0; ; at++) {
  const document = readyDocument(`关于第${at}号水库的通知`, `请巡查水库${'人民政府'.repeat(at % 40)}。`)
  const { id, revision } = await store.createDraft({ document, who: '林禾', what: 'created', detail: '' })
  if (at % 2 === 0) await store.search(request('水库'), '林禾')
  await store.saveDraft({ id, revision, document: readyDocument(`关于第${at}号渡口的通知`), now: 1 })
  await store.indexSome()
  process.stdout.write(`${id}\n`)
}

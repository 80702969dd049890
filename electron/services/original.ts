/** 另存原件: the file that a document was imported from, byte for byte. */
import type { JobRequest } from '../../shared/api/job-types.ts'
import type { OriginalResult } from '../../shared/api/types.ts'
import type { ServiceContext } from './context.ts'
import { put } from './target.ts'
import type { Task } from './task.ts'

/** Refused: notFound (no such document, or it was not imported), and what `replaceFile` refuses. */
export async function saveOriginal(context: ServiceContext, { id, target }: Extract<JobRequest, { kind: 'original' }>, task: Task): Promise<OriginalResult> {
  task.progress(0, 1, '正在取出原件…')
  const { name, bytes } = await context.library.store().getOriginal(id)
  const place = await put(context.shell, target, name, bytes)
  return { kind: 'original', ...place, bytes: bytes.length }
}

/** What the writers of files have in common. */
import { Refusal } from '../../shared/api/reply.ts'
import type { Checked } from '../../shared/api/types.ts'

/** A file that was written and read back. */
export interface ExportedFile {
  readonly bytes: Uint8Array
  readonly checked: Checked
  readonly missingCharacters: readonly string[]
}

/** Reports that writing goes on (`done` from 0 to 1) or checking begins. Throws where the person has cancelled. */
export type ExportStep = (what: 'write' | 'check', done?: number) => Promise<void>

/** The refusal of a file that is not what it should be. */
export function unsound(kind: 'Word' | 'PDF' | 'Excel', faults: readonly string[]): Refusal {
  return new Refusal({
    code: 'exportFailed',
    message: `写出的 ${kind} 文件没有通过检查，没有导出`,
    safe: '文稿和原有的文件没有改动',
    next: '这是程序的毛病，请把下面几行和这份文稿的标题告诉维护人员',
    details: faults.slice(0, 20),
  })
}

import type { SnapshotReason } from '../../shared/api/types.ts'

/** The events at which a text is frozen, as a person reads them. */
export const SNAPSHOT_NAMES: Record<SnapshotReason, string> = {
  submitted: '送审',
  signed: '签发',
  numbered: '取号',
  exported: '导出',
  printedOut: '打印',
  printed: '印发',
  issued: '导入',
  published: '刊登',
}

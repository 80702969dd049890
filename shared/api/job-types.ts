/** Long tasks: what they are asked, and how they end. */
import type { Document } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import type { BookImportResult, BookResult, RegisterJob } from './register-types.ts'
import type { ExportResult, FileFormat, ImportResult, Layout, OriginalResult, PrintResult, RescueResult, Source, Target } from './types.ts'

export type JobRequest =
  /** `format`: a Word file without it. `snapshot`: not what the document says now, but what was frozen of it then. */
  | { readonly kind: 'export'; readonly id: Id; readonly layout: Layout; readonly format?: FileFormat; readonly target: Target; readonly snapshot?: Id }
  /** 打印: a PDF to be shown at once, in no place of the person's. What it shows is frozen. */
  | { readonly kind: 'print'; readonly id: Id; readonly layout: Layout; readonly snapshot?: Id }
  /** 另存原件: the file that a document was imported from, as it was. */
  | { readonly kind: 'original'; readonly id: Id; readonly target: Target }
  /** 另存到别处: a text that the library cannot take, as a file. Needs no library. */
  | { readonly kind: 'rescue'; readonly document: Document; readonly format: 'docx' | 'txt'; readonly target: Target }
  /** `as`: every source must be a whole issue. Without it a source is one where its contents say so, else one notice. */
  | { readonly kind: 'import'; readonly sources: readonly Source[]; readonly as?: 'issue' }
  | RegisterJob

export type JobResult = RescueResult | ExportResult | PrintResult | OriginalResult | ImportResult | BookResult | BookImportResult

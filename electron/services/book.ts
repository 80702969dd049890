/** 发文登记簿: out as an Excel file or as pages, and in from an Excel file. */
import type { BookImportResult, BookResult, RegisterJob } from '../../shared/api/register-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import type { ServiceContext } from './context.ts'
import type { Task } from './task.ts'

export function exportBook(_context: ServiceContext, _request: Extract<RegisterJob, { kind: 'book' }>, _task: Task): Promise<BookResult> {
  return Promise.reject(new Refusal({ code: 'badRequest', message: '这一步还做不到' }))
}

export function importBook(_context: ServiceContext, _request: Extract<RegisterJob, { kind: 'bookImport' }>, _task: Task): Promise<BookImportResult> {
  return Promise.reject(new Refusal({ code: 'badRequest', message: '这一步还做不到' }))
}

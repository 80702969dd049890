/** 发文登记簿 out: as an Excel file, or as the pages of the paper book. */
import { join } from 'node:path'
import type { BookResult, RegisterJob } from '../../shared/api/register-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { assertNever } from '../../shared/lib/assert-never.ts'
import { bookPrint } from '../../shared/layout/book-print.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import type { Page } from '../../shared/layout/page.ts'
import { withFamilies } from '../../shared/layout/slots.ts'
import type { Book } from '../../shared/register/book-columns.ts'
import { bookFileName } from '../../shared/register/book-file-name.ts'
import { readMetrics } from '../fonts/metrics.ts'
import { booksOf } from './book-rows.ts'
import type { ServiceContext } from './context.ts'
import { unsound, type ExportedFile, type ExportStep } from './export-file.ts'
import { substitutesOf } from './export-pages.ts'
import { writtenPdf } from './export-pdf.ts'
import { show } from './print.ts'
import { wrongPlace } from './sources.ts'
import { put } from './target.ts'
import { cancelledRefusal, type Task } from './task.ts'
import { readGazetteTemplate } from './templates.ts'

type BookRequest = Extract<RegisterJob, { kind: 'book' }>

/** Reports that much of a hundred is done. Throws where the person has cancelled. */
type Report = (done: number, note: string) => Promise<void>

/**
 * Writes the book, read back before it takes its place. Refused: unknownSeries, notFound (no numbers), notReady (no font), exportFailed,
 * cancelled, and what `replaceFile` refuses.
 */
export async function exportBook(context: ServiceContext, { seriesId, year, format, target }: BookRequest, task: Task): Promise<BookResult> {
  const report: Report = async (done, note) => {
    task.progress(done, 100, note)
    if (await task.cancelled()) throw cancelledRefusal('没有导出登记簿')
  }
  // Only a PDF can be seen at once.
  if (target.kind === 'show' && format !== 'pdf') throw wrongPlace()
  await report(0, '正在读登记簿…')
  const store = context.library.store()
  const series = await store.listSeries(year ?? new Date().getFullYear())
  const books = booksOf(await store.book(seriesId, year), series, year)
  if (books.length === 0) throw new Refusal({ code: 'notFound', message: year === null ? '登记簿里还没有文号，没有导出' : `登记簿里没有${year}年的文号，没有导出`, safe: '没有写出文件', next: '请换一个系列或年份' })
  const { bytes, missingCharacters } = await written(context, books, format, report)
  await report(95, '正在存盘…')
  const code = series.find(({ id }) => id === seriesId)?.code ?? null
  const fileName = bookFileName(code, year, format)
  const place = target.kind === 'show' ? await show(context.shell, fileName, bytes) : await put(context.shell, target, fileName, bytes)
  const numbers = books.reduce((sum, { entries }) => sum + entries.filter(({ look }) => look !== 'gap').length, 0)
  const facts = [`${code ?? '全部系列'}${year === null ? '各年' : ` ${year} 年`}`, `${numbers} 个号`]
  await recordBook(context, target.kind === 'show' ? { what: 'bookPrinted', facts } : { what: 'bookExported', facts: [place.path ?? place.fileName, ...facts], path: place.path })
  return { kind: 'book', ...place, bytes: bytes.length, numbers, missingCharacters }
}

interface BookRecord {
  readonly what: 'bookExported' | 'bookPrinted'
  readonly facts: readonly string[]
  /** Where the file was put; a download has no place. */
  readonly path?: string | undefined
}

/** The file is there already: a library that cannot take the line must not make it look lost, nor keep a download back. */
async function recordBook({ library, report }: ServiceContext, { what, facts, path }: BookRecord): Promise<void> {
  try {
    const { user } = await library.store().profile()
    await library.store().recordLibraryAct({ what, who: user, detail: facts.join('，') })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (path === undefined) report(error)
    else throw new Refusal({ ...error.error, message: `导出记录没有写进资料库：${error.error.message}`, safe: `文件已经写好：${path}` }, error)
  }
}

type Written = Pick<ExportedFile, 'bytes' | 'missingCharacters'>

function written(context: ServiceContext, books: readonly Book[], format: BookRequest['format'], report: Report): Promise<Written> {
  switch (format) {
    case 'xlsx':
      return workbook(books, report)
    case 'pdf':
      return pages(context, books, report)
    default:
      return assertNever(format)
  }
}

async function workbook(books: readonly Book[], report: Report): Promise<Written> {
  // The library that writes it is loaded with the first one.
  const [{ writeBookFile }, { checkBookFile }] = await Promise.all([import('../sheet/writer/write-book.ts'), import('../sheet/writer/check-book.ts')])
  await report(20, '正在写表格…')
  const bytes = await writeBookFile(books)
  await report(70, '正在检查写好的文件…')
  const faults = checkBookFile(bytes, books)
  if (faults.length > 0) throw unsound('Excel', faults)
  return { bytes, missingCharacters: [] }
}

async function pages(context: ServiceContext, books: readonly Book[], report: Report): Promise<Written> {
  const store = context.library.store()
  const template = withFamilies(readGazetteTemplate(join(context.resources, 'templates')), await store.fontFamilies())
  const { metrics, faces, report: fonts } = await readMetrics(template.fonts)
  const { office } = await store.profile()
  const prints = books.map((book) => bookPrint(book, office, template))
  const all: Page[] = []
  for (const [at, print] of prints.entries()) {
    await report(Math.round((30 * at) / prints.length), '正在排版…')
    all.push(...layOut(print, metrics).pages)
  }
  const [print] = prints
  if (!print) throw new Error('a book has pages')
  const step: ExportStep = (what, done = 0) => report(what === 'write' ? 30 + Math.round(30 * done) : 60, what === 'write' ? '正在写文件…' : '正在检查写好的文件…')
  const about = { title: `${office}发文登记簿`, author: office, date: new Date() }
  return writtenPdf(about, { print, pages: all, faces, substitutes: substitutesOf(fonts) }, new Map(), { data: join(context.resources, 'pdfjs'), step })
}

/** What is said of workbooks that are not read. */
import { OfficeFault, type Faults } from '../../ooxml/fault.ts'

const REOPEN = '请在 Excel 或 WPS 里打开它，另存为 .xlsx 再试；打不开的，请向来表单位重要一份'

/** The faults of workbooks: broken, beyond what tables of a document can need, no .xlsx at all. */
export const SHEET_FAULTS: Faults = {
  damaged: (what) => new OfficeFault('notText', `这个 Excel 文件已损坏（${what}），没有读入`, REOPEN),
  oversized: (what) => new OfficeFault('tooLarge', `这个 Excel 文件${what}，没有读入`, '公文里的表格不会有这么大。请在 Excel 或 WPS 里把要用的部分复制到新文件，另存为 .xlsx 再试'),
  otherFile: (what) => new OfficeFault('notText', `这是${what}，没有读入`, '请在 Excel 或 WPS 里打开，另存为 .xlsx 再试'),
}

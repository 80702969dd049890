/** What is said of Word files that are not read. */
import { OfficeFault, type Faults } from '../../ooxml/fault.ts'

const REOPEN = '请在 Word 或 WPS 里打开原文，另存为 .docx 再导入；打不开的，请向来文单位重要一份'

/** The faults of Word files: broken, beyond what a document can need, no .docx at all. */
export const WORD_FAULTS: Faults = {
  damaged: (what) => new OfficeFault('notText', `这个 Word 文件已损坏（${what}），没有读入`, REOPEN),
  oversized: (what) => new OfficeFault('tooLarge', `这个 Word 文件${what}，没有读入`, '公文不会有这么大。请确认文件没有拿错；确实需要的，把它拆成几个文件再导入'),
  otherFile: (what) => new OfficeFault('notText', `这是${what}，没有读入`, '请在 Word 或 WPS 里打开，另存为 .docx 或“纯文本（.txt）”再导入'),
}

/** The fault of a workbook, which holds tables and no notice; `what` names its kind. */
export function workbookFault(what: string): OfficeFault {
  return new OfficeFault('notText', `这是${what}，里面是表格，不是一份公文`, '请先打开要放表格的拟稿，再用“插入”菜单的“从 Excel 文件插入表格”把它放进去')
}

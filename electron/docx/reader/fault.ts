/** Why a Word file is not read. Both texts are for the person in front of it. */
export class WordFault extends Error {
  readonly code: 'notText' | 'tooLarge'
  /** What to do, in Chinese. */
  readonly next: string
  constructor(code: 'notText' | 'tooLarge', message: string, next: string) {
    super(message)
    this.name = 'WordFault'
    this.code = code
    this.next = next
  }
}

const REOPEN = '请在 Word 或 WPS 里打开原文，另存为 .docx 再导入；打不开的，请向来文单位重要一份'

/** The fault of a file that is broken; `what` says where. */
export function damaged(what: string): WordFault {
  return new WordFault('notText', `这个 Word 文件已损坏（${what}），没有读入`, REOPEN)
}

/** The fault of a file that would grow beyond what a document can need. */
export function oversized(what: string): WordFault {
  return new WordFault('tooLarge', `这个 Word 文件${what}，没有读入`, '公文不会有这么大。请确认文件没有拿错；确实需要的，把它拆成几个文件再导入')
}

/** The fault of a file that is no .docx. */
export function otherFile(what: string): WordFault {
  return new WordFault('notText', `这是${what}，没有读入`, '请在 Word 或 WPS 里打开，另存为 .docx 或“纯文本（.txt）”再导入')
}

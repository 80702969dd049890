/** What pasted HTML held that did not come along, or that wants a look: said in one message after the paste. */

export class LeftOut {
  images = 0
  /** A comment has a mark in the text and its words behind it; either may be outside of what was copied. */
  commentMarks = 0
  commentTexts = 0
  hidden = 0
  /** Rows and columns of a spreadsheet. */
  hiddenLines = 0
  /** Cells that showed #### instead of their number. */
  narrowCells = 0
  nestedTables = 0
  notes = false
  hugeTables = 0

  /** Chinese sentences without their full stop; none where all came along as it was. */
  sentences(): readonly string[] {
    const comments = Math.max(this.commentMarks, this.commentTexts)
    const { images, hidden, hiddenLines, narrowCells, nestedTables, notes, hugeTables } = this
    return [
      images > 0 ? `${images}张图片没有粘贴，请用“插入”菜单的“图片”补上` : '',
      comments > 0 ? `${comments}条批注没有粘贴` : '',
      hidden > 0 ? `${hidden}处隐藏的文字没有粘贴` : '',
      hiddenLines > 0 ? `${hiddenLines}个隐藏的行或列没有粘贴，要用请先取消隐藏再复制` : '',
      narrowCells > 0 ? `${narrowCells}格显示为“####”，请在原表里加宽列再复制` : '',
      nestedTables > 0 ? `${nestedTables}个套在表格里的表格改成了文字` : '',
      hugeTables > 0 ? `${hugeTables}个过大的表格改成了文字` : '',
      notes ? '脚注的文字粘贴在最后' : '',
    ].filter((sentence) => sentence !== '')
  }
}

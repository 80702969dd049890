/** What the end or the beginning of a line tells: a sentence that is finished, one that goes on, an entry of a list. */

/** Ends a sentence or an item; brackets and quotation marks may follow. */
export function isFinished(text: string): boolean {
  return /[。！？；：…!?;:.][”’）)》】]*$/u.test(text) || /。[^。]*[）)]$/u.test(text)
}

/** Ends in a comma or an opening bracket: it goes on for sure. */
export function isOpen(text: string): boolean {
  return /[，、,（(《“〔]$/u.test(text)
}

/** A bracket or quotation that the text opens and does not close. */
export function hasOpenBracket(text: string): boolean {
  let open = 0
  for (const char of text) {
    if ('（(《“〔['.includes(char)) open += 1
    else if ('）)》”〕]'.includes(char)) open = Math.max(0, open - 1)
  }
  return open > 0
}

/** Names and posts with spaces between them: 成 员：张三 县财政局局长. Each line is an entry. */
export function isRoster(text: string): boolean {
  return /[\p{Script=Han}：:][ \u3000]+\p{Script=Han}/u.test(text) && !/[，。,]/u.test(text)
}

/** 联系人：…, 一是…: begins something of its own. */
export function startsLabel(text: string): boolean {
  return /^\S{1,8}[：:]/u.test(text) || /^[一二三四五六七八九十]+[是要]/u.test(text)
}

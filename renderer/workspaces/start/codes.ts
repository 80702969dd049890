/** 机关代字 as a person types them: cleaned of what belongs to the number and not to the code. */

/** "河政发〔2024〕" and "河政发字" both mean the code; spaces and brackets with a year go, the rest is kept as typed. */
export function cleanCode(typed: string): string {
  return typed.replace(/\s/g, '').replace(/[〔［[(（]\d{4}[〕］\])）].*$/, '')
}

/** True, or what is wrong with a code: Chinese characters only, at most eight (河政办函, 河防指电). */
export function checkCode(code: string): true | string {
  if (code === '') return '代字不能为空'
  if (!/^\p{Script=Han}+$/u.test(code)) return `“${code}”里有不是汉字的字符；年份和序号由程序编排，不写在代字里`
  return code.length <= 8 || `“${code}”太长，代字一般两到六个字`
}

/** Names of organs: what an issuer, an addressee or a signature looks like. */

const ENDING =
  /(?:政府|办公室|办公厅|委员会|党委|党组|常委会|政协|人大|法院|检察院|局|委|办|部|厅|院|所|站|处|校|学校|中心|公司|集团|企业|银行|协会|学会|联合会|商会|总会|妇联|残联|团委|工会|支行|支队|大队|中队|馆|社|社区|场|厂|区|县|市|镇|乡|村|科|室|股|组|小组|队|单位|部门|机构|机关|组织|团体|主体|指挥部|管委会|事务所|经济体|人民代表大会|次会议|全会|电视台|电台)(?:[（(][^（）()]{1,12}[）)])?$/u

/** True for what ends like the name of an organ and holds no punctuation of a sentence. */
export function isOrgan(text: string): boolean {
  const plain = text.replace(/\s/g, '')
  return plain.length >= 2 && plain.length <= 40 && !/[。；：，！？;:,!?]/u.test(plain) && ENDING.test(plain)
}

/** How the first sentence of a body begins or ends, and no line of addressees. */
const SENTENCE = /^(?:为|根据|现将|现就|按照|经|依据|近|截至|今|鉴于|由于|因|关于)|(?:如下|以下|下列|决定|通知|通告|公告|规定|要求|事项)[：:]$/u

/** True for a line of addressees (主送机关) that ends in its colon. */
export function isAddressed(text: string): boolean {
  return text.length <= 200 && /\p{Script=Han}{2}.*[：:]$/u.test(text) && !/[。；;！？]/u.test(text) && !SENTENCE.test(text)
}

/** True for a line that lists organs but has lost its colon. */
export function isListOfOrgans(text: string): boolean {
  if (text.length > 120 || /[。；;：:！？]/u.test(text) || SENTENCE.test(text)) return false
  const names = text.split(/[、，,]/u)
  return names.length > 1 && isOrgan(names.at(-1) ?? '') && /^[\u4e00-\u9fff]/u.test(text)
}

/** The same text for comparison: no spaces, brackets and punctuation in one width, no quotation marks. */
export function folded(text: string): string {
  return text
    .replace(/[\s\u3000]/g, '')
    .replace(/[（）：，；]/g, (char) => '():,;'['（）：，；'.indexOf(char)] ?? char)
    .replace(/[《》“”"]/g, '')
}

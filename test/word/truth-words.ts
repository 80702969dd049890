/** Invented sentences of 河湾县, made by a small grammar from fixed seeds: the same seed gives the same words on every machine. */

export interface Dice {
  /** A whole number from 0 to `sides` − 1. */
  readonly throw: (sides: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  readonly chance: (percent: number) => boolean
}

/** The same throws for the same seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides)
  }
  const pick = <T>(from: readonly T[]): T => {
    const one = from[roll(from.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  return { throw: roll, pick, chance: (percent) => roll(100) < percent }
}

const TOWNS = ['青石镇', '柳溪乡', '石桥镇', '云岭乡', '梅坞乡', '东河街道', '枫林镇', '双桥镇', '龙潭乡', '沙洲镇']
const OFFICES = ['县水利局', '县农业农村局', '县应急管理局', '县交通运输局', '县财政局', '县发展和改革局', '县自然资源和规划局', '市生态环境局河湾分局', '县卫生健康局', '县教育局', '县市场监督管理局', '县住房和城乡建设局']
const SURNAMES = ['王', '李', '张', '陈', '赵', '周', '吴', '孙', '欧阳', '何']
const GIVEN = ['明远', '立新', '海', '秀兰', '建军', '晓雯', '志强', '岚', '国平', '文静', '毅', '春生']
const POSTS = ['副县长', '县政府办公室主任', '县水利局局长', '县应急管理局副局长', '青石镇镇长', '柳溪乡乡长', '县财政局党组成员、副局长', '县气象局局长', '县消防救援大队大队长', '县供电公司副总经理（挂职）']
const TOPICS = ['山塘水库安全度汛', '农村公路养护', '粮食烘干中心建设', '村级集体经济发展', '城乡供水一体化', '养老服务设施改造', '露天烧烤整治', '秸秆禁烧巡查', '校车安全管理', '古树名木保护', '森林防火', '数字档案移交', '小微企业“信易贷”推广', 'LNG加气站布局']
const VERBS = ['进一步规范', '统筹推进', '加快实施', '严格落实', '持续完善', '全面排查', '逐项核对', '按月通报', '依法查处', '分批开展']
const OBJECTS = ['渠道、堤坝和涵闸的巡查记录', '灌溉机井的用电台账', '农村道路的养护清单', '防汛物资的出入库凭证', '护林员的值守日志', '集体资产的租赁合同', '危旧房屋的鉴定结论', '“一户一档”资料', '低收入人口动态监测名单', '取水许可证（电子版）', '在线监测设备（含GPS终端）的校准报告']
const AIMS = ['确保责任到人、措施到位', '做到底数清、情况明、数据准', '防止同类问题再次发生', '切实保障群众用水安全', '形成“月调度、季通报、年考核”的工作机制', '力争完成率达到95%以上', '不得以会议落实会议、以文件落实文件', '有关经费从年度预算中列支，不足部分由县财政统筹解决']
const LAWS = ['《中华人民共和国防洪法》', '《河湾县农村供水管护办法（试行）》', '《关于加强基层应急能力建设的意见》', '《政府信息公开条例》', '《河湾县“十四五”水安全保障规划》']
const UNITS = ['公里', '万元', '亩', '户', '立方米', '%', '个', 'km', 'kW', '℃', '吨', '平方米', 'mm', '人次']
const LATIN = ['GB/T 9704—2012', 'PM2.5', 'APP', '5G', 'https://www.hewan.example.cn', 'A3', 'PPP', 'Excel', 'ISO 9001:2015', 'WiFi', 'DN200', 'PVC']

export const town = (dice: Dice): string => dice.pick(TOWNS)
export const office = (dice: Dice): string => dice.pick(OFFICES)
export const topic = (dice: Dice): string => dice.pick(TOPICS)
export const post = (dice: Dice): string => dice.pick(POSTS)
export const person = (dice: Dice): string => dice.pick(SURNAMES) + dice.pick(GIVEN)
export const object = (dice: Dice): string => dice.pick(OBJECTS)

/** 2024年3月12日. */
export function day(dice: Dice): string {
  return `2024年${1 + dice.throw(12)}月${1 + dice.throw(28)}日`
}

/** A number as offices write it, with its unit: 1,280.5万元. */
export function amount(dice: Dice): string {
  const whole = dice.pick([dice.throw(10), dice.throw(100), dice.throw(1000), dice.throw(100_000)])
  const text = whole >= 1000 && dice.chance(60) ? whole.toLocaleString('en-US') : String(whole)
  return `${text}${dice.chance(25) ? `.${1 + dice.throw(9)}` : ''}${dice.pick(UNITS)}`
}

/** A clause without its stop. */
function clause(dice: Dice): string {
  switch (dice.throw(9)) {
    case 0: return `${town(dice)}、${town(dice)}和${office(dice)}要${dice.pick(VERBS)}${object(dice)}`
    case 1: return `由${office(dice)}牵头，${dice.pick(VERBS)}${topic(dice)}工作`
    case 2: return `${day(dice)}前完成${amount(dice)}的${object(dice)}`
    case 3: return `按照${dice.pick(LAWS)}的规定，${dice.pick(VERBS)}${object(dice)}`
    case 4: return `对${object(dice)}（${amount(dice)}）实行清单管理`
    case 5: return `以${dice.pick(LATIN)}为依据，${dice.pick(VERBS)}${topic(dice)}`
    case 6: return `发现“${topic(dice)}”方面的问题，应在${1 + dice.throw(48)}小时内上报${office(dice)}`
    case 7: return `坚持“${dice.pick(['预防为主', '谁主管、谁负责', '属地管理', '应急优先'])}”的原则，${dice.pick(AIMS)}`
    default: return `总投资${amount(dice)}，其中县级配套${amount(dice)}，${town(dice)}自筹${amount(dice)}`
  }
}

/** One sentence with its stop. */
export function sentence(dice: Dice): string {
  const clauses = Array.from({ length: 1 + dice.throw(3) }, () => clause(dice))
  return `${clauses.join(dice.chance(20) ? '；' : '，')}，${dice.pick(AIMS)}。`
}

/** Sentences as one paragraph: short ones and long ones. */
export function passage(dice: Dice, most = 5): string {
  return Array.from({ length: 1 + dice.throw(most) }, () => sentence(dice)).join('')
}

/** A heading's words, without number and stop. */
export function headline(dice: Dice): string {
  return dice.pick([`${dice.pick(VERBS)}${topic(dice)}`, `${topic(dice)}的主要任务`, '组织领导', '工作要求', '总体目标和基本原则', `${dice.pick(VERBS)}${object(dice)}`])
}

/** A long list of names with ideographic commas. */
export function list(dice: Dice): string {
  return `${office(dice)}、${Array.from({ length: 4 + dice.throw(12) }, () => dice.pick([...TOWNS, ...OFFICES])).join('、')}。`
}

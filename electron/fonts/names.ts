/** Names of one font: Windows and the makers of fonts know a family by a Latin name too. */

/** Each line is one font. */
const NAMES: readonly (readonly string[])[] = [
  ['仿宋_GB2312', 'FangSong_GB2312'],
  ['楷体_GB2312', 'KaiTi_GB2312'],
  ['仿宋', 'FangSong'],
  ['楷体', 'KaiTi'],
  ['黑体', 'SimHei'],
  ['宋体', 'SimSun'],
  ['新宋体', 'NSimSun'],
  ['微软雅黑', 'Microsoft YaHei'],
  ['等线', 'DengXian'],
  ['华文仿宋', 'STFangsong'],
  ['华文楷体', 'STKaiti'],
  ['华文黑体', 'STHeiti'],
  ['华文宋体', 'STSong'],
  ['华文中宋', 'STZhongsong'],
  ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXBSJW--GB1-0'],
  ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
  ['方正仿宋简体', 'FZFangSong-Z02S'],
  ['方正仿宋_GBK', 'FZFangSong-Z02'],
  ['方正楷体简体', 'FZKai-Z03S'],
  ['方正楷体_GBK', 'FZKai-Z03'],
  ['方正黑体简体', 'FZHei-B01S'],
  ['方正黑体_GBK', 'FZHei-B01'],
  ['方正书宋简体', 'FZShuSong-Z01S'],
  ['思源宋体', 'Source Han Serif SC', 'Source Han Serif CN', 'Noto Serif CJK SC'],
  ['思源黑体', 'Source Han Sans SC', 'Source Han Sans CN', 'Noto Sans CJK SC'],
]

const KNOWN = new Map(NAMES.flatMap((line) => line.map((name) => [plainName(name), line] as const)))

/** Everything that a family is called, as `plainName` writes it. */
export function namesOf(family: string): readonly string[] {
  const name = plainName(family)
  return KNOWN.get(name)?.map(plainName) ?? [name]
}

/** True when one of `families` is a name of `family`; letter case and spaces do not count. 仿宋 is not 仿宋_GB2312. */
export function isFamily(families: readonly string[], family: string): boolean {
  const names = namesOf(family)
  return families.some((one) => names.includes(plainName(one)))
}

/** What a font is shown as: the name that was asked for, or its Chinese one, or the first. */
export function shownName(families: readonly string[], asked?: string): string {
  const name = asked === undefined ? undefined : families.find((one) => plainName(one) === plainName(asked))
  const known = families.flatMap((family) => KNOWN.get(plainName(family))?.[0] ?? [])
  return name ?? families.find((one) => /\p{Script=Han}/u.test(one)) ?? known[0] ?? families[0] ?? ''
}

/** A name without what does not count when names are compared. */
export function plainName(name: string): string {
  return name.replace(/\s/g, '').toLowerCase()
}

/**
 * A library of invented documents whose characters and words are as unevenly frequent as those of real ones (Zipf): some words stand in
 * every document, most in few. The same sizes give the same texts.
 */
import { makeBody, makeCell, makeDocument, makeHeading, makeLine, makeParagraph, makeRow, makeTable } from '../../shared/document/build.ts'
import { GENRES, type Block, type Document } from '../../shared/document/types.ts'

/** Words that stand in almost every document, the most frequent first. */
const COMMON =
  '的 县 人民 政府 和 工作 要 等 管理 单位 人民政府 建设 安全 服务 实施 责任 部门 项目 发展 生产 有关 落实 加强 乡镇 应急 企业 办公室 农村 组织 监督 检查 资金 制度 完成 农业 保障 规定 按照 机制 推进 情况 社会 机构 信息 环境 水利 城市 培训 登记 审批 公共 整治 设施 人员 财政'.split(' ')
/** Words of a subject: each rarer than the one before it. */
const RARE =
  '监测 防汛 预警 隐患 排查 森林 防火 水库 堤防 巡查 值守 物资 储备 避险 山洪 地质灾害 危险区 灌溉 供暖 检修 网格 台账 公示 评分 补助 申报 验收 合同 采购 招标 联席会议 领导小组 河长制 林长制 秸秆 禁烧 烘干 机井 山塘 渡口 校车 养老 托育 殡葬 疫苗 种畜 油茶 竹产业 冷链 电商 驿站 非遗'.split(' ')
/** How many words there are besides, and of how many different characters they are made. */
const INVENTED = 20_000
const CHARACTERS = 3000

const ORGANS = ['河湾县人民政府', '河湾县人民政府办公室', '河湾县水利局', '河湾县应急管理局', '河湾县农业农村局', '河湾县教育局', '青石镇人民政府', '柳溪乡人民政府']
const CODES = ['河政发', '河政办发', '河水发', '河应急发', '河农发', '河教发', '青政发', '柳政发']

/** Numbers below 1, the same at each run (xorshift). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Draws the n-th of `values` with a frequency of about 1 / (n + flat); of what is rarer than one in 2^18, a part is never drawn. */
function zipf<T>(values: readonly T[], flat: number, random: () => number): () => T {
  const sums: number[] = []
  let sum = 0
  for (let at = 0; at < values.length; at++) sums.push((sum += 1 / (at + flat)))
  const table = new Uint32Array(1 << 18)
  for (let slot = 0, at = 0; slot < table.length; slot++) {
    while ((sums[at] ?? sum) < ((slot + 0.5) / table.length) * sum) at += 1
    table[slot] = at
  }
  const [first] = values
  if (first === undefined) throw new Error('no values')
  return () => values[table[Math.floor(random() * table.length)] ?? 0] ?? first
}

/** Makes documents of `characters` characters each, one after the other. */
export function* searchDocuments(count: number, characters: number): Generator<Document> {
  const random = randomFrom(20241130)
  const character = zipf(Array.from({ length: CHARACTERS }, (_, at) => String.fromCharCode(0x4e00 + ((at * 6007) % 20_000))), 40, random)
  const invented = Array.from({ length: INVENTED }, () => Array.from({ length: random() < 0.7 ? 2 : random() < 0.7 ? 3 : 1 }, character).join(''))
  const word = zipf(mixed(invented), 25, random)
  const below = (end: number): number => Math.floor(random() * end)
  const text = (length: number): string => {
    let line = ''
    while (line.length < length) line += random() < 0.1 ? `${word()}，` : random() < 0.02 ? `${below(2000)}` : word()
    return `${line.slice(0, Math.max(length - 1, 1))}。`
  }
  for (let at = 0; at < count; at++) yield documentOf({ at, characters, below, text, word })
}

/** The words by frequency: those of subjects further and further down among the invented ones. */
function mixed(invented: readonly string[]): readonly string[] {
  const words = [...COMMON, ...invented]
  for (const [at, word] of RARE.entries()) words.splice(Math.round(100 * 1.11 ** at), 0, word)
  return words
}

interface Draw {
  readonly at: number
  readonly characters: number
  readonly below: (end: number) => number
  readonly text: (length: number) => string
  readonly word: () => string
}

function documentOf({ at, characters, below, text, word }: Draw): Document {
  const blocks: Block[] = []
  let left = characters
  while (left > 0) {
    const length = Math.min(left, 20 + below(160))
    const kind = below(10)
    if (kind === 0 && left > 200) {
      blocks.push(makeTable(Array.from({ length: 6 }, (_, row) => makeRow([makeCell(`${row + 1}`), makeCell(word() + word()), makeCell(`${below(1000)}`), makeCell(text(15))]))))
      left -= 132
    } else {
      blocks.push(kind < 3 ? makeHeading(kind === 1 ? 1 : 2, text(Math.min(length, 24))) : makeParagraph(text(length)))
      left -= kind < 3 ? Math.min(length, 24) : length
    }
  }
  const organ = below(ORGANS.length)
  const year = 2010 + below(15)
  return makeDocument({ issuers: [ORGANS[organ] ?? ''], genre: GENRES[below(GENRES.length)] ?? null, documentNumber: `${CODES[organ] ?? ''}〔${year}〕${at + 1}号` }, [
    makeLine('title', `关于做好${word()}${word()}${word()}工作的通知`),
    makeLine('recipients', '各乡镇人民政府，县政府有关部门'),
    makeBody(blocks),
    makeLine('signatureOrgan', ORGANS[organ] ?? ''),
    makeLine('signatureDate', `${year}年${1 + below(12)}月${1 + below(28)}日`),
  ])
}

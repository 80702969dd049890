/** HTML as office programs and browsers put it on the clipboard, and what a draft makes of it. The words are invented, the markup is theirs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Block, Inline } from '../../shared/document/types.ts'

export interface Paste {
  /** Of the file in `clipboard/`. */
  readonly name: string
  readonly program: string
  /** The blocks on an empty line of a draft, as `outlineOf` writes them. */
  readonly blocks: readonly string[]
  /** What the person is told; "" where nothing is. */
  readonly note: string
}

export const PASTES: readonly Paste[] = [
  {
    name: 'word',
    program: 'Word',
    blocks: [
      '段 河湾县防汛备汛工作方案',
      '段 为做好2024年防汛工作，现制定本方案。',
      '1级 总体要求',
      '2级 工作目标。确保水库安全，确保人员转移及时。',
      '2级 责任分工。各乡镇负总责[1]。',
      '1级 主要任务',
      '3级 巡查堤防',
      '3级 清除河道障碍',
      '段 ● 备足  沙袋',
      '段 联系人：\t李毅',
      '表2头 防汛责任分工表 乡镇r2居中|责任人c2居中/姓名居中|职务居中/青石镇|王川;赵岭|镇长居右/柳溪乡||乡长居右',
      '段 填报日期：    年',
      '段 [1] 含街道办事处。',
    ],
    note: '1张图片没有粘贴，请用“插入”菜单的“图片”补上；1条批注没有粘贴；脚注的文字粘贴在最后。',
  },
  { name: 'word-tracked', program: 'Word with tracked changes', blocks: ['段 各乡镇于-4李毅+5李毅月底前报送。', '段 -逾期不报的，予以通报。李毅', '段 一律按时报送。'], note: '' },
  {
    name: 'wps',
    program: 'WPS',
    blocks: ['1级 组织领导', '2级 成立专班。由石桥镇牵头，6月30日前完成。', '段 专班每  月会商一次。', '表1头 项目居中|资金（万元）居中/堤防加固r2|12.5/8', '段 以上请遵照执行。'],
    note: '',
  },
  {
    name: 'excel',
    program: 'Excel',
    blocks: ['表2头 河湾县防汛资金安排表 单位：万元 乡镇r2|资金（万元）c2|备注写得长，盖到右边/上年|本年|/青石镇居中|1,200居右|########居右|含灌区/石桥镇;（含开发区）居中|600居右|650居右|', '段 注：本年为计划数。'],
    note: '2个隐藏的行或列没有粘贴，要用请先取消隐藏再复制；1格显示为“####”，请在原表里加宽列再复制。',
  },
  { name: 'wps-et', program: 'WPS tables', blocks: ['表1头 序号|乡镇|户数/1居中|云岭乡居中|1250居中/2居中|柳溪乡居中|96居中'], note: '' },
  { name: 'calc', program: 'LibreOffice Calc', blocks: ['表1头 月份|降水量|备注/一月|12.5居右|/二月|###居右|暂估'], note: '1格显示为“####”，请在原表里加宽列再复制。' },
  {
    name: 'writer',
    program: 'LibreOffice Writer',
    blocks: ['章 总则', '条 为规范水库管理，保障防洪安全，制定本办法。', '条 本办法适用于河湾县 A 类水库。', '3级 登记造册', '3级 定期巡查', '段 a.汛前', '段 b.汛后', '3级 及时报告'],
    note: '',
  },
  {
    name: 'web',
    program: 'a web page',
    blocks: ['段 河湾县水利局工作动态', '段 县水利局召开会议，部署汛前检查。', '段 会议要求：', '1级 落实责任；', '1级 加强值守。', '段 水库12座', '段 山塘', '段 来源：水利局', '表1头 日期|水位②/5月6日|12.3;汛限 13'],
    note: '2处序号按这里的次序重编，如“三、”改为“一、”；1张图片没有粘贴，请用“插入”菜单的“图片”补上；1处隐藏的文字没有粘贴；1个套在表格里的表格改成了文字；“河湾县水利局工作动态”用了标题样式，没有序号，作正文收入。',
  },
]

/** The HTML of one of `PASTES`. */
export function clipboardHtml(name: string): string {
  return readFileSync(join(import.meta.dirname, 'clipboard', `${name}.html`), 'utf8')
}

/** A block in one line: kind, number where it is a printed one, text; of tables the cells with spans and alignment. */
export function outlineOf(block: Block): string {
  switch (block.type) {
    case 'table':
      return [`表${block.headerRows}头`, block.caption ?? '', block.unit ?? '', block.children.map((row) => row.children.map((cell) => cell.children.map((line) => inlines(line.children)).join(';') + marksOf(cell)).join('|')).join('/')]
        .filter((part) => part !== '')
        .join(' ')
    case 'image':
      return '图'
    case 'paragraph':
      return `段 ${inlines(block.children)}`
    default: {
      const kind = block.type === 'heading' ? `${block.level}级` : { chapter: '章', article: '条', item: '项' }[block.type]
      return `${kind} ${block.printed ?? ''}${inlines(block.children)}`
    }
  }
}

function inlines(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if ('type' in child) return `[${child.type}]`
      return child.del ? `-${child.text}${child.del.author}` : child.ins ? `+${child.text}${child.ins.author}` : child.text
    })
    .join('')
}

const ALIGN = { left: '居左', center: '居中', right: '居右' } as const

function marksOf({ colSpan, rowSpan, align }: { readonly colSpan?: number; readonly rowSpan?: number; readonly align?: keyof typeof ALIGN }): string {
  return (rowSpan ? `r${rowSpan}` : '') + (colSpan ? `c${colSpan}` : '') + (align ? ALIGN[align] : '')
}

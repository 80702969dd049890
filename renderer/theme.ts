/** Ant Design's theme: the colours and measures of the design, in one place. */
import type { ThemeConfig } from 'antd'

/** Interface typeface: the systems' own Chinese sans serif, no font is shipped. */
export const UI_FONT = '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif'

/**
 * `colorPrimary` is ink, so that tabs, check boxes, inputs and focus stay quiet; only Button takes the red.
 * The tints of a near-black primary that the library derives are muddy, hence the explicit ones.
 */
export const THEME: ThemeConfig = {
  cssVar: { key: 'gongbao' },
  token: {
    colorPrimary: '#1E2126',
    colorPrimaryHover: '#3A3F47',
    colorPrimaryActive: '#000',
    colorPrimaryBorder: '#1E2126',
    colorPrimaryBg: '#F0F2F4',
    colorPrimaryBgHover: '#E3E6EA',
    controlItemBgActive: '#E3E6EA',
    controlItemBgActiveHover: '#DCDFE4',
    controlItemBgHover: '#ECEDEF',
    controlOutline: 'rgba(30,33,38,.16)',
    colorInfo: '#1C5A9E',
    colorError: '#BF2328',
    colorWarning: '#8A5300',
    colorSuccess: '#1F6B45',
    colorErrorBg: '#FBEFEE',
    colorWarningBg: '#FDF4E3',
    colorInfoBg: '#EAF1F9',
    colorSuccessBg: '#EAF4EE',
    colorLink: '#1E2126',
    colorText: '#1E2126',
    colorTextSecondary: '#4E545D',
    colorTextTertiary: '#656B75',
    colorTextPlaceholder: '#656B75',
    colorTextDisabled: '#868C95',
    colorBorder: '#8B919A',
    colorBorderSecondary: '#DCDEE2',
    colorSplit: '#EAEBEE',
    colorBgLayout: '#E9EAEC',
    colorBgMask: 'rgba(24,28,34,.36)',
    colorBgSolid: '#1E2126',
    colorBgSolidHover: '#3A3F47',
    colorBgSolidActive: '#000',
    fontFamily: UI_FONT,
    fontSize: 14,
    fontSizeSM: 12,
    fontSizeLG: 14,
    controlHeight: 30,
    controlHeightSM: 26,
    controlHeightLG: 36,
    borderRadius: 6,
    borderRadiusSM: 4,
    borderRadiusLG: 10,
    lineWidthFocus: 2,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.12s',
  },
  components: {
    Button: {
      colorPrimary: '#BF2328',
      colorPrimaryHover: '#A82026',
      colorPrimaryActive: '#8C171B',
      primaryShadow: 'none',
      defaultBorderColor: '#C6CAD0',
      paddingInline: 12,
    },
    Progress: { defaultColor: '#1E2126' },
    Select: { optionSelectedBg: '#E3E6EA' },
    Segmented: { trackBg: '#ECEDEF', itemSelectedBg: '#fff' },
    Tree: { nodeSelectedBg: '#E3E6EA', titleHeight: 28 },
    Table: { headerBg: '#fff', rowSelectedBg: '#E3E6EA', cellPaddingBlockSM: 6, cellPaddingInlineSM: 8 },
    Tooltip: { colorBgSpotlight: '#2B2F36' },
  },
}

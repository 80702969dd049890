/** What the recogniser was unsure of: where (标题, 第3段) and what, both in Chinese, to be shown and confirmed. */
export interface Doubt {
  readonly where: string
  readonly what: string
}

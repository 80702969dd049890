/** Moments as a person in an office reads them, in local time. */

/** "14:26". */
export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
}

/** "14:26" today, "5月8日" in this year, "2023年5月8日" before. */
export function shortMoment(at: number, now = Date.now()): string {
  const then = new Date(at)
  const today = new Date(now)
  if (then.toDateString() === today.toDateString()) return clockTime(at)
  const day = `${then.getMonth() + 1}月${then.getDate()}日`
  return then.getFullYear() === today.getFullYear() ? day : `${then.getFullYear()}年${day}`
}

/** "2024年5月8日 14:26". */
export function fullMoment(at: number): string {
  const then = new Date(at)
  return `${then.getFullYear()}年${then.getMonth() + 1}月${then.getDate()}日 ${clockTime(at)}`
}

/** "5月8日 14:26", with the year where it is not this one. */
export function longMoment(at: number, now = Date.now()): string {
  const short = shortMoment(at, now)
  const then = new Date(at)
  return short.includes(':') ? `${then.getMonth() + 1}月${then.getDate()}日 ${short}` : `${short} ${clockTime(at)}`
}

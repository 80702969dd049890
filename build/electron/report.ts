/** The report of a selftest, as the desktop program sends it over the IPC channel. */
import { z } from 'zod'

const schema = z.object({
  ok: z.boolean(),
  system: z.string(),
  versions: z.string(),
  steps: z.array(z.object({ name: z.string(), ok: z.boolean(), milliseconds: z.number(), note: z.string() })),
})

/** Prints it in lines; returns the exit code of the selftest. */
export function printReport(outcome: { readonly milliseconds: number; readonly report?: unknown }, say: (line: string) => void): number {
  const parsed = schema.safeParse(outcome.report)
  if (!parsed.success) {
    say('自检：桌面窗口打开了，但没有完成自检')
    return 1
  }
  const { ok, system, versions, steps } = parsed.data
  say(`系统：${system}`)
  say(`版本：${versions}`)
  say(`打开窗口：${outcome.milliseconds} 毫秒`)
  for (const step of steps) say(`${step.ok ? '正常' : '失败'}  ${step.name}  ${step.milliseconds} 毫秒  ${step.note}`)
  say(ok ? '自检通过' : '自检没有通过')
  return ok ? 0 : 1
}

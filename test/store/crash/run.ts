/** `npm run crash [-- ci|full] [scenario…]`: kills processes that work on a library, and says what they had done and what was found. */
import { SCENARIOS, type ScenarioId } from './scenarios.ts'
import { SIZES, type Size } from './sizes.ts'

const [size = 'ci', ...wanted] = process.argv.slice(2)
if (size in SIZES) await run(size as Size, wanted)
else {
  process.stderr.write(`看不懂“${size}”：规模用 ci 或 full，后面可以写 ${Object.keys(SCENARIOS).join('、')}\n`)
  process.exitCode = 1
}

async function run(chosen: Size, only: readonly string[]): Promise<void> {
  let sum = 0
  for (const [id, { name, run: scenario }] of Object.entries(SCENARIOS)) {
    if (only.length > 0 && !only.includes(id)) continue
    const began = performance.now()
    const { kills, done, unsaid } = await scenario(SIZES[chosen][id as ScenarioId])
    sum += kills
    process.stdout.write(`${name}：杀掉 ${kills} 次，已报完成的 ${done} 项都在，做成而来不及报的 ${unsaid} 项也完整（${Math.round((performance.now() - began) / 1000)} 秒）\n`)
  }
  process.stdout.write(`共杀掉 ${sum} 次，资料库每次都完整\n`)
}

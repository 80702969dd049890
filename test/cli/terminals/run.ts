/** `npm run terminals [-- ci|full]`: terminals that take numbers of one series at once, some killed, round after round. */
import { join } from 'node:path'
import { builtProgram } from '../../shell/harness.ts'
import { roundOfMany, roundOfSingle } from './rounds.ts'
import { SIZES } from './sizes.ts'

const [name = 'ci', ...rest] = process.argv.slice(2)
if ((name !== 'ci' && name !== 'full') || rest.length > 0) {
  process.stderr.write(`看不懂“${process.argv.slice(2).join(' ')}”：规模用 ci 或 full\n`)
  process.exit(1)
}
const size = SIZES[name]
const built = await builtProgram()
try {
  const program = join(built.root, 'dist/electron/cli.cjs')
  const sum = { printed: 0, killed: 0, unsaid: 0 }
  for (let round = 1; round <= size.rounds; round++) {
    const began = performance.now()
    const { printed, killed, unsaid } = await roundOfMany(program, size)
    process.stdout.write(`第 ${round} 轮：${size.terminals} 个终端各取 ${size.numbers} 个号，杀掉 ${killed} 个；报出的 ${printed} 个号都在簿上，取了而来不及报的 ${unsaid} 个（${Math.round((performance.now() - began) / 1000)} 秒）\n`)
    sum.printed += printed
    sum.killed += killed
    sum.unsaid += unsaid
  }
  process.stdout.write(`共 ${size.rounds} 轮：杀掉 ${sum.killed} 个终端，报出 ${sum.printed} 个号，来不及报的 ${sum.unsaid} 个；没有重号，没有缺号\n`)
  const { printed } = await roundOfSingle(program, size)
  process.stdout.write(`${size.single.terminals} 个终端各发 ${size.single.commands} 条命令：${printed} 个号，没有重号，没有缺号\n`)
} finally {
  built.remove()
}

import { bundle } from '../bundle.ts'

await bundle({ force: process.argv.includes('--force') })

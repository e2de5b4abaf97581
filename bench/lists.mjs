/* `npm run lists -- <folder> [--rows N] [--seed N]`: lists of made-up people, as dirty as real ones, to try an import with. */
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bundleScript } from '../config/script.mjs'

const USAGE = `用法：npm run lists -- <文件夹> [--rows 毕业生名单的行数] [--seed 种子]
  行数不填是 2000，最多 500000；种子是一个整数，种子一样，名单就一样，不填是 1`
const MOST_ROWS = 500_000

const whole = text => (/^\d+$/.test(text) ? Number(text) : Number.NaN)

function wanted() {
  try {
    const options = { rows: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } }
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [folder, ...others] = positionals
    const [rows, seed] = [whole(values.rows), whole(values.seed)]
    if (folder && others.length === 0 && rows >= 1 && rows <= MOST_ROWS && seed <= 0xffffffff)
      return { folder, rows, seed }
  } catch {
    // an option nobody knows
  }
  console.error(USAGE)
  process.exit(2)
}

const { folder, rows, seed } = wanted()
const { writeMadeUpLists, AS_OF } = await import(pathToFileURL(await bundleScript('bench/ledger/madeUpLists.ts')).href)
for (const { file, counts } of await writeMadeUpLists(folder, rows, seed)) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  console.log(`${file}（${all} 行）`)
}
console.log(`人和单位都是编的，名单日期（asOf）填 ${AS_OF}。怎么导入见 docs/operators.md 的“名单导入”`)

/* DuckDB joins the raw files by number, in a process of its own: `node asDuckDb.cjs <folder>`. A mark of the limit: no cell is read by any
   rule, nothing is keyed or decided. It reads UTF-8 only, so the folder holds copies. */
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { LISTS } from './lists'
import { peakMb, say, timed } from './measured'

async function main(folder: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const from = (list: string) =>
    `read_csv('${path.join(folder, `${list}.utf8.csv`)}', header = true, all_varchar = true)`
  const [roster, ...departments] = LISTS
  const joins = departments.map(
    (list, at) => `left join (select 证件号码 as number, any_value(姓名) as name from ${from(list)} group by 1) d${at} on d${at}.number = r.number`,
  ) // prettier-ignore
  const query =
    `select count(*), ${departments.map((_, at) => `count(d${at}.number), count(*) filter (d${at}.name = r.name)`).join(', ')} ` +
    `from (select 证件号码 as number, any_value(姓名) as name from ${from(roster!)} group by 1) r ${joins.join(' ')}`
  const run = await timed('all', async () => {
    const rows = (await connection.runAndReadAll(query)).getRows()
    return { rows: Number(rows[0]![0]), counts: {} }
  })
  say({ lists: [run], peakMb: peakMb() })
}

void main(process.argv[2]!)

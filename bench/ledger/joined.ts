/* The five lists joined by key and nothing else: `node joined.cjs <folder> <ours | csv-parse>`. No cell is read by a rule and nothing is
   decided or kept to go on from: rows, tokens of number and name, and a Map. What reading and keying alone take, either way. */
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { hmacSm3, idKeyOf, readKeys, searchToken } from '../../cloudfunctions/kernel/crypto'
import { openTable } from '../../cloudfunctions/kernel/table'
import { ENCODINGS, LISTS, titlesOf, type MeasuredList } from './lists'
import { peakMb, say, timed, type ListRun } from './measured'

const KEYS = readKeys(JSON.stringify({ 1: '0123456789abcdef'.repeat(4) }))
const KEY = KEYS.derive(1, 'index')
const DECODERS = { gb18030: 'gb18030', utf8: 'utf-8', utf8mark: 'utf-8', utf16: 'utf-16le' }

interface Way {
  rows: (file: string, list: MeasuredList) => AsyncGenerator<string[]>
  id: (number: string) => string
  name: (name: string) => string
}

const OURS: Way = {
  async *rows(file) {
    const table = await openTable(file)
    for await (const batch of table.batches()) for (const { cells } of batch) yield cells
  },
  id: number => idKeyOf(KEYS, '01', number),
  name: name => searchToken(KEYS, 'name', name),
}

const CSV_PARSE: Way = {
  async *rows(file, list) {
    const decoder = new TextDecoder(DECODERS[ENCODINGS[list]])
    async function* text() {
      for await (const chunk of createReadStream(file, { highWaterMark: 128 * 1024 }))
        yield decoder.decode(chunk as Buffer, { stream: true })
    }
    for await (const cells of Readable.from(text()).pipe(parse({ bom: true, from: 2 }))) yield cells as string[]
  },
  id: number => `k1:${hmacSm3(KEY, ['id', '01', number]).toString('hex')}`,
  name: name => `n1:${hmacSm3(KEY, ['search', 'name', name]).toString('hex').slice(0, 32)}`,
}

async function main(folder: string, { rows, id, name }: Way): Promise<void> {
  const names = new Map<string, string>()
  const lists: ListRun[] = []
  for (const list of LISTS) {
    const [number, called] = ['证件号码', '姓名'].map(title => titlesOf(list).indexOf(title)) as [number, number]
    const join = async () => {
      const counts = { agree: 0, differ: 0, unknown: 0 }
      let count = 0
      for await (const cells of rows(path.join(folder, `${list}.csv`), list)) {
        count += 1
        const key = id(cells[number]!)
        const token = name(cells[called]!)
        const known = names.get(key)
        counts[known === undefined ? 'unknown' : known === token ? 'agree' : 'differ'] += 1
        if (list === 'roster' && known === undefined) names.set(key, token)
      }
      return { rows: count, counts }
    }
    lists.push(await timed(list, join))
  }
  say({ lists, peakMb: peakMb() })
}

void main(process.argv[2]!, process.argv[3] === 'ours' ? OURS : CSV_PARSE)

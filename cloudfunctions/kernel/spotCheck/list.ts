import { DESTINATIONS, isVerified, VERIFICATION_METHOD_NAMES } from '../../../src/domain/destination'
import type { LedgerEntry } from '../../../src/domain/ledger'
import { maskName } from '../../../src/domain/person'
import {
  partsOf,
  SPOT_KIND_NAMES,
  STRATA,
  type Drawn,
  type Sizes,
  type SpotDistrict,
} from '../../../src/domain/spotCheck'
import type { TaskFile } from '../../../src/domain/task'
import { SealBroken } from '../crypto'
import { districtName } from '../governing'
import { openFact } from '../sealing'
import type { Cell, SheetColumn } from '../table'
import type { TaskCall } from '../task/kind'
import { leaveResult } from '../task/taskFiles'

const text = (title: string, width: number): SheetColumn => ({ title, width, kind: 'text' })
const int = (title: string, width: number): SheetColumn => ({ title, width, kind: 'int' })

const LIST = [
  text('登记编号', 18),
  text('姓名', 10),
  text('区', 16),
  text('去向类型', 26),
  text('毕业去向', 24),
  text('怎么核实的', 20),
  text('算不算已核实', 14),
  text('抽查结果', 20),
  text('备注', 30),
]
const STRATA_COLUMNS = [text('区', 16), text('去向类型', 26), int('有多少人', 10), int('抽多少人', 10)]

const placeName = (district: SpotDistrict): string => (district === 'pool' ? '市级待分配' : districtName(district))

/** Writes the drawn entries, masked, with a column left open for what the check finds, and beside it how they were drawn. */
export async function writeList(
  taskId: string,
  { seed, ratio }: { seed: string; ratio: number },
  { counts, sizes }: { counts: Sizes; sizes: Sizes },
  drawn: Drawn,
  call: TaskCall,
): Promise<{ file: TaskFile; rows: number }> {
  let rows = 0
  async function* list(): AsyncGenerator<Cell[]> {
    for (const stratum of STRATA) {
      const ids = (drawn[stratum] ?? []).map(({ id }) => id)
      for (let at = 0; at < ids.length; at += PAGE) {
        const page = ids.slice(at, at + PAGE)
        const found = new Map((await call.store.ledgerOf('city').findByIds(page)).map(entry => [entry._id, entry]))
        for (const id of page) {
          const entry = found.get(id)
          if (!entry?.destination) continue
          rows += 1
          const { district, kind } = partsOf(stratum)
          yield [entry.no, nameOf(entry, call), placeName(district), SPOT_KIND_NAMES[kind], ...destinationCells(entry)]
        }
      }
    }
  }
  const strata = STRATA.filter(stratum => counts[stratum]).map((stratum): Cell[] => {
    const { district, kind } = partsOf(stratum)
    return [placeName(district), SPOT_KIND_NAMES[kind], counts[stratum], sizes[stratum]]
  })
  const how: Cell[][] = [
    ['种子', seed],
    ['比例', String(ratio)],
    ['分层', '按区和去向类型分层，每层按比例向上取整，至少 1 人；规定全部抽的类型全部抽'],
    ['排序', '每层按“以种子为密钥、对记录内部编号算的 HMAC-SM3”从小到大取，和存放的先后无关'],
    ['重抽', '种子、比例和台账都不变，抽出来的人一样；比例调大，原来抽到的都在'],
  ]
  const file = await leaveResult(call.files, taskId, 'spot-check.xlsx', '抽查名单.xlsx', [
    { name: '抽查名单', columns: LIST, rows: list() },
    { name: '各层人数', columns: STRATA_COLUMNS, rows: strata },
    { name: '怎么抽的', columns: [text('项目', 10), text('说明', 80)], rows: how },
  ])
  return { file, rows }
}

const PAGE = 1_000

const destinationCells = ({ destination }: LedgerEntry): Cell[] =>
  destination
    ? [
        DESTINATIONS[destination.code].name,
        VERIFICATION_METHOD_NAMES[destination.method],
        isVerified(destination.method) ? '已核实' : '未核实',
        '',
        '',
      ]
    : []

/** A seal that doesn't open must not keep the rest of the list from being checked. */
function nameOf(entry: LedgerEntry, call: TaskCall): string {
  try {
    return maskName(openFact(call.keys, entry, 'name') ?? '')
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    call.note(`name of ledger ${entry._id} does not open`)
    return '打不开'
  }
}

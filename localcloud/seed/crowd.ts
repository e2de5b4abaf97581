import { DISTRICT_KEYS } from '../../src/domain/district'
import type { MadeUpPerson } from './people'

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张']
const GIVEN = ['晓雨', '子涵', '宇轩', '一诺', '思远', '梦琪', '浩然', '雨桐', '嘉怡', '俊杰', '若溪', '文博']
const SCHOOLS = ['北京联合大学', '首都经济贸易大学', '北京信息科技大学', '北京城市学院', '首都师范大学', '北京农学院']
const MAJORS = ['会计学', '软件工程', '学前教育', '市场营销', '机械工程', '园林']
const BASES = ['hukou', 'residence', 'jobSearch'] as const

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!

/** Enough made-up neighbours that each district's ledger has somebody in it; the same ones every time. */
export function crowd(size: number): MadeUpPerson[] {
  return Array.from({ length: size }, (_, index) => ({
    openid: `o-demo-crowd-${String(index).padStart(3, '0')}`,
    name: pick(SURNAMES, index * 7) + pick(GIVEN, index * 5),
    note: '',
    region: '110101',
    bornOn: `${1999 + (index % 4)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + ((index * 11) % 28)).padStart(2, '0')}`,
    sequence: 100 + index,
    phone: `1390000${String(1000 + index)}`,
    filings: [
      {
        kind: index % 3 === 0 ? 'unemployment' : 'jobSeeking',
        basis: pick(BASES, index),
        handlingDistrict: pick(DISTRICT_KEYS, index),
      },
    ],
    education: {
      level: '21',
      school: pick(SCHOOLS, index),
      major: pick(MAJORS, index),
      graduatedOn: index % 4 === 0 ? '2023-07-01' : '2024-07-01',
    },
    intention: { wantsWork: true },
  }))
}

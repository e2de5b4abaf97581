import type { DistrictKey } from '../../src/domain/district'
import type { ComparisonSource } from '../../src/domain/ledger'
import type { Hardship } from '../../src/domain/person'
import { NO_DAYS, spelledDay } from './damage'
import type { Random } from './random'
import type { Said } from './truth'

/** What a department's row says of somebody besides who it is, and what must come of it. */
export interface Content {
  cells: string[]
  said?: Said
  /** Heading of the column for which the row is refused. */
  refused?: string
  /** A further row of the same person, which adds to what the first says. */
  further?: string[]
  /** A further row of the same person, which contradicts the first. */
  disputed?: string[]
}

interface Department {
  titles: string[]
  /** Of a thousand people on the roster, those who are on this list. */
  of: number
  contents: (random: Random) => Content
}

/** By name, by code, and by codes and names of districts and counties that are none any more. */
const HUKOU: [DistrictKey | 'outside', string[]][] = [
  ['chaoyang', ['朝阳区', '北京市朝阳区', '110105', '110105000000', '北京市朝阳区某某街道']],
  ['haidian', ['海淀区', '110108']],
  ['dongcheng', ['东城区', '110101', '110103', '崇文区', '北京市崇文区']],
  ['xicheng', ['西城区', '110102', '110104', '宣武区']],
  ['changping', ['昌平区', '110114', '110221', '昌平县']],
  ['daxing', ['大兴', '110115', '110224']],
  ['yanqing', ['延庆区', '110119', '110229', '延庆县']],
  ['bda', ['北京经济技术开发区']],
  ['outside', ['河北省石家庄市', '130102', '内蒙古自治区', '上海市', '370102']],
]

function publicSecurity(random: Random): Content {
  const [hukou, words] = random.of(HUKOU)
  const where = random.of(words)
  const what = random.below(1_000)
  if (what < 6) return { cells: [random.of(['110199', '110302', '不详']), ''], refused: '户籍地' }
  if (what < 8) return { cells: ['', ''], refused: '户籍地' }
  if (what < 11) return { cells: [where, random.of(NO_DAYS)], refused: '死亡日期' }
  if (what < 13) return { cells: [where, spelledDay('2024-05-03', random)], said: { result: 'deceased', hukou } }
  if (what < 16) return { cells: [hukou === 'haidian' ? '顺义区' : '海淀区', ''], disputed: ['通州区', ''] }
  return { cells: [where, ''], said: { result: 'agrees', hukou } }
}

const AID: [Hardship, string[]][] = [
  ['minimumLiving', ['低保', '城市低保', '农村低保', '最低生活保障']],
  ['extremePoverty', ['特困', '特困供养']],
  ['lowIncome', ['低收入', '低收入家庭']],
  ['orphan', ['孤儿', '事实无人抚养儿童']],
]

function civilAffairs(random: Random): Content {
  const [[hardship, words], [other, otherWords]] = [random.of(AID), random.of(AID)]
  const category = random.of(words)
  const what = random.below(1_000)
  if (what < 10) return { cells: [random.of(['困难', '其他', '低保户吗'])], refused: '救助类别' }
  if (what < 40 && other !== hardship)
    return {
      cells: [category],
      further: [random.of(otherWords)],
      said: { result: 'listed', hardships: [hardship, other] },
    }
  if (what < 60 && other !== hardship)
    return {
      cells: [`${category}、${random.of(otherWords)}`],
      said: { result: 'listed', hardships: [hardship, other] },
    }
  return { cells: [category], said: { result: 'listed', hardships: [hardship] } }
}

const disability = (random: Random): Content => ({
  cells: [random.of(['肢体', '听力', '视力', '言语']), random.of(['一级', '二级', '三级', '四级', '3'])],
  said: { result: 'listed', hardships: ['disability'] },
})

const EMPLOYERS = ['京华软件有限公司', '东明商贸有限公司', '北辰物业有限公司', '新苑餐饮有限公司']
const STARTS = ['2024-07-01', '2024-07-15', '2024-08-01', '2023-11-01']

function socialInsurance(random: Random): Content {
  const since = random.of(STARTS)
  const from = spelledDay(since, random)
  const employer = random.of(EMPLOYERS)
  const what = random.below(1_000)
  if (what < 8) return { cells: [random.of(['不详', '', '9']), from, '', employer], refused: '参保状态' }
  if (what < 14) return { cells: ['参保', random.of(NO_DAYS), '', employer], refused: '参保日期' }
  if (what < 20) return { cells: ['停保', '2024-05-01', '2024-04-01', employer], refused: '停保日期' }
  if (what < 40)
    return {
      cells: ['停保', '2022-01-01', '2023-01-01', random.of(EMPLOYERS)],
      further: ['参保', from, '', employer],
      said: { result: 'insured', since },
    }
  if (what < 300)
    return {
      cells: [random.of(['停保', '未参保', '中断缴费']), '', '', ''],
      said: { result: 'notInsured' },
    }
  if (what < 330) return { cells: ['参保', from, '2024-08-20', employer], said: { result: 'notInsured' } }
  return {
    cells: [random.of(['参保', '正常参保', '在职', '1']), from, '', employer],
    said: { result: 'insured', since },
  }
}

/** The four departments' lists: their columns besides name and number, whom they hold, and what they say. */
export const DEPARTMENTS: Record<ComparisonSource, Department> = {
  publicSecurity: { titles: ['姓名', '证件号码', '户籍地', '死亡日期'], of: 980, contents: publicSecurity },
  civilAffairs: { titles: ['姓名', '证件号码', '救助类别'], of: 40, contents: civilAffairs },
  disability: { titles: ['姓名', '证件号码', '残疾类别', '残疾等级'], of: 20, contents: disability },
  socialInsurance: {
    titles: ['姓名', '证件号码', '参保状态', '参保日期', '停保日期', '单位名称'],
    of: 350,
    contents: socialInsurance,
  },
}

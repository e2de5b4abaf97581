import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DOORS } from '../../../components/Doors'
import { campaignFor } from '../../../cloud/data'
import { BASES } from '../../../domain/district'
import { checkEligibility, KINDS } from '../../../domain/registration'
import { asksOf, ASK_12333, BOTH, comparison, MAY_CHOOSE } from './words'

const ON = '2024-08-20'
const campaign = campaignFor(ON)
const pairs = comparison(campaign, ON)
const said = (title: string) => pairs.find(pair => pair.title === title)!
const all = [
  ...pairs.flatMap(({ title, unemployment, jobSeeking }) => [title, unemployment, jobSeeking].flat()),
  ...BOTH,
  ...ASK_12333,
]

describe('the two kinds side by side', () => {
  it.each(KINDS)('%s: every rule is said before the form asks for it', kind => {
    const { rules } = checkEligibility({ kind, facts: {}, on: ON, campaign })
    expect(asksOf(kind, campaign, ON)).toHaveLength(rules.length)
    for (const ask of asksOf(kind, campaign, ON)) expect(said('谁能办')[kind]).toContain(ask)
  })
  it('ages and months are the campaign file’s', () => {
    const { ages, deadlines } = campaign
    const other = comparison(
      {
        ...campaign,
        ages: { ...ages, floor: { ...ages.floor, value: 17 } },
        deadlines: { ...deadlines, keepAlive: { ...deadlines.keepAlive, value: 9 } },
      },
      ON,
    )
    expect(said('谁能办').jobSeeking).toContain('满 16 周岁')
    expect(other.find(({ title }) => title === '谁能办')?.jobSeeking).toContain('满 17 周岁')
    expect(said('怎么结束').unemployment).toContain('连续 6 个月')
    expect(other.find(({ title }) => title === '怎么结束')?.unemployment).toContain('连续 9 个月')
  })
  it('the months say the same as the pledge one signs', () => {
    const pledge = /连续 (\d+) 个月/.exec(campaign.declarations.seekingWork.sentence)?.[1]
    expect(said('怎么结束').unemployment).toContain(`连续 ${pledge} 个月`)
  })
  it('nobody without work is told that job-seeking would do as the other', () => {
    expect(said('它不管什么').jobSeeking).toContain('不能当失业登记用')
    expect(said('它不管什么').unemployment).toContain('同时只能有一份')
  })
  it('an unsure number of the campaign file is never said', () => {
    expect(campaign.deadlines.firstContact.confidence).toBe('unsure')
    expect(all.join()).not.toMatch(/\d+ ?天|\d+ ?元/)
  })
  it('no large heading holds the word one would not want read over the shoulder', () => {
    expect(pairs.map(({ title }) => title).join()).not.toContain('失业')
    expect(readFileSync(path.join(__dirname, 'index.config.ts'), 'utf8')).not.toContain('失业')
  })
  it('speaks as one does at a counter', () => {
    expect(all.join()).not.toMatch(/您|系统|温馨|！|请/)
  })
})

it('each of the three places says what it is and who may choose it', () => {
  for (const basis of BASES) {
    expect(DOORS[basis].meaning).toContain(DOORS[basis].name)
    expect(MAY_CHOOSE[basis]).toMatch(/能选/)
  }
})

import { CONTACT_STATES } from '../../domain/ledger'
import { draftSaid } from './draft'
import type { HomeEntry } from './entry'
import { greeting, homeSays, howFar, olderWords, stateWords, type Facts } from './says'

type Registration = HomeEntry['registrations'][number]
const filed: Registration = {
  kind: 'unemployment',
  basis: 'residence',
  district: 'chaoyang',
  status: 'filed',
  filedAt: '2024-08-20T01:41:00.000Z',
}
const accepted: Registration = {
  ...filed,
  status: 'active',
  acceptedAt: '2024-08-22T03:00:00.000Z',
  effectiveFrom: '2024-08-22',
}
const seeking: Registration = { ...filed, kind: 'jobSeeking', status: 'active', effectiveFrom: '2024-08-20' }
const ended: Registration = {
  ...seeking,
  status: 'ended',
  endedAt: '2024-08-30T02:00:00.000Z',
  endReason: '找到工作了',
}
const entry: HomeEntry = {
  no: 'QH24-7K3M-92PX',
  handlingDistrict: 'chaoyang',
  person: { name: '林**' },
  registrations: [filed],
  contactState: 'none',
  served: 0,
  nextDue: '2024-09-19',
  underReview: [],
}
const draft = { progress: { on: '学业', at: 2, of: 6 }, keptUntil: '2024-08-26' }
const facts: Facts = {
  entry: null,
  draft: undefined,
  now: new Date('2024-08-23T01:41:00.000Z'),
  asOf: new Date('2024-08-23T01:41:00.000Z'),
  districtName: key => (key === 'chaoyang' ? '朝阳区' : key),
  seen: undefined,
}
const say = (registrations: Registration[], more: Partial<HomeEntry> = {}, rest: Partial<Facts> = {}) =>
  homeSays({ ...facts, ...rest, entry: { ...entry, ...more, registrations } })
const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(one => texts(one))
      : []

const SETS: Record<string, Registration[]> = {
  'nothing filed': [],
  pending: [filed],
  accepted: [accepted],
  'job-seeking': [seeking],
  'both, one pending': [filed, seeking],
  'both in force': [accepted, seeking],
  'one ended, one in force': [{ ...accepted, status: 'ended', endedAt: '2024-08-30T02:00:00.000Z' }, seeking],
  ended: [ended],
  'ended twice, filed again': [ended, { ...ended }, filed],
}
const DUES = [undefined, '2024-08-22', '2024-08-23', '2024-09-19']
const ALL = Object.entries(SETS).flatMap(([name, registrations]) =>
  CONTACT_STATES.flatMap(contactState =>
    DUES.flatMap(nextDue =>
      [0, 5, 63].flatMap(served =>
        [undefined, draft].map(kept => ({
          name: `${name}, ${contactState}, due ${nextDue}, served ${served}${kept ? ', a draft' : ''}`,
          nextDue,
          says: say(registrations, { contactState, nextDue, served }, { draft: kept }),
        })),
      ),
    ),
  ),
)

describe('in whatever state somebody comes', () => {
  it('there is one next step, in words', () => {
    for (const { name, says } of ALL) {
      expect([name, says.next.title.length > 1]).toEqual([name, true])
      if (says.state === 'pending' || says.state === 'registered')
        expect([name, says.next.text.length > 5]).toEqual([name, true])
      else expect([name, says.next.act?.to]).toEqual([name, 'form'])
    }
  })
  it('no day is promised that the ledger does not hold', () => {
    for (const { name, nextDue, says } of ALL)
      if (!nextDue && says.state !== 'draft')
        expect([name, `${says.next.text}${says.next.left ?? ''}`]).toEqual([
          name,
          expect.not.stringMatching(/\d月|\d 天/),
        ])
  })
  it('a neighbour reads nothing over the shoulder: not in a title, a tag, the card that stands out, the news, nor a cell’s title', () => {
    for (const { name, says } of ALL) {
      const cells = 'standing' in says ? says.standing : 'ended' in says ? says.ended : []
      const large = [
        says.title,
        says.next,
        'tags' in says ? says.tags : [],
        'news' in says ? says.news : [],
        cells.map(({ title }) => title),
      ]
      expect([name, texts(large).join()]).toEqual([name, expect.not.stringContaining('失业')])
    }
  })
  it('it speaks as one does at a counter', () => {
    for (const { name, says } of ALL)
      expect([name, texts(says).join()]).toEqual([
        name,
        expect.not.stringMatching(/您|系统|温馨|！|请|恭喜|加油|undefined|NaN/),
      ])
  })
  it('a draft is never lost sight of', () => {
    for (const { name, says } of ALL.filter(one => one.name.endsWith('a draft')))
      expect([name, texts(says).join()]).toEqual([
        name,
        expect.stringMatching(/(填到学业.*8月26日 周一.*还差 4 步|还差 4 步.*8月26日 周一)/),
      ])
  })
})

describe('who has nothing filed', () => {
  it('is new, and starts', () => {
    expect(homeSays(facts)).toMatchObject({ state: 'new', next: { act: { label: '开始登记' } } })
  })
  it('goes on with what was begun, told how far it is and until when it is kept', () => {
    expect(homeSays({ ...facts, draft })).toMatchObject({
      state: 'draft',
      next: {
        title: '还差 4 步',
        text: expect.stringMatching(/^填到学业了，.*8月26日 周一/),
        act: { label: '接着填' },
      },
    })
  })
  it('is told when all is filled in and only has to be handed in', () => {
    expect(howFar({ ...draft, progress: { on: '核对', at: 5, of: 6 } })).toBe('填到核对，还差看一遍、交上去')
  })
  it('is told of a draft of an older version too, without a count', () => {
    expect(draftSaid({ savedAt: '2024-08-20T01:00:00.000Z', value: { step: 'work' } })).toEqual({
      keptUntil: '2024-08-26',
    })
    expect(howFar({ keptUntil: '2024-08-26' })).toBe('上次填到一半')
  })
})

describe('who waits for the acceptance', () => {
  it('is told who calls by when, that it is being looked at, and that nobody has set a day for it', () => {
    expect(say([filed])).toMatchObject({
      state: 'pending',
      tags: [{ label: '受理中' }, { label: '朝阳区经办' }],
      next: {
        title: '朝阳区给你打电话',
        left: '还有 27 天',
        text: expect.stringMatching(/^9月19日 周四前/),
        more: expect.stringMatching(/哪天受理还没有定/),
      },
      standing: [{ title: '受理中，8月20日交', note: '失业登记' }],
    })
  })
  it('was filed on the day it is in Beijing', () => {
    expect(stateWords({ ...filed, filedAt: '2024-08-20T16:30:00.000Z' })).toContain('8月21日')
  })
  it('with the other kind in force, sees both', () => {
    expect(say([filed, seeking])).toMatchObject({
      state: 'pending',
      tags: [{ label: '登记好了' }, { label: '一项受理中' }, { label: '朝阳区经办' }],
    })
  })
})

describe('who was accepted', () => {
  it('reads the news with its day, until it is put away', () => {
    const news = { title: '8月22日受理了', text: expect.stringContaining('从8月22日起算') as string }
    expect(say([accepted])).toMatchObject({ state: 'registered', news })
    expect(say([accepted], {}, { seen: accepted.acceptedAt })).not.toHaveProperty('news')
    expect(say([accepted], {}, { seen: '2023-01-01T00:00:00.000Z' })).toMatchObject({ news })
  })
  it('is told nothing of an acceptance that never was: job-seeking needs none', () => {
    expect(say([seeking])).not.toHaveProperty('news')
  })
})

describe('what comes next', () => {
  it('a day that passed without a call is owned up to, with whom to call and what to say', () => {
    expect(say([seeking], { nextDue: '2024-08-22' }).next).toEqual({
      title: '说好的日子过了',
      text: '朝阳区该在8月22日前联系你，这里没有记到。打 12333 问一声，报登记编号。',
      more: '登记编号 QH24-7K3M-92PX',
      left: '过了 1 天',
      act: { label: '打 12333', to: 'phone' },
    })
  })
  it('a day that has passed since the ledger was last read accuses nobody', () => {
    const { next } = say([seeking], { nextDue: '2024-08-22' }, { asOf: new Date('2024-08-22T01:00:00.000Z') })
    expect(next).toMatchObject({ title: '看看联系过你没有', text: expect.stringContaining('连上网') })
    expect(next.act).toBeUndefined()
  })
  it('the last day is still in time', () => {
    expect(say([seeking], { nextDue: '2024-08-23' }).next.left).toBe('就在今天')
  })
  it('asks for the number where nobody could be reached, and says that they will try again', () => {
    const { next } = say([seeking], { contactState: 'unreachable' })
    expect(next).toMatchObject({
      text: expect.stringMatching(/9月19日 周四前还会再打。$/),
      act: { label: '看看号码', to: 'number' },
    })
    expect(say([seeking], { contactState: 'unreachable', nextDue: undefined }).next.text).toMatch(/来电，还会再打。$/)
  })
  it('does not press whoever said no', () => {
    const { next } = say([seeking], { contactState: 'refused', nextDue: '2024-08-22' })
    expect(next).toMatchObject({ title: '想要服务随时说' })
    expect(next.left).toBeUndefined()
  })
  it('says so when all six are done', () => {
    expect(say([seeking], { contactState: 'reached', served: 63, nextDue: undefined }).next.title).toBe(
      '6 次服务都做过了',
    )
  })
})

describe('the six services', () => {
  const side = (more: Partial<HomeEntry>) => (say([seeking], more) as { services: unknown }).services
  it('are said to be empty where they are, and why', () => {
    expect(side({})).toEqual({ side: '完成 0，还差 6', note: expect.stringContaining('还没开始') })
    expect(side({ contactState: 'refused' })).toMatchObject({ note: expect.stringContaining('你说不用') })
  })
  it('are counted one by one', () => {
    expect(side({ served: 1 | 4 | 8, contactState: 'reached' })).toEqual({ side: '完成 3，还差 3' })
  })
})

describe('who has ended it all', () => {
  it('reads when and why in their own words, and can register again', () => {
    expect(say([ended])).toMatchObject({
      state: 'ended',
      ended: [{ title: '8月30日结束', note: '求职登记，原因：找到工作了' }],
      next: { act: { label: '再登记' } },
    })
  })
  it('reads of each kind only how it ended last', () => {
    const { ended: told } = say([{ ...ended, endReason: '先不找了' }, ended]) as { ended: { note: string }[] }
    expect(told.map(({ note }) => note)).toEqual(['求职登记，原因：找到工作了'])
  })
})

it('texts that somebody still looks at are mentioned', () => {
  expect(say([seeking], { underReview: ['intention.note'] })).toMatchObject({
    underReview: expect.stringContaining('还有人在看'),
  })
})

describe('words from before', () => {
  it('say from when they are and why there are no newer ones', () => {
    expect(olderWords('offline', '2024-08-20T01:41:00.000Z')).toBe('没有网，这是8月20日看到的。')
    expect(olderWords('unavailable', '2024-08-20T01:41:00.000Z')).toMatch(/是我们的问题.*8月20日/)
    // who was refused, say for looking too often, reads why; it is nobody's fault
    expect(olderWords('refused', '2024-08-20T01:41:00.000Z', '看得太快了，请等几秒再试')).toBe(
      '看得太快了，请等几秒再试。这是8月20日看到的。',
    )
    expect(olderWords('slow', '2024-08-20T01:41:00.000Z')).toMatch(/还在读最新的/)
  })
  it('own up to knowing nothing', () => {
    expect(olderWords('offline', undefined)).toBe('没有网，登记没登记过现在查不到，填过的都在手机里，可以接着填。')
  })
})

it.each([
  ['2024-08-20 09:41', '上午好'],
  ['2024-08-20 12:00', '中午好'],
  ['2024-08-20 17:59', '下午好'],
  ['2024-08-20 23:10', '晚上好'],
  ['2024-08-20 02:10', '夜里好'],
])('at %s one says %s', (at, said) => {
  expect(greeting(at)).toBe(said)
})

import { OWN_ENTRY } from '../../../test/pages/ownEntry'
import { render } from '../../../test/pages/render'
import { answerWith, asked, forgetAll, shared, showAgain } from '../../../test/pages/taro'
import { keepDraft } from '../../cloud/drafts'
import { forgetEverythingHere } from '../../cloud/forget'
import { keepSeen, lastSeen } from '../../cloud/lastSeen'
import type { OwnEntry } from '../../contract/graduate'
import Home from '.'

const noNet = () => answerWith(() => Promise.reject({ errMsg: 'request:fail' } as unknown as Error))
const cloudHolds = (entry: OwnEntry | null) => answerWith(() => Promise.resolve({ ok: true, data: { entry } }))
const cloudDown = () =>
  answerWith(() =>
    Promise.resolve({ ok: false, error: { code: 'TRY_AGAIN', message: '再试', requestId: '7f3a91c2-1' } }),
  )

async function open() {
  const page = render(<Home />)
  await page.settle()
  return page
}
const [seeking] = OWN_ENTRY.registrations
const pending: OwnEntry = {
  ...OWN_ENTRY,
  registrations: [{ ...seeking!, kind: 'unemployment', status: 'filed' }],
}
const accepted: OwnEntry = {
  ...OWN_ENTRY,
  registrations: [
    {
      ...seeking!,
      kind: 'unemployment',
      acceptedAt: '2024-08-22T03:00:00.000Z',
      effectiveFrom: '2024-08-22',
    },
  ],
}

beforeEach(forgetAll)

describe('the first page without a net', () => {
  it('lets one go on with what was begun, and says until when it is kept', async () => {
    await keepDraft('register', {})
    noNet()
    const page = await open()
    expect(page.text()).toMatch(/没有网.*留到\d+月\d+日 周./)
    await page.tap('button', '接着填')
    expect(asked).toContainEqual({ name: 'navigateTo', options: { url: '/pages/register/index' } })
  })

  it('says so where nothing was begun', async () => {
    noNet()
    const page = await open()
    expect(page.text()).toContain('现在没有网')
  })

  it('keeps what it showed before, and says that it is from before', async () => {
    cloudHolds(null)
    const page = await open()
    expect(page.text()).not.toContain('这是上次看到的')
    noNet()
    showAgain()
    await page.settle()
    expect(page.text()).toMatch(/这是上次看到的.*先登记一下/)
  })

  it('opened anew, shows how things stood when it was last seen', async () => {
    cloudHolds({ ...pending, nextDue: '2124-09-19' })
    const page = await open()
    page.leave()
    noNet()
    const again = await open()
    expect(again.text()).toMatch(/没有网，这是\d+月\d+日看到的.*林\*\*.*受理中/)
    // what the cloud would have to hear of can't be asked now
    expect(again.text()).not.toContain('受理了告诉我')
  })
})

describe('a cloud that is down', () => {
  it('is our fault, and what was last seen stays', async () => {
    await keepSeen(OWN_ENTRY, new Date())
    cloudDown()
    const page = await open()
    expect(page.text()).toMatch(/没读到最新的，是我们的问题.*登记好了/)
    cloudHolds({ ...OWN_ENTRY, contactState: 'unreachable' })
    await page.tap('button', '再试一次')
    await page.settle()
    expect(page.text()).toMatch(/^(?!.*是我们的问题).*电话没打通/)
  })

  it('is told from one that refused: its own words are said, and nobody’s fault is claimed', async () => {
    await keepSeen(OWN_ENTRY, new Date())
    answerWith(() =>
      Promise.resolve({
        ok: false,
        error: { code: 'RATE_LIMITED', message: '看得太快了，请等几秒再试', requestId: '7f3a91c2-1' },
      }),
    )
    const page = await open()
    expect(page.text()).toMatch(/看得太快了，请等几秒再试。这是.*看到的.*登记好了/)
    expect(page.text()).not.toContain('是我们的问题')
  })

  it('has a number to read out where nothing is known', async () => {
    cloudDown()
    expect((await open()).text()).toMatch(/是我们的问题.*7F3A 91C2/)
  })
})

describe('what the phone keeps of an entry', () => {
  it('is what the first page shows and no more: no school, no wishes, no reasons, no numbers of the person', async () => {
    const now = new Date()
    await keepSeen({ ...OWN_ENTRY, registrations: [{ ...seeking!, endReason: '家里有事' }] }, now)
    const kept = JSON.stringify(await lastSeen(now))
    expect(kept).toContain(OWN_ENTRY.no)
    expect(kept).not.toMatch(/北京工业大学|数据|家里有事|138|110\*/)
  })

  it('goes after thirty days, with the entry, and with everything else when one has it erased', async () => {
    const now = new Date('2024-08-20T00:00:00.000Z')
    const in31Days = new Date('2024-09-20T00:00:00.000Z')
    await keepSeen(OWN_ENTRY, now)
    await expect(lastSeen(in31Days)).resolves.toBeUndefined()
    await keepSeen(OWN_ENTRY, now)
    await keepSeen(null, now)
    await expect(lastSeen(now)).resolves.toBeUndefined()
    await keepSeen(OWN_ENTRY, now)
    await forgetEverythingHere()
    await expect(lastSeen(now)).resolves.toBeUndefined()
  })
})

describe('the news of an acceptance', () => {
  it('stays until it is put away, and then for good', async () => {
    cloudHolds(accepted)
    const page = await open()
    expect(page.text()).toContain('8月22日受理了')
    page.leave()
    const again = await open()
    await again.tap('button', '知道了')
    expect(again.text()).not.toContain('8月22日受理了')
    again.leave()
    expect((await open()).text()).not.toContain('8月22日受理了')
  })
})

it('who was to get a message that WeChat never took reads so beside the news', async () => {
  cloudHolds(accepted)
  expect((await open()).text()).not.toContain('微信没收')
  cloudHolds({ ...accepted, messageFailed: true })
  expect((await open()).text()).toMatch(/8月22日受理了.*说好发你的提醒，微信没收，没发出去/)
})

it('who waits for the acceptance can be told of it', async () => {
  cloudHolds(pending)
  expect((await open()).find('button', '受理了告诉我')).toBeDefined()
})

it('a call that is late leads to the telephone', async () => {
  cloudHolds({ ...OWN_ENTRY, nextDue: '2024-08-21' })
  const page = await open()
  await page.tap('button', '打 12333')
  expect(asked).toContainEqual({ name: 'makePhoneCall', options: { phoneNumber: '12333' } })
})

it('shared, it tells nothing of who shares it', async () => {
  cloudHolds(pending)
  await open()
  expect(shared[0]).toEqual({ title: '没工作的毕业生，在这里登记，有人接着办', path: '/pages/home/index' })
})

describe('what one can get', () => {
  it.each([
    ['who is new', null],
    ['who is registered', OWN_ENTRY],
  ])('is one tap away for somebody %s', async (_, entry) => {
    cloudHolds(entry)
    const page = await open()
    for (const [door, name] of [
      ['算算我能享受什么', 'index'],
      ['看政策清单', 'policies'],
      ['一件事打包办', 'checklist'],
    ] as const) {
      await page.tap('button', new RegExp(`^${door}`))
      expect(asked).toContainEqual({ name: 'navigateTo', options: { url: `/packages/calculator/${name}/index` } })
    }
  })
})

import { forgetAll } from '../../test/pages/taro'
import { keepTicks, NO_TICKS, readTicks } from './checklistTicks'
import { keepDraft, readDraft } from './drafts'
import { forgetEverythingHere } from './forget'
import * as store from './host/store'
import { agreedItems, keepReceipt, keptReceipt, rememberConsent } from './kept'

beforeEach(forgetAll)

it('whoever has their data erased leaves no draft, receipt, tick or remembered consent on the phone', async () => {
  await keepDraft('register', { name: '林知夏' })
  await rememberConsent(['registration'])
  await keepTicks({ steps: ['moveFile'], papers: ['idCard'] })
  await keepReceipt({
    no: 'QH24-TEST-0001',
    kind: 'jobSeeking',
    handlingDistrict: 'chaoyang',
    status: 'active',
    filedAt: '2024-08-20T01:41:00.000Z',
  })
  await store.write('qihang.draft.register.somebody-else', 'theirs')
  await forgetEverythingHere()
  expect([await readDraft('register'), await agreedItems(), await keptReceipt()]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  await expect(readTicks()).resolves.toEqual(NO_TICKS)
  await expect(store.read('qihang.draft.register.somebody-else')).resolves.toBe('theirs')
})

import { reads, search, tap, words } from './hand'
import { quiet, waitFor, type OpenPage } from './harness'
import { miniProgramStage } from './stage'

/* The compiled pages of reading and doing: list, policy, checklist; what goes to the view in one call stays what WeChat bears. */

const ONE_CALL = 64 * 1024
/** The compiled pages have the machine's own clock. */
const on = '2024-08-20'
const stage = miniProgramStage('o-weapp-policies')

/** Opens a page and answers it with the largest call to its view, bytes. */
async function opened(route: string, query: Record<string, string>, text: string): Promise<[OpenPage, number]> {
  await quiet(stage.harness.world)
  Object.assign(stage.harness.world.setData, { calls: 0, bytes: 0, largest: 0 })
  const page = await stage.harness.open(`packages/calculator/${route}/index`, { on, ...query })
  await reads(page, text)
  await quiet(stage.harness.world)
  return [page, stage.harness.world.setData.largest]
}

test('the list is searched and filtered', async () => {
  const [list, largest] = await opened('policies', {}, '算算我能享受哪条')
  await reads(list, '失业补助金')
  expect(largest).toBeLessThanOrEqual(ONE_CALL)
  await search(list, '失业保险金')
  await waitFor(() => !words(list).includes('就业见习'), 'what was not searched to go')
  await search(list, '')
  await tap(list, '.qh-chip', '还没开始的')
  await waitFor(() => !words(list).includes('失业补助金'), 'what is over to go')
  await tap(list, '.qh-card', '一次性扩岗补助')
  await waitFor(
    () => /policy\/index\?.*id=P1-/.test(String(stage.harness.world.calls.at(-1)?.options.url)),
    'the way to the policy',
  )
  list.close()
})

test.each(['P1', 'P5', 'P8-self-employment-tax', 'P10'])('%s is told in full, in bearable calls', async id => {
  const [policy, largest] = await opened('policy', { id }, '管到什么时候')
  expect(largest).toBeLessThanOrEqual(ONE_CALL)
  for (const part of ['要什么条件', '窗口还要看', '带什么', '去哪儿办', '多久办好', '依据'])
    expect(words(policy)).toContain(part)
  policy.close()
})

test('the checklist is made of answers, ticked, and ticked still when it is opened again', async () => {
  for (const [fact, choice] of Object.entries({
    inSchool: '不是',
    employment: '没有工作',
    archive: '在我自己手里',
    hukouMove: '在学校的集体户口',
  })) {
    const one = await stage.harness.open('packages/calculator/index/index', { fact })
    await tap(one, '.qh-choice', choice)
    await tap(one, '.qh-btn', '好了')
    await waitFor(() => stage.harness.world.calls.at(-1)?.name === 'redirectTo', 'the way onwards')
    one.close()
    stage.harness.world.calls.length = 0
  }
  const [list, largest] = await opened('checklist', {}, '先办这步')
  expect(largest).toBeLessThanOrEqual(ONE_CALL)
  await tap(list, '.qh-choice', '1. ')
  await reads(list, '办好了 1 步')
  await tap(list, '.qh-choice', '身份证')
  await quiet(stage.harness.world)
  list.close()
  const [again] = await opened('checklist', {}, '办好了 1 步')
  again.close()
})

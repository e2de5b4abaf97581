import { openField, pick, reads, search, tap, type, words } from './hand'
import { waitFor } from './harness'
import { miniProgramStage } from './stage'

/* The compiled mini-program, through WeChat's own template compiler, against the embedded cloud. */

const stage = miniProgramStage('o-weapp-graduate')

const wentTo = (route: string) =>
  waitFor(
    () =>
      stage.harness.world.calls.find(
        ({ name, options }) =>
          /^(navigateTo|redirectTo|switchTab|reLaunch)$/.test(name) && String(options.url).includes(route),
      ),
    `the way to ${route} (it went to ${stage.harness.world.calls.map(({ options }) => String(options.url ?? '')).join(' ')})`,
  )

test('a graduate agrees, fills in and files in the compiled pages, and sees the receipt', async () => {
  const home = await stage.harness.open('pages/home/index')
  await reads(home, '先登记一下')
  await tap(home, '.qh-btn', '开始登记')
  await wentTo('pages/register/index')
  home.close()

  const unasked = await stage.harness.open('pages/register/index')
  await wentTo('pages/privacy/index')
  unasked.close()

  const privacy = await stage.harness.open('pages/privacy/index', { next: 'register' })
  await reads(privacy, '存什么，做什么用')
  await tap(privacy, '.qh-btn', /^同意$/, 'agreeprivacyauthorization')
  await waitFor(
    () => stage.harness.world.calls.at(-1)?.options.url === '/pages/register/index',
    'the way back to the form',
  )
  privacy.close()

  const form = await stage.harness.open('pages/register/index')
  await reads(form, '你现在是哪种情况')
  await tap(form, '.qh-choice', '我没有工作')
  await tap(form, '.qh-door', '求职地')
  await openField(form, '哪个区')
  await tap(form, '.qh-choice', '北京经济技术开发区')
  await tap(form, '.qh-btn', '下一步')

  await reads(form, '你是谁，怎么找你')
  await type(form, '身份证号', '110101200203150012')
  await reads(form, '最后一位对不上')
  await type(form, '身份证号', '110101200203150011')
  await type(form, '姓名', '林知夏')
  await type(form, '手机号', '13900000001')
  await tap(form, '.qh-btn', '下一步')

  await reads(form, '最后在哪儿上的学')
  await tap(form, '.qh-chip', '大学本科')
  await tap(form, '.qh-chip', '已经毕业')
  await pick(form, '毕业日期', '2024-07-01')
  await openField(form, '毕业院校')
  await search(form, '北工大')
  await tap(form, '.qh-search__one', '北京工业大学')
  await waitFor(() => words(form).includes('搜专业') || form.find('.qh-sheet__close').length > 0, 'the sheet to go on')
  await tap(form, '.qh-sheet__close', '')
  await tap(form, '.qh-btn', '下一步')

  await reads(form, '想找什么样的工作')
  await tap(form, '.qh-btn', '下一步')
  await reads(form, '家里有困难吗')
  await tap(form, '.qh-btn', '下一步')
  await reads(form, '看一遍，没错就交')
  for (const pledge of ['我填的是真的', '我现在没有工作', '我想找工作']) await tap(form, '.qh-choice', pledge)
  await tap(form, '.qh-btn', '提交登记')
  await wentTo('pages/receipt/index')
  form.close()

  const receipt = await stage.harness.open('pages/receipt/index')
  await reads(receipt, 'QH24-')
  const no = /QH24-\w{4}-\w{4}/.exec(words(receipt))![0]
  receipt.close()

  const { result } = await stage.cloud.call<{ data: { entry: { no: string; handlingDistrict: string } } }>(
    'graduate',
    { action: 'registration.mine', input: {} },
    { openid: 'o-weapp-graduate' },
  )
  expect(result.data.entry).toMatchObject({ no, handlingDistrict: 'bda' })
  expect(stage.harness.world.setData.largest).toBeLessThanOrEqual(64 * 1024)
})

test('the pages of the sub-package work on the entry: history, and ending it', async () => {
  const history = await stage.harness.open('packages/entry/history/index')
  await reads(history, '提交失业登记')
  history.close()

  const withdraw = await stage.harness.open('packages/entry/withdraw/index', { kind: 'unemployment' })
  await reads(withdraw, '要结束登记吗')
  await tap(withdraw, '.qh-chip', '找到工作了')
  await waitFor(() => withdraw.find('.qh-chip--on').length === 1, 'the chosen reason to show')
  await tap(withdraw, '.qh-btn', '结束登记')
  await waitFor(
    () => stage.harness.world.calls.find(({ name }) => /^(navigateBack|switchTab)$/.test(name)),
    `the way back from ending it (${words(withdraw)})`,
  )
  withdraw.close()

  const receipt = await stage.harness.open('pages/receipt/index', { kind: 'unemployment' })
  await reads(receipt, '这项登记结束了')
  receipt.close()
})

test('nothing of what was typed stays on the phone once it is filed', () => {
  const stored = [...stage.harness.world.storage.values()].join()
  expect(stored).not.toContain('110101200203150011')
  expect(stored).not.toContain('13900000001')
})

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { enter, leave, openField, pick, reads, search, tap, type, words } from './hand'
import { quiet, waitFor, type OpenPage } from './harness'
import { miniProgramStage } from './stage'

/* What each thing one does in the form sends to the page's view (setData), in the compiled mini-program, beside its budget. */

interface Sent {
  /** Calls of setData. */
  count: number
  /** Their data as JSON, bytes in UTF-8. */
  bytes: number
}
const BUDGET = path.join(__dirname, '../../bench/budgets/setData.json')
/** What WeChat recommends as the most for one call, bytes. */
const ONE_CALL = 64 * 1024

const stage = miniProgramStage('o-weapp-measured')

const sent: Record<string, Sent> = {}
/** Does one thing and remembers what it sent until everything had come to rest. */
async function measured<T>(name: string, run: () => Promise<T>): Promise<T> {
  const { setData } = stage.harness.world
  Object.assign(setData, { calls: 0, bytes: 0 })
  const result = await run()
  await quiet(stage.harness.world)
  sent[name] = { count: setData.calls, bytes: setData.bytes }
  return result
}

const next = (form: OpenPage, question: string) => async () => {
  await tap(form, '.qh-btn', '下一步')
  await reads(form, question)
}

test('filing in the compiled form sends no more than its budget to the view', async () => {
  const privacy = await stage.harness.open('pages/privacy/index', { next: 'register' })
  await reads(privacy, '存什么，做什么用')
  await tap(privacy, '.qh-btn', /^同意$/, 'agreeprivacyauthorization')
  await waitFor(
    () => stage.harness.world.calls.at(-1)?.options.url === '/pages/register/index',
    'the way back to the form',
  )
  privacy.close()

  const form = await measured('open the form', async () => {
    const page = await stage.harness.open('pages/register/index')
    await reads(page, '你现在是哪种情况')
    return page
  })
  await measured('next, with mistakes', next(form, '还有 3 处没填好'))
  await measured('choose a situation', () => tap(form, '.qh-choice', '我没有工作'))
  await measured('choose a door', () => tap(form, '.qh-door', '求职地'))
  await measured('open the list of districts', () => openField(form, '哪个区'))
  await measured('choose a district', () => tap(form, '.qh-choice', '北京经济技术开发区'))
  await measured('next, to the person', next(form, '你是谁，怎么找你'))
  await type(form, '姓名', '林知')
  await quiet(stage.harness.world)
  await measured('type a character', () => enter(form, '姓名', '林知夏'))
  await measured('leave a field', () => leave(form, '姓名', '林知夏'))
  await measured('leave a field with a mistake', () => type(form, '身份证号', '110101200203150012'))
  await type(form, '身份证号', '110101200203150011')
  await type(form, '手机号', '13900000001')
  await measured('next, to studies', next(form, '最后在哪儿上的学'))
  await tap(form, '.qh-chip', '大学本科')
  await measured('choose a chip', () => tap(form, '.qh-chip', '已经毕业'))
  await measured('pick a date', () => pick(form, '毕业日期', '2024-07-01'))
  await measured('open the search', () => openField(form, '毕业院校'))
  await measured('type into the search, with what is found', async () => {
    await search(form, '北工大')
    await waitFor(() => form.find('.qh-search__one').length > 0, 'something to be found')
  })
  await measured('pick what was found, on to the next search', async () => {
    await tap(form, '.qh-search__one', '北京工业大学')
    await reads(form, '没有分专业可以不填')
  })
  await measured('close a sheet', () => tap(form, '.qh-sheet__close', ''))
  await measured('next, to work', next(form, '想找什么样的工作'))
  await measured('next, to hardship', next(form, '家里有困难吗'))
  await measured('next, to reading it back', next(form, '看一遍，没错就交'))
  await measured('make a pledge', () => tap(form, '.qh-choice', '我填的是真的'))
  for (const pledge of ['我现在没有工作', '我想找工作']) await tap(form, '.qh-choice', pledge)
  await measured('submit', async () => {
    await tap(form, '.qh-btn', '提交登记')
    await waitFor(
      () => stage.harness.world.calls.some(({ options }) => String(options.url).includes('pages/receipt/index')),
      `the way to the receipt (${words(form).slice(0, 300)})`,
    )
  })
  form.close()

  if (process.env.QIHANG_SET_DATA) writeFileSync(process.env.QIHANG_SET_DATA, JSON.stringify(sent, null, 2))
  const budget = JSON.parse(readFileSync(BUDGET, 'utf8')) as Record<string, Sent>
  expect(Object.keys(sent)).toEqual(Object.keys(budget))
  const over = Object.entries(sent).filter(
    ([name, { count, bytes }]) => count > budget[name]!.count || bytes > budget[name]!.bytes,
  )
  expect(Object.fromEntries(over)).toEqual({})
  expect(stage.harness.world.setData.largest).toBeLessThanOrEqual(ONE_CALL)
})

test('no budget allows what WeChat warns of', () => {
  const budget = JSON.parse(readFileSync(BUDGET, 'utf8')) as Record<string, Sent>
  const wide = Object.entries(budget).filter(([, { bytes, count }]) => bytes > ONE_CALL || count > 10)
  expect(wide).toEqual([])
})

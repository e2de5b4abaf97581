import { CURRENT_NOTICE } from '../../src/domain/privacy'
import { openField, reads, tap, type, words } from './hand'
import { waitFor, type OpenPage } from './harness'
import { miniProgramStage } from './stage'

/* WeChat closes an open page container where one goes back (arrow, gesture, key) and says so with `afterleave`. */

const OPENID = 'o-weapp-back'
const stage = miniProgramStage(OPENID, async cloud => {
  const items = CURRENT_NOTICE.items.map(({ id }) => id)
  const event = { action: 'consent.give', input: { version: CURRENT_NOTICE.version, items } }
  await cloud.call('graduate', event, { openid: OPENID })
})

const container = (page: OpenPage) => page.find('page-container')[0] ?? page.find('.qh-back')[0]
const goBack = (page: OpenPage) => container(page)?.dispatchEvent('afterleave', { detail: {} })
const gone = (page: OpenPage, selector: string) =>
  waitFor(() => page.find(selector).length === 0, `${selector} to be gone (${words(page).slice(0, 200)})`)

test('going back closes the sheet first, then leads a step back, and never throws away what was typed', async () => {
  const form = await stage.harness.open('pages/register/index')
  await reads(form, '你现在是哪种情况')
  await openField(form, '哪个区')
  await waitFor(() => form.find('.qh-sheet').length === 1, 'the list of districts')
  goBack(form)
  await gone(form, '.qh-sheet')
  await reads(form, '你现在是哪种情况')

  await tap(form, '.qh-choice', '我没有工作')
  await tap(form, '.qh-door', '求职地')
  await openField(form, '哪个区')
  await tap(form, '.qh-choice', '海淀区')
  await tap(form, '.qh-btn', '下一步')
  await reads(form, '你是谁，怎么找你')
  await type(form, '姓名', '林知夏')
  goBack(form)
  await reads(form, '你现在是哪种情况')
  await tap(form, '.qh-btn', '下一步')
  await reads(form, '你是谁，怎么找你')
  // what was typed is there still: of the three answers two are missing
  await tap(form, '.qh-btn', '下一步')
  await reads(form, '还有 2 处没填好')
  form.close()
})

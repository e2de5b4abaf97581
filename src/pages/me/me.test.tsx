import { OWN_ENTRY } from '../../../test/pages/ownEntry'
import { render } from '../../../test/pages/render'
import { answerWith, asked, forgetAll } from '../../../test/pages/taro'
import type { OwnEntry } from '../../contract/graduate'
import Me from '.'

beforeEach(forgetAll)

async function open(entry: OwnEntry | null) {
  answerWith(() => Promise.resolve({ ok: true, data: { entry } }))
  const page = render(<Me />)
  await page.settle()
  return page
}
const wentTo = () => asked.map(({ options }) => (options as { url: string }).url)

it('whoever has not registered still reaches the notice, the consents and 12333', async () => {
  const page = await open(null)
  await page.tap('button', /^看隐私说明/)
  await page.tap('button', /^看存了什么/)
  expect(wentTo()).toEqual(['/pages/privacy/index', '/packages/privacy/mine/index'])
  expect(page.find('button', /^打 12333/)).toBeDefined()
})

it('what was told stands there masked, with what can be done and asked for', async () => {
  const page = await open(OWN_ENTRY)
  for (const said of ['138****2671', '北京工业大学', '结束求职登记', '再办失业登记', '现在：你自己填的'])
    expect(page.text()).toContain(said)
  await page.tap('button', /^核实身份/)
  expect(wentTo()).toEqual(['/packages/entry/identity/index'])
})

it('an entry whose registrations have ended offers neither another district nor an end', async () => {
  const registrations = OWN_ENTRY.registrations.map(one => ({ ...one, status: 'ended' as const }))
  const text = (await open({ ...OWN_ENTRY, registrations })).text()
  expect(text).toContain('登记都结束了')
  for (const gone of ['换个区来办', '结束求职登记']) expect(text).not.toContain(gone)
})

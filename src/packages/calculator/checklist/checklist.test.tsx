import { render } from '../../../../test/pages/render'
import { answerWith, asked, fillStorage, forgetAll, openWith } from '../../../../test/pages/taro'
import { readTicks } from '../../../cloud/checklistTicks'
import { keepDraft } from '../../../cloud/drafts'
import Checklist from '.'

jest.mock('../../../../dist/data/policyRules.json', () => jest.requireActual<{ RULES: unknown }>('../forTests').RULES)
jest.mock('../../../../dist/data/policyTexts.json', () => jest.requireActual<{ TEXTS: unknown }>('../forTests').TEXTS)

const said = (answers: object) => keepDraft('calculator', { said: answers, known: {}, trail: Object.keys(answers) })
const BOTH = { hasFile: true, leftWork: 'dismissed', insuredMonths: 12 }

async function open() {
  openWith({ on: '2024-08-20' })
  const page = render(<Checklist />)
  await page.settle()
  return page
}

beforeEach(() => {
  forgetAll()
  answerWith(() => Promise.reject({ errMsg: 'request:fail' } as unknown as Error))
})

describe('the checklist', () => {
  it('is made of the person’s own answers, says what first and why, and has each paper once', async () => {
    await said(BOTH)
    const text = (await open()).text()
    expect(text).toContain('一共 2 步，一步一步来')
    expect(text).toMatch(/先办这步1\. 转档案.*先后第 2 步等着它.*2\. 申领失业保险金.*先后先办好第 1 步/)
    expect(text).toMatch(/要带的.*身份证每一步都要用。.*毕业证第 1 步要用。/)
    expect(text.match(/身份证每/g)).toHaveLength(1)
  })
  it('asks whoever has said nothing what would settle it, and leads to the question', async () => {
    const page = await open()
    expect(page.text()).toContain('先说几样，才排得出来')
    expect(page.text()).not.toContain('让学校把档案寄过去')
    await page.tap('button', /^档案在不在手里，定“转档案”/)
    expect((asked.at(-1)!.options as { url: string }).url).toMatch(/index\/index\?.*fact=hasFile/)
    await page.tap('button', '看是哪些')
    expect(page.text()).toContain('让学校把档案寄过去')
  })
  it('keeps what is ticked off on the phone, and goes on with the next step', async () => {
    await said(BOTH)
    const page = await open()
    await page.tap('checkbox', /^1\. 转档案/)
    await page.tap('checkbox', /^身份证/)
    await page.settle()
    expect(page.text()).toContain('办好了 1 步')
    expect(page.text()).toMatch(/先办这步2\. 申领失业保险金/)
    await expect(readTicks()).resolves.toEqual({ steps: ['moveFile'], papers: ['idCard'] })
    void page.leave()
    const again = await open()
    expect(again.find('checkbox', /^1\. 转档案/).getAttribute('aria-checked')).toBe('true')
    await again.tap('checkbox', /^1\. 转档案/)
    expect(again.text()).toContain('一步一步来')
  })
  it('says so where the phone has no room', async () => {
    await said(BOTH)
    const page = await open()
    fillStorage()
    await page.tap('checkbox', /^1\. 转档案/)
    await page.settle()
    expect(page.text()).toContain('手机没地方存了')
  })
  it('says so where nothing is left to do', async () => {
    await said({ hasFile: false, leftWork: 'resigned', insuredMonths: 0 })
    const page = await open()
    await page.tap('button', '改答案')
    expect(page.text()).toContain('现在没有要办的')
    expect((asked.at(-1)!.options as { url: string }).url).toContain('answers/index')
  })
  it('goes along as a file with no word of the person', async () => {
    await said(BOTH)
    const page = await open()
    await page.tap('button', '发成文件')
    await page.settle()
    expect(asked.map(({ name }) => name)).toContain('shareFileMessage')
  })
})

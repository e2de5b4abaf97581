import type { Page } from 'playwright-core'
import { CURRENT_NOTICE } from '../../src/domain/privacy'
import type { RegistrationForm } from '../../src/domain/registration'
import { formOf, idNumberOf } from '../city'
import type { Product } from './product'
import { shows } from './see'

/** A made-up graduate at the phone: what they would tap and type, in the order of the screens. */
export interface Graduate {
  situation: '我没有工作' | '我想找工作，或想换一份'
  door: '户籍地' | '常住地' | '求职地'
  district: string
  idNumber: string
  name: string
  phone: string
  school: string
  major?: string
  occupations?: string
}

/** Invented; the number passes GB 11643's check digit (domain facts §6 vectors). */
export const GRADUATE: Graduate = {
  situation: '我没有工作',
  door: '常住地',
  district: '朝阳区',
  idNumber: '110101200203150011',
  name: '林知夏',
  phone: '13900000001',
  school: '北工大',
}

let newcomers = 0

/** A graduate whom nobody has met: the number is another one each time. */
export const newGraduate = (): Graduate => ({ ...GRADUATE, idNumber: idNumberOf(++newcomers) })

/** Agrees and files through the cloud's own door for whoever holds this phone, where the way there is not what one looks at. */
export async function fileFor(page: Page, { cloud }: Product, form: Partial<RegistrationForm> = {}): Promise<void> {
  const openid = await page.evaluate(() => localStorage.getItem('qihang.person')!)
  const items = CURRENT_NOTICE.items.map(({ id }) => id)
  for (const event of [
    { action: 'consent.give', input: { version: CURRENT_NOTICE.version, items } },
    { action: 'registration.file', input: formOf(++newcomers, form) },
  ]) {
    const { result } = await cloud.call<{ ok: boolean }>('graduate', event, { openid })
    if (!result.ok) throw new Error(`${event.action}: ${JSON.stringify(result)}`)
  }
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

export const tap = (page: Page, name: string | RegExp) => button(page, name).tap()
export const choose = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).tap()
const type = (page: Page, name: string, text: string) => page.getByRole('textbox', { name }).fill(text)

/** From the first page to the form: reads the privacy notice and agrees. */
export async function agree(page: Page): Promise<void> {
  await tap(page, '开始登记')
  await tap(page, '同意')
  await page.getByText('你现在是哪种情况').waitFor()
}

export async function chooseSituation(page: Page, { situation, door, district }: Graduate): Promise<void> {
  await choose(page, new RegExp(situation))
  await choose(page, new RegExp(door))
  await tap(page, /^哪个区/)
  await choose(page, district)
  await tap(page, '下一步')
}

export async function fillPerson(page: Page, { idNumber, name, phone }: Graduate): Promise<void> {
  await type(page, '姓名', name)
  await type(page, '身份证号', idNumber)
  await type(page, '手机号', phone)
  await tap(page, '下一步')
}

export async function fillStudy(page: Page, { school, major }: Graduate): Promise<void> {
  await choose(page, '大学本科')
  await choose(page, '已经毕业')
  await choose(page, '2024年7月1日')
  await tap(page, /^毕业院校/)
  await type(page, '搜毕业院校', school)
  await tap(page, /^北京工业大学，/)
  // the same sheet goes on to the major
  if (major) {
    await type(page, '搜专业', major)
    await page
      .getByRole('button', { name: new RegExp(`^${major}，`) })
      .first()
      .tap()
  } else await tap(page, '关闭')
  await tap(page, '下一步')
}

export async function fillWork(page: Page, { situation, occupations }: Graduate): Promise<void> {
  if (situation !== '我没有工作') await choose(page, '想找工作')
  if (occupations) await type(page, '想做什么', occupations)
  await tap(page, '下一步')
}

/** Up to the review page, pledges made; not sent. */
export async function fillAll(page: Page, graduate: Graduate): Promise<void> {
  await chooseSituation(page, graduate)
  await fillPerson(page, graduate)
  await fillStudy(page, graduate)
  await fillWork(page, graduate)
  await tap(page, '不填，下一步')
  await page.getByText('看一遍，没错就交').waitFor()
  for (const pledge of await page.getByRole('checkbox').all()) await pledge.tap()
}

/** From an offer of the check on: what one would like, then "don't know" to whatever it asks. */
export async function checkKnowingNothing(page: Page): Promise<void> {
  await tap(page, '先看看能不能登记')
  await shows(page, '想办哪一种')
  await choose(page, /^我想找工作/)
  await tap(page, '下一题')
  for (const question of ['你哪天出生', '大学毕业了吗', '现在有工作吗']) {
    await shows(page, question)
    await choose(page, /^不知道/)
    await tap(page, /^(下一题|看结果)$/)
  }
}

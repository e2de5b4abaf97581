import type { PictureEnd } from '../../cloud/drawing'
import type { Moment } from '../../components/Timeline'
import { readShortDay } from '../../components/readDay'
import type { Receipt, RegistrationStatus } from '../../domain/registration'
import { beijingDate, beijingDateTime, chineseDate, type BeijingDate } from '../../domain/time'

/** Job-seeking stands when it is filed; the other kind is on its way until somebody has accepted it. */
export const headline = ({ status }: Pick<Receipt, 'status'>): string =>
  ({ filed: '交上去了', active: '登记好了', ended: '这项登记结束了' })[status]

export const statusWords = (status: RegistrationStatus): string =>
  ({ filed: '受理中，等着就行', active: '有效', ended: '已经结束' })[status]

/** 2024年8月20日 9:41. */
function filedText(filedAt: string): string {
  const [day = '', time = ''] = beijingDateTime(new Date(filedAt)).split(' ')
  return `${chineseDate(day)} ${time.replace(/^0/, '')}`
}

/** The days that count: when it was filed, from when it counts, when it ended. */
export const daysOf = ({
  filedAt,
  effectiveFrom,
  endedAt,
}: {
  filedAt: string
  effectiveFrom?: BeijingDate
  endedAt?: string
}): [name: string, day: string][] => [
  ['提交', filedText(filedAt)],
  ...(effectiveFrom ? ([['起算', chineseDate(effectiveFrom)]] as [string, string][]) : []),
  ...(endedAt ? ([['结束', chineseDate(beijingDate(new Date(endedAt)))]] as [string, string][]) : []),
]

/** What comes next, who does it, by when; no day is promised that the ledger doesn't hold. */
export function comesNext(
  { status }: Pick<Receipt, 'status'>,
  district: string,
  nextDue: BeijingDate | undefined,
): Moment[] {
  const call: Moment = {
    key: 'call',
    what: '有人给你打电话',
    note: `${district}的工作人员，不会要验证码`,
    ...(nextDue ? { when: `${readShortDay(nextDue)}前` } : {}),
    state: 'next',
  }
  const accept: Moment = { key: 'accept', what: '核对你说的情况', note: `${district}来办，核对好了从受理那天起算` }
  const plan: Moment = {
    key: 'plan',
    what: '一起定下 6 次服务的时间',
    note: '政策 1、指导 1、岗位 3、培训或见习 1',
    when: '电话里',
  }
  return status === 'filed' ? [call, accept, plan] : [call, plan]
}

/** What to do where the picture did not get anywhere; nothing where it did, or where the person went back. */
export const pictureWords = (end: PictureEnd): string | undefined =>
  ({
    done: undefined,
    left: undefined,
    notHere: '这个版本的微信存不了图，截一张屏也行。',
    failed: '图没存成，再点一次；还不行就截一张屏。',
  })[end]

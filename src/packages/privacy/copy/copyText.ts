import type { graduateContract } from '../../../contract/graduate'
import type { OutputOf } from '../../../contract/procedure'
import { beijingDateTime, chineseDate } from '../../../domain/time'

export type DataCopy = OutputOf<(typeof graduateContract)['privacy.copy']>

/** When it was made, as one reads it: 2024年8月20日 9:41. */
export function madeText({ madeAt }: Pick<DataCopy, 'madeAt'>): string {
  const [day = '', time = ''] = beijingDateTime(new Date(madeAt)).split(' ')
  return `${chineseDate(day)} ${time.replace(/^0/, '')}`
}

/** The copy as plain text, for a file or the clipboard. */
export const copyText = (copy: DataCopy): string =>
  [
    `启航里存的我的信息，${madeText(copy)}`,
    ...(copy.full ? [] : ['姓名、证件号码和手机号打了码']),
    ...copy.sections.flatMap(({ title, rows }) => [
      '',
      `【${title}】`,
      ...rows.map(([name, value]) => `${name}：${value}`),
    ]),
    '',
  ].join('\n')

/** A file's name without a personal fact: other apps list it. */
export const fileName = ({ madeAt }: Pick<DataCopy, 'madeAt'>): string =>
  `启航-我的信息-${beijingDateTime(new Date(madeAt)).slice(0, 10)}.txt`

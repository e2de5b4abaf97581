import { readShortDay } from '../../../components/readDay'
import type { Moment } from '../../../components/Timeline'
import type { graduateContract } from '../../../contract/graduate'
import type { OutputOf } from '../../../contract/procedure'
import { beijingDateTime } from '../../../domain/time'

type Looks = OutputOf<(typeof graduateContract)['privacy.mine']>['looks']

/** Who opened which facts, when and why; newest first as it came. */
export const looksOf = (looks: Looks): Moment[] =>
  looks.map(({ at, by, what, why }, i) => {
    const [day = '', time = ''] = beijingDateTime(new Date(at)).split(' ')
    return {
      key: `${at}-${looks.length - i}`,
      what: `${by}看了${what}`,
      note: why,
      when: `${readShortDay(day)} ${time.replace(/^0/, '')}`,
      state: 'done',
    }
  })

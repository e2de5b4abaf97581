import { districts, districtName } from '../../cloud/data'
import { DOORS } from '../../components/Doors'
import { KIND_NAMES } from '../../components/kindNames'
import { fromEducation } from '../../components/StudyFields/answers'
import { STUDY_SAID } from '../../components/StudyFields/said'
import { fromIntention } from '../../components/WorkFields/answers'
import { workSaid } from '../../components/WorkFields/said'
import type { OwnEntry } from '../../contract/graduate'
import type { Kind } from '../../domain/registration'
import type { BeijingDate } from '../../domain/time'
import { differences, type Compared, type Difference } from './differences'

function registration(kind: Kind): Compared<OwnEntry> {
  const say = ({ registrations }: OwnEntry): string => {
    const last = registrations.filter(one => one.kind === kind).at(-1)
    if (!last) return ''
    return { filed: '受理中', active: '有效', ended: '结束了' }[last.status]
  }
  return {
    path: 'registrations',
    name: KIND_NAMES[kind],
    keys: ['registrations'],
    say,
    same: (a, b) => say(a) === say(b),
  }
}

const place = ({ handlingDistrict, registrations }: OwnEntry): string => {
  const basis = registrations.find(({ status }) => status !== 'ended')?.basis
  if (!handlingDistrict) return ''
  return `${districtName(handlingDistrict)}${basis ? `（${DOORS[basis].name}）` : ''}`
}

/** An entry as one reads it, line by line. */
function entrySaid(today: BeijingDate): Compared<OwnEntry>[] {
  const by = (path: keyof OwnEntry & string, name: string, say: (entry: OwnEntry) => string): Compared<OwnEntry> => ({
    path,
    name,
    keys: [path],
    say,
    same: (one, other) => say(one) === say(other),
  })
  return [
    by('handlingDistrict', '经办', place),
    registration('jobSeeking'),
    registration('unemployment'),
    by('person', '手机号', ({ person }) => person.phone),
    ...STUDY_SAID.map(({ name, say }) =>
      by('education', name, ({ education, situation }) => say(fromEducation(education, situation?.inSchool, today))),
    ),
    ...workSaid(districts).map(({ name, say }) =>
      by('intention', name, ({ intention, situation }) => say(fromIntention(intention, situation))),
    ),
    by('sensitiveStored', '困难情况', ({ sensitiveStored }) => (sensitiveStored ? '填了' : '没有')),
  ]
}

/** What somebody else changed in the entry since it was read, line by line. */
export const changedMeanwhile = (then: OwnEntry, now: OwnEntry, today: BeijingDate): Difference[] =>
  differences(entrySaid(today), then, now, then)

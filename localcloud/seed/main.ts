import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CURRENT_NOTICE } from '../../src/domain/privacy'
import { REQUIRED_DECLARATIONS } from '../../src/domain/registration'
import { beijingDate } from '../../src/domain/time'
import { crowd } from './crowd'
import { asOperator, asPerson, type Place } from './doors'
import { madeUpIdentity } from './identity'
import { PEOPLE, type MadeUpPerson } from './people'

async function register(place: Place, person: MadeUpPerson, today: string): Promise<void> {
  const { openid, filings, idType = '01' } = person
  if (filings.length === 0) return
  await asPerson(place, openid, 'consent.give', {
    version: CURRENT_NOTICE.version,
    items: CURRENT_NOTICE.items.filter(item => item.required || person.hardships).map(item => item.id),
  })
  for (const filing of filings)
    await asPerson(place, openid, 'registration.file', {
      ...filing,
      requestId: `seed-${openid}-${filing.kind}`,
      person: { idType, idNumber: numberOf(person, today), name: person.name, phone: person.phone },
      education: person.education,
      intention: person.intention,
      declarations: REQUIRED_DECLARATIONS[filing.kind],
      ...(person.hardships ? { sensitive: { consent: true, hardships: person.hardships } } : {}),
    })
  for (const event of person.since ?? []) await happen(place, openid, event)
}

const numberOf = ({ region, bornOn, sequence, idType }: MadeUpPerson, today: string): string =>
  madeUpIdentity(region, bornOn, sequence, today, idType)

/** What happened to a person after filing; what has happened already is not done again. */
async function happen(place: Place, openid: string, event: NonNullable<MadeUpPerson['since']>[number]): Promise<void> {
  const { entry } = await asPerson(place, openid, 'registration.mine', {})
  if (!entry) throw new Error(`seeding: ${openid} has no entry`)
  const { no, registrations } = entry
  switch (event) {
    case 'accepted':
      await asOperator(place, 'registration.accept', { no, reason: '窗口核对了证件和失业情况' })
      return
    case 'verified':
      await asOperator(place, 'identity.verify', { no, reason: '本人带身份证到窗口' })
      return
    case 'ended': {
      let { version } = entry
      for (const { kind, status } of registrations)
        if (status !== 'ended')
          ({ version } = await asPerson(place, openid, 'registration.withdraw', {
            version,
            kind,
            reason: '找到工作了',
          }))
      return
    }
  }
}

/**
 * Fills an empty embedded cloud through the product's own doors, as the made-up people and a counter would, and leaves the list
 * that the H5 bar switches between. Safe to run again after it was cut off: each filing answers with the receipt it had.
 */
export async function seed(place: Place): Promise<void> {
  const clock = (await (await fetch(new URL('/clock', place.url))).json()) as { now: string }
  const today = beijingDate(new Date(clock.now))
  const everybody = [...PEOPLE, ...crowd(51)]
  for (let start = 0; start < everybody.length; start += 4)
    await Promise.all(everybody.slice(start, start + 4).map(person => register(place, person, today)))
  const list = PEOPLE.map(person => {
    const { openid, name, note, phone, filings } = person
    const idNumber = numberOf(person, today)
    // somebody who is going to register needs something to type
    const typing = filings.length === 0 ? `；登记时可以填 ${idNumber}，${phone}` : ''
    return { openid, label: name, note: `虚构人物，${note}${typing}`, idNumber, phone }
  })
  const file = path.join(place.data, 'people.json')
  writeFileSync(`${file}.part`, JSON.stringify(list, null, 2))
  renameSync(`${file}.part`, file)
}

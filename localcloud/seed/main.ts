import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CURRENT_NOTICE } from '../../src/domain/privacy'
import { REQUIRED_DECLARATIONS } from '../../src/domain/registration'
import { beijingDate } from '../../src/domain/time'
import { crowd } from './crowd'
import { madeUpIdentity } from './identity'
import { PEOPLE, type MadeUpPerson } from './people'

interface Answer {
  ok: boolean
  error?: { code: string; message: string }
}

async function call(url: string, openid: string, action: string, input: unknown): Promise<void> {
  const response = await fetch(new URL('/functions/graduate', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ action, input }),
  })
  const { result } = (await response.json()) as { result?: Answer }
  if (!result?.ok)
    throw new Error(`seeding ${openid}: ${action} was refused: ${result?.error?.code} ${result?.error?.message}`)
}

async function register(url: string, person: MadeUpPerson, today: string): Promise<void> {
  if (person.filings.length === 0) return
  await call(url, person.openid, 'consent.give', {
    version: CURRENT_NOTICE.version,
    items: CURRENT_NOTICE.items.filter(item => item.required || person.hardships).map(item => item.id),
  })
  for (const filing of person.filings)
    await call(url, person.openid, 'registration.file', {
      ...filing,
      requestId: `seed-${person.openid}-${filing.kind}`,
      person: {
        idType: '01',
        idNumber: madeUpIdentity(person.region, person.bornOn, person.sequence, today),
        name: person.name,
        phone: person.phone,
      },
      education: person.education,
      intention: person.intention,
      declarations: REQUIRED_DECLARATIONS[filing.kind],
      ...(person.hardships ? { sensitive: { consent: true, hardships: person.hardships } } : {}),
    })
}

/**
 * Fills an empty embedded cloud through the product's own doors, as the made-up people would, and leaves the list that the
 * H5 bar switches between. Safe to run again after it was cut off: each filing answers with the receipt it had.
 */
export async function seed({ url, data }: { url: string; data: string }): Promise<void> {
  const clock = (await (await fetch(new URL('/clock', url))).json()) as { now: string }
  const today = beijingDate(new Date(clock.now))
  const everybody = [...PEOPLE, ...crowd(51)]
  for (let start = 0; start < everybody.length; start += 4)
    await Promise.all(everybody.slice(start, start + 4).map(person => register(url, person, today)))
  const list = PEOPLE.map(({ openid, name, note, region, bornOn, sequence, phone, filings }) => {
    const idNumber = madeUpIdentity(region, bornOn, sequence, today)
    // somebody who is going to register needs something to type
    const typing = filings.length === 0 ? `；登记时可以填 ${idNumber}，${phone}` : ''
    return { openid, label: name, note: `虚构人物，${note}${typing}`, idNumber, phone }
  })
  const file = path.join(data, 'people.json')
  writeFileSync(`${file}.part`, JSON.stringify(list, null, 2))
  renameSync(`${file}.part`, file)
}

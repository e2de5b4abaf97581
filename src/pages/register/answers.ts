import { z } from 'zod/mini'
import { stored, storedText } from '../../components/stored'
import { emptyStudy, STORED_STUDY, type StudyAnswers } from '../../components/StudyFields/answers'
import { emptyWork, STORED_WORK, type WorkAnswers } from '../../components/WorkFields/answers'
import { BasisSchema, DistrictKeySchema, type Basis, type DistrictKey } from '../../domain/district'
import { HardshipSchema, IdTypeSchema, type Hardship, type IdType } from '../../domain/person'
import { DECLARATIONS, KindSchema, type Declaration, type Kind } from '../../domain/registration'

/**
 * All that the form asks, flat, by the path the cloud names each answer by: an error that comes back finds its field
 * without a translation.
 */
export interface Answers extends StudyAnswers, WorkAnswers {
  kind?: Kind
  basis?: Basis
  handlingDistrict?: DistrictKey
  'person.idType': IdType
  'person.idNumber': string
  'person.name': string
  'person.phone': string
  'person.phoneCode'?: string
  /** When WeChat gave the code, ms since 1970: it holds for five minutes. */
  phoneCodeAt?: number
  /** Asked only where the document's number doesn't tell it. */
  'person.bornOn'?: string
  declarations: Declaration[]
  sensitiveConsent: boolean
  'sensitive.hardships': Hardship[]
}

export const emptyAnswers: Answers = {
  ...emptyStudy,
  ...emptyWork,
  'person.idType': '01',
  'person.idNumber': '',
  'person.name': '',
  'person.phone': '',
  declarations: [],
  sensitiveConsent: false,
  'sensitive.hardships': [],
}

/** What a phone kept: whatever of it still reads is used, the rest is asked again. */
const StoredSchema = z.object({
  kind: stored(KindSchema),
  basis: stored(BasisSchema),
  handlingDistrict: stored(DistrictKeySchema),
  'person.idType': z.catch(IdTypeSchema, '01'),
  'person.idNumber': storedText,
  'person.name': storedText,
  'person.phone': storedText,
  'person.phoneCode': stored(z.string()),
  phoneCodeAt: stored(z.number()),
  'person.bornOn': stored(z.string()),
  ...STORED_STUDY,
  ...STORED_WORK,
  declarations: z.catch(z.array(z.enum(DECLARATIONS)), []),
  sensitiveConsent: z.catch(z.boolean(), false),
  'sensitive.hardships': z.catch(z.array(HardshipSchema), []),
})

/** Answers out of a stored draft, however old or damaged. */
export function readAnswers(stored: unknown): Answers {
  const parsed = StoredSchema.safeParse(stored)
  return parsed.success ? { ...emptyAnswers, ...(parsed.data as Answers) } : emptyAnswers
}

/**
 * Who files as jobless is looking for work: that is asked once, by the pledge one makes of it, and taken for granted on the
 * way there unless one says otherwise.
 */
export const seeksByKind = (answers: Pick<Answers, 'kind' | 'intention.wantsWork'>): boolean =>
  answers.kind === 'unemployment' && answers['intention.wantsWork'] !== false

/** The answers with what the kind says of itself. */
export const withKind = (answers: Answers): Answers =>
  seeksByKind(answers) ? { ...answers, 'intention.wantsWork': true } : answers

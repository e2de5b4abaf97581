import { z } from 'zod/mini'
import { emptyStudy, type StudyAnswers } from '../../components/StudyFields/answers'
import { emptyWork, type WorkAnswers } from '../../components/WorkFields/answers'
import { BasisSchema, DISTRICT_KEYS, DistrictKeySchema, type Basis, type DistrictKey } from '../../domain/district'
import { EducationLevelSchema } from '../../domain/education'
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

const text = z.catch(z.string(), '')
const orNone = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined)

/** What a phone kept: whatever of it still reads is used, the rest is asked again. */
const StoredSchema = z.object({
  kind: orNone(KindSchema),
  basis: orNone(BasisSchema),
  handlingDistrict: orNone(DistrictKeySchema),
  'person.idType': z.catch(IdTypeSchema, '01'),
  'person.idNumber': text,
  'person.name': text,
  'person.phone': text,
  'person.phoneCode': orNone(z.string()),
  phoneCodeAt: orNone(z.number()),
  'person.bornOn': orNone(z.string()),
  'education.level': orNone(EducationLevelSchema),
  graduation: orNone(z.enum(['left', 'studying', 'none'])),
  'education.graduatedOn': orNone(z.string()),
  'education.school': text,
  'education.schoolCode': orNone(z.string()),
  'education.major': text,
  'education.majorCode': orNone(z.string()),
  'intention.wantsWork': orNone(z.boolean()),
  'intention.notNowReason': orNone(z.enum(['furtherStudy', 'abroad', 'military', 'exams', 'pause', 'health'])),
  'situation.employment': orNone(z.enum(['none', 'employed', 'selfEmployed', 'flexible', 'military', 'pension'])),
  'intention.occupations': text,
  'intention.salaryMinFen': orNone(z.number()),
  'intention.salaryMaxFen': orNone(z.number()),
  'intention.districts': z.catch(z.array(z.enum(DISTRICT_KEYS)), []),
  'intention.training': orNone(z.boolean()),
  'intention.traineeship': orNone(z.boolean()),
  'intention.note': text,
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

import { z } from 'zod/mini'
import { BasisSchema, DistrictKeySchema } from '../domain/district'
import {
  EducationInputSchema,
  EligibilityAnswerSchema,
  EligibilityFactsSchema,
  IntentionInputSchema,
  KindSchema,
  ReceiptSchema,
  RegistrationFormSchema,
  RegistrationStatusSchema,
  SensitiveInputSchema,
  SituationInputSchema,
} from '../domain/registration'
import { ASSURANCES, CONTACT_STATES, LEDGER_STATUSES } from '../domain/ledger'
import { MESSAGE_KEYS } from '../domain/messages'
import { procedure } from './procedure'

const version = z.int().check(z.gte(1))
const reason = z.string().check(z.trim(), z.minLength(1, '请写一下原因'), z.maxLength(200, '请写在 200 个字以内'))

/** One of the person's registrations as they see it. */
export const OwnRegistrationSchema = z.object({
  kind: KindSchema,
  basis: BasisSchema,
  district: DistrictKeySchema,
  status: RegistrationStatusSchema,
  filedAt: z.string(),
  acceptedAt: z.optional(z.string()),
  effectiveFrom: z.optional(z.string()),
  endedAt: z.optional(z.string()),
  endReason: z.optional(z.string()),
})

/** The person's own entry as they see it: identity masked, everything else as they told it. */
export const OwnEntrySchema = z.object({
  no: z.string(),
  version,
  status: z.enum(LEDGER_STATUSES),
  assurance: z.enum(ASSURANCES),
  handlingDistrict: z.optional(DistrictKeySchema),
  person: z.object({ idType: z.string(), idNumber: z.string(), name: z.string(), phone: z.string() }),
  education: EducationInputSchema,
  intention: IntentionInputSchema,
  situation: z.optional(SituationInputSchema),
  /** Whether sensitive categories are stored; which ones is never sent back unasked. */
  sensitiveStored: z.boolean(),
  category: z.string(),
  registrations: z.array(OwnRegistrationSchema),
  contactState: z.enum(CONTACT_STATES),
  served: z.int(),
  nextDue: z.optional(z.string()),
  /** Free text that staff still has a look at. */
  underReview: z.array(z.string()),
  /** Whether WeChat's face check can raise the identity proof of this person here; elsewhere it is a counter's matter. */
  faceCheck: z.boolean(),
  /** A message the person had allowed was never taken by WeChat: the app is where they are told. */
  messageFailed: z.optional(z.literal(true)),
})
export type OwnEntry = z.infer<typeof OwnEntrySchema>

/** What a person may correct; the ID number and the name only at a counter, since they decide who it is. */
export const CorrectionSchema = z.strictObject({
  phone: z.optional(
    z.string().check(z.trim(), z.minLength(1, '写上手机号'), z.maxLength(30, '手机号太长，请再看一眼')),
  ),
  phoneCode: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  education: z.optional(EducationInputSchema),
  intention: z.optional(IntentionInputSchema),
  situation: z.optional(SituationInputSchema),
  /** null takes the sensitive categories back: they are erased. */
  sensitive: z.optional(z.nullable(SensitiveInputSchema)),
})

const Changed = z.object({ version, entry: OwnEntrySchema })

/** A consent as it was given, and which of its items were taken back since. */
export const ConsentRecordSchema = z.object({
  version: z.string(),
  items: z.array(z.string()),
  givenAt: z.string(),
  withdrawn: z.array(z.object({ item: z.string(), at: z.string() })),
})

/** Somebody opened sealed facts of the entry: when, by which role, which facts, and why. */
export const LookSchema = z.object({ at: z.string(), by: z.string(), what: z.string(), why: z.string() })

/** What the person answered when a message was offered, as WeChat reports it. */
export const MESSAGE_ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const

/** Called by graduates, through the mini-program only. */
export const graduateContract = {
  'consent.give': procedure(
    'Records that the person agrees to a version of the privacy notice',
    z.strictObject({
      version: z.string().check(z.minLength(1), z.maxLength(40)),
      items: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.minLength(1), z.maxLength(20)),
    }),
    z.object({ version: z.string(), items: z.array(z.string()), givenAt: z.string() }),
  ),
  'consent.mine': procedure(
    'Which version of the privacy notice the person has agreed to, if any, and which is in force',
    z.strictObject({}),
    z.object({
      current: z.string(),
      given: z.optional(z.object({ version: z.string(), items: z.array(z.string()), givenAt: z.string() })),
    }),
  ),
  'registration.check': procedure(
    'Whether a person may register, by which rule, and what else they can do; stores nothing',
    z.strictObject({ kind: KindSchema, facts: EligibilityFactsSchema }),
    EligibilityAnswerSchema,
  ),
  'registration.file': procedure(
    'Files a job-seeking or unemployment registration; the entry stands in the district ledger at once',
    RegistrationFormSchema,
    z.object({ receipt: ReceiptSchema }),
  ),
  'registration.mine': procedure(
    "The person's own entry, masked; null where there is none",
    z.strictObject({}),
    z.object({ entry: z.nullable(OwnEntrySchema) }),
  ),
  'registration.changeDistrict': procedure(
    'Moves the entry to another district; the old one keeps reading it if the roster assigned it',
    z.strictObject({ version, handlingDistrict: DistrictKeySchema, basis: BasisSchema }),
    Changed,
  ),
  'registration.correct': procedure(
    'Corrects what the person told; refused with VERSION_CONFLICT when somebody else changed the entry meanwhile',
    z.strictObject({ version, changes: CorrectionSchema }),
    Changed,
  ),
  'registration.withdraw': procedure(
    'Ends one kind of registration; the other kind stays',
    z.strictObject({ version, kind: KindSchema, reason }),
    Changed,
  ),
  'registration.history': procedure(
    "What happened to the person's entry: when, by which role, what and why; newest first",
    z.strictObject({}),
    z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), why: z.string() })),
  ),
  'consent.withdraw': procedure(
    'Takes a consent back; what was stored on its ground alone is erased at once (个人信息保护法 §15)',
    z.strictObject({ item: z.literal('sensitive') }),
    z.object({ withdrawnAt: z.string() }),
  ),
  'privacy.mine': procedure(
    'What the person agreed to and took back, and who has opened their sealed facts, by role; newest first',
    z.strictObject({}),
    z.object({
      current: z.string(),
      consents: z.array(ConsentRecordSchema),
      looks: z.array(LookSchema),
      sensitiveStored: z.boolean(),
      /** Whether anything at all stands in the ledger under this account. */
      entryStored: z.boolean(),
      /**
       * An entry that staff took from this account: `own` is what it told under a number that was not its person's, and its to
       * erase; `elsewhere` can't be reached from here.
       */
      released: z.array(z.enum(['own', 'elsewhere'])),
    }),
  ),
  'privacy.copy': procedure(
    'A copy of all that is stored about the person, as readable rows (个人信息保护法 §45); sealed facts in full only at verified',
    z.strictObject({}),
    z.object({
      madeAt: z.string(),
      /** Whether identity facts stand in the copy in full, or masked since nobody has verified who asks. */
      full: z.boolean(),
      sections: z.array(z.object({ title: z.string(), rows: z.array(z.tuple([z.string(), z.string()])) })),
    }),
  ),
  'privacy.erase': procedure(
    'Ends every registration and erases what needs no longer be kept (个人信息保护法 §47); says what must stay and until when',
    z.strictObject({ version: z.optional(version) }),
    z.object({
      erasedAt: z.string(),
      erased: z.array(z.string()),
      kept: z.array(z.object({ what: z.string(), why: z.string() })),
      /** An entry that staff took from this account, and how its person gets at it; absent where there is none. */
      outOfReach: z.optional(z.object({ what: z.string(), why: z.string() })),
      /** The day in Beijing from which the rest is erased too; absent where nothing of it stays. */
      keptUntil: z.optional(z.string()),
    }),
  ),
  'identity.begin': procedure(
    "Opens WeChat's face check for the person of the entry; refused where it isn't to be had, then a counter does it",
    z.strictObject({}),
    z.object({ verifyId: z.string() }),
  ),
  'identity.finish': procedure(
    'Asks WeChat what came of the face check; a success makes the identity verified',
    z.strictObject({ verifyId: z.string().check(z.minLength(1), z.maxLength(256)) }),
    Changed,
  ),
  'messages.answered': procedure(
    'Records what the person answered when one-time messages were offered; each accept allows one message',
    z.strictObject({
      answers: z
        .array(z.strictObject({ template: z.enum(MESSAGE_KEYS), answer: z.enum(MESSAGE_ANSWERS) }))
        .check(z.minLength(1), z.maxLength(3)),
    }),
    z.object({ allowed: z.record(z.string(), z.int()) }),
  ),
} as const

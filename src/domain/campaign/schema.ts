import { z } from 'zod/mini'
import { EducationLevelSchema } from '../education'
import { HardshipSchema } from '../person'
import { SPOT_KINDS } from '../spotCheck'
import { BeijingDateSchema } from '../time'

/** How well a fact is known: read in a document, general knowledge, or to be checked with the 市局 before it is leant on. */
export const ConfidenceSchema = z.enum(['seen', 'known', 'unsure'])

const text = z.string().check(z.trim(), z.minLength(1))
const category = z.string().check(z.regex(/^[A-Z][A-Z0-9_]*$/))

/** A number that a document sets, or that has to be assumed until one does. */
const parameter = z.strictObject({
  value: z.int().check(z.gte(0), z.lte(10_000)),
  unit: z.enum(['years', 'months', 'days', 'times']),
  confidence: ConfidenceSchema,
  /** Law, notice or article it comes from. */
  source: text,
  note: z.optional(text),
})

/** From where on something is worth a look. */
const threshold = z.strictObject({
  ...parameter.shape,
  unit: z.enum(['days', 'hours', 'persons', 'records', 'percent']),
})
export type Threshold = z.infer<typeof threshold>

/** One category of people the campaign serves (notice §三). */
const categorySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    id: category,
    /** Graduates of the cohort who have left school without work: identified by list, served even unregistered. */
    kind: z.literal('cohortGraduate'),
    name: text,
    plainName: text,
    article: text,
    confidence: ConfidenceSchema,
  }),
  z.strictObject({
    id: category,
    /** Registered youth without work: every branch needs a registration. */
    kind: z.literal('registeredYouth'),
    name: text,
    plainName: text,
    article: text,
    confidence: ConfidenceSchema,
    branches: z
      .array(z.strictObject({ id: z.enum(['earlierGraduate', 'youth16to24']), name: text, plainName: text }))
      .check(z.minLength(1)),
  }),
])

/**
 * Statutory retirement age of one group. From `delayedFrom` on it grows by a month for every `stepMonths` of later birth,
 * beginning with those who would have reached `baseYears` on that day, up to `capYears`.
 */
const retirementSchema = z.strictObject({
  group: z.enum(['men', 'womenEarlier', 'womenLater']),
  baseYears: z.int().check(z.gte(40), z.lte(70)),
  delay: z.optional(
    z.strictObject({
      from: BeijingDateSchema,
      stepMonths: z.int().check(z.gte(1), z.lte(12)),
      capYears: z.int().check(z.gte(40), z.lte(70)),
    }),
  ),
  confidence: ConfidenceSchema,
  source: text,
})

const tagsSchema = z.strictObject({
  /** 困难家庭毕业生: which hardships count (not all do, e.g. a student loan). */
  hardGraduate: z.strictObject({
    id: category,
    name: text,
    article: text,
    hardships: z.array(HardshipSchema),
    confidence: ConfidenceSchema,
  }),
  /** 16–24岁长期失业青年: `helpMonths` opens help, `certifyMonths` the certification as 就业困难人员. */
  longTermYouth: z.strictObject({
    id: category,
    name: text,
    article: text,
    helpMonths: parameter,
    certifyMonths: parameter,
  }),
})

/** What becomes of someone whom the campaign doesn't serve: registered like anybody, or sent where they are helped. */
const treatmentSchema = z.strictObject({
  treatment: z.enum(['ordinaryJobSeeker', 'refer']),
  /** What such a person reads: who helps instead, and how. */
  directions: text,
})

/** What a person declares, so written that one understands what one signs. */
const sentence = z.strictObject({ title: text, sentence: text, source: text })

const inOrder = (campaign: CampaignShape): boolean =>
  campaign.window.from <= campaign.window.to && campaign.ages.youthFrom.value <= campaign.ages.youthTo.value

const CampaignShapeSchema = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{2,20}$/)),
  title: text,
  theme: z.optional(text),
  source: z.strictObject({
    docNo: text,
    title: text,
    issuer: text,
    issuedOn: BeijingDateSchema,
    parents: z.array(text),
    confidence: ConfidenceSchema,
  }),
  /** Both days included. */
  window: z.strictObject({
    from: BeijingDateSchema,
    to: BeijingDateSchema,
    article: text,
    confidence: ConfidenceSchema,
  }),
  /** 届: whoever's certificate is dated in `year`. */
  cohort: z.strictObject({
    year: z.int().check(z.gte(2000), z.lte(2100)),
    computedBy: z.literal('graduationYear'),
    name: text,
    note: text,
    confidence: ConfidenceSchema,
  }),
  categories: z.array(categorySchema).check(z.minLength(1)),
  /** Which levels make a 高校毕业生 (GB/T 4658-2006). */
  graduateLevels: z.strictObject({
    levels: z.array(EducationLevelSchema).check(z.minLength(1)),
    confidence: ConfidenceSchema,
    source: text,
  }),
  ages: z.strictObject({ floor: parameter, youthFrom: parameter, youthTo: parameter }),
  retirement: z.array(retirementSchema).check(z.minLength(1)),
  /** 离校2年内 (择业期), counted day to day from the certificate's date. */
  withinYearsOfGraduation: parameter,
  tags: tagsSchema,
  outsider: treatmentSchema,
  outsideWindow: treatmentSchema,
  /** The sentences a person signs, by key. */
  declarations: z.strictObject({ truthful: sentence, jobless: sentence, seekingWork: sentence }),
  /** What is owed by when; days count from the day of registration. */
  deadlines: z.strictObject({
    firstContact: parameter,
    allServices: parameter,
    followUp: parameter,
    contactAttempts: parameter,
    keepAlive: parameter,
    keepAliveWarning: parameter,
  }),
  /** How long what was collected is kept (个人信息保护法 §19); counted from the day the person had the rest erased. */
  retention: z.strictObject({
    /** 登记: that somebody was registered, as what, where, from when to when. */
    registration: parameter,
    /** 人力资源服务台账: which services were given. */
    services: parameter,
    /** 同意记录 and 查看记录. */
    records: parameter,
  }),
  /** From where on something is worth a look (domain/detectors); the rules without a threshold of their own are not here. */
  detectors: z.strictObject({
    A1: z.strictObject({ persons: threshold }),
    A2: z.strictObject({ days: threshold }),
    A3: z.strictObject({ days: threshold }),
    A4: z.strictObject({ records: threshold }),
    A5: z.strictObject({ persons: threshold }),
    A7: z.strictObject({ fromHour: threshold, untilHour: threshold, perMinute: threshold }),
    A13: z.strictObject({ records: threshold, percent: threshold }),
  }),
  spotCheck: z.strictObject({
    ratio: threshold,
    /** Kinds of destination that are checked whole, whatever the ratio. */
    whole: z.strictObject({ kinds: z.array(z.enum(SPOT_KINDS)), confidence: ConfidenceSchema, source: text }),
  }),
})
type CampaignShape = z.infer<typeof CampaignShapeSchema>

/** One year's campaign as a file (`data/campaigns/2024.yaml`): who is served, when, by which thresholds. */
export const CampaignSchema = CampaignShapeSchema.check(z.refine(inOrder, '起止日期或年龄的先后反了'))
export type Campaign = CampaignShape

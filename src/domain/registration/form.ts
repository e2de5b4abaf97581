import { z } from 'zod/mini'
import { BasisSchema, DistrictKeySchema } from '../district'
import { EducationLevelSchema } from '../education'
import { HardshipSchema, IdTypeSchema } from '../person'
import { BeijingDateSchema } from '../time'
import { DeclarationSchema, KindSchema } from './kinds'

const line = (max: number, tooLong: string) => z.string().check(z.trim(), z.maxLength(max, tooLong))

/** Who the person is. `phone` or `phoneCode` (WeChat's phone button), one of them. */
export const PersonInputSchema = z.strictObject({
  idType: IdTypeSchema,
  idNumber: z
    .string()
    .check(z.trim(), z.minLength(1, '请填写证件号码'), z.maxLength(40, '证件号码太长，请再看一眼证件')),
  name: z.string().check(z.trim(), z.minLength(1, '请填写姓名'), z.maxLength(120, '姓名太长，请按证件填写')),
  phone: z.optional(z.string().check(z.trim(), z.maxLength(30, '手机号太长，请再看一眼'))),
  phoneCode: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** Asked only where the document's number doesn't carry it (types 02, 03, 05, old 06). */
  bornOn: z.optional(BeijingDateSchema),
})

/** The last schooling. School and major by name; the code where it was picked from the list. */
export const EducationInputSchema = z.strictObject({
  level: EducationLevelSchema,
  school: z.optional(line(60, '学校名称太长，60 个字以内')),
  schoolCode: z.optional(z.string().check(z.regex(/^\d{5}$|^\d{10}$/))),
  major: z.optional(line(60, '专业名称太长，60 个字以内')),
  majorCode: z.optional(z.string().check(z.regex(/^\d{4,6}[A-Z]{0,2}$/))),
  /** The date on the graduation certificate (毕业证日期); absent where one hasn't graduated. */
  graduatedOn: z.optional(BeijingDateSchema),
})

/** What work the person looks for. Free text goes through WeChat's content check. */
export const IntentionInputSchema = z.strictObject({
  /** 是否有就业意愿. */
  wantsWork: z.boolean(),
  /** Why not, where one doesn't look for work now: domain facts §5. */
  notNowReason: z.optional(z.enum(['furtherStudy', 'abroad', 'military', 'exams', 'pause', 'health'])),
  /** The person's own words, e.g. 数据分析、运营. */
  occupations: z.optional(line(100, '想做的工作请写在 100 个字以内')),
  /** Expected pay a month, 分. */
  salaryMinFen: z.optional(z.int().check(z.gte(0), z.lte(100_000_00))),
  salaryMaxFen: z.optional(z.int().check(z.gte(0), z.lte(100_000_00))),
  districts: z.optional(z.array(DistrictKeySchema).check(z.maxLength(17))),
  training: z.optional(z.boolean()),
  traineeship: z.optional(z.boolean()),
  /** 还想说的话. */
  note: z.optional(line(300, '请写在 300 个字以内')),
})

/** What the rules need to know beyond the form's papers. Absent means not asked yet, never no. */
export const SituationInputSchema = z.strictObject({
  employment: z.optional(z.enum(['none', 'employed', 'selfEmployed', 'flexible', 'military', 'pension'])),
  inSchool: z.optional(z.boolean()),
  /** 北京生源: hukou in Beijing before entering university. */
  beijingOrigin: z.optional(z.boolean()),
  beijingHukou: z.optional(z.boolean()),
})

/**
 * Sensitive personal information (个保法 §28), asked with a consent of its own (§29); leaving it out never blocks a
 * registration.
 */
export const SensitiveInputSchema = z.strictObject({
  consent: z.literal(true, { error: '没有单独同意时，请不要填写这一项' }),
  hardships: z.array(HardshipSchema).check(z.maxLength(10)),
})

/** What `registration.file` takes. */
export const RegistrationFormSchema = z.strictObject({
  requestId: z.string().check(z.regex(/^[\w-]{8,64}$/, '请求编号不对，请重新打开页面再交一次')),
  kind: KindSchema,
  basis: BasisSchema,
  handlingDistrict: DistrictKeySchema,
  person: PersonInputSchema,
  education: EducationInputSchema,
  intention: IntentionInputSchema,
  declarations: z.array(DeclarationSchema).check(z.maxLength(10)),
  situation: z.optional(SituationInputSchema),
  sensitive: z.optional(SensitiveInputSchema),
})
export type RegistrationForm = z.infer<typeof RegistrationFormSchema>
export type PersonInput = z.infer<typeof PersonInputSchema>
export type EducationInput = z.infer<typeof EducationInputSchema>
export type IntentionInput = z.infer<typeof IntentionInputSchema>
export type SituationInput = z.infer<typeof SituationInputSchema>

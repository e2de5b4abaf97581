import { z } from 'zod/mini'
import { BasisSchema, DistrictKeySchema } from '../district'
import { EducationLevelSchema } from '../education'
import { HardshipSchema, IdTypeSchema } from '../person'
import { BeijingDateSchema } from '../time'
import { answers, line, needed, yesOrNo } from './asked'
import { DeclarationSchema, EmploymentSchema, KindSchema } from './kinds'

const CODE = '这个代码不对，请从列表里再选一次，或直接填名称'
const PAY = '月薪请填 0 到 10 万元之间的数'
const REQUEST = '请重新打开页面再交一次，填的都在'
const TOO_MANY = '选得太多了，请少选几个'

/** Who the person is. `phone` or `phoneCode` (WeChat's phone button), one of them. */
export const PersonInputSchema = answers({
  idType: IdTypeSchema,
  idNumber: needed(40, '写上证件号码', '证件号码太长，请再看一眼证件'),
  name: needed(120, '写上姓名', '姓名太长，请按证件填写'),
  phone: z.optional(line(30, '手机号太长，请再看一眼')),
  phoneCode: z.optional(needed(200, '没拿到手机号，请再点一次，或直接填写', '没拿到手机号，请再点一次，或直接填写')),
  /** Asked only where the document's number doesn't carry it (types 02, 03, 05, old 06). */
  bornOn: z.optional(BeijingDateSchema),
})

/** The last schooling. School and major by name; the code where it was picked from the list. */
export const EducationInputSchema = answers({
  level: EducationLevelSchema,
  school: z.optional(line(60, '学校名称太长，60 个字以内')),
  schoolCode: z.optional(z.string({ error: CODE }).check(z.regex(/^\d{5}$|^\d{10}$/, CODE))),
  major: z.optional(line(60, '专业名称太长，60 个字以内')),
  majorCode: z.optional(z.string({ error: CODE }).check(z.regex(/^\d{4,6}[A-Z]{0,2}$/, CODE))),
  /** The date on the graduation certificate (毕业证日期); absent where one hasn't graduated. */
  graduatedOn: z.optional(BeijingDateSchema),
})

/** What work the person looks for. Free text goes through WeChat's content check. */
export const IntentionInputSchema = answers({
  /** 是否有就业意愿. */
  wantsWork: yesOrNo('现在想不想找工作'),
  /** Why not, where one doesn't look for work now: domain facts §5. */
  notNowReason: z.optional(
    z.enum(['furtherStudy', 'abroad', 'military', 'exams', 'pause', 'health'], { error: '请从列出的原因里选一个' }),
  ),
  /** The person's own words, e.g. 数据分析、运营. */
  occupations: z.optional(line(100, '想做的工作请写在 100 个字以内')),
  /** Expected pay a month, 分. */
  salaryMinFen: z.optional(z.int({ error: PAY }).check(z.gte(0, PAY), z.lte(100_000_00, PAY))),
  salaryMaxFen: z.optional(z.int({ error: PAY }).check(z.gte(0, PAY), z.lte(100_000_00, PAY))),
  districts: z.optional(z.array(DistrictKeySchema, { error: '请从 17 个区里选' }).check(z.maxLength(17, TOO_MANY))),
  training: z.optional(yesOrNo('想不想参加培训')),
  traineeship: z.optional(yesOrNo('想不想参加见习')),
  /** 还想说的话. */
  note: z.optional(line(300, '请写在 300 个字以内')),
})

/** What the rules need to know beyond the form's papers. Absent means not asked yet, never no. */
export const SituationInputSchema = answers({
  employment: z.optional(EmploymentSchema),
  inSchool: z.optional(yesOrNo('是不是还在上学')),
  /** 北京生源: hukou in Beijing before entering university. */
  beijingOrigin: z.optional(yesOrNo('上大学前户口在不在北京')),
  beijingHukou: z.optional(yesOrNo('现在户口在不在北京')),
})

/**
 * Sensitive personal information (个保法 §28), asked with a consent of its own (§29); leaving it out never blocks a
 * registration.
 */
export const SensitiveInputSchema = answers({
  consent: z.literal(true, { error: '没有单独同意时，请不要填写这一项' }),
  hardships: z.array(HardshipSchema, { error: '请从列出的情况里选' }).check(z.maxLength(10, TOO_MANY)),
})

/** What `registration.file` takes. */
export const RegistrationFormSchema = answers({
  requestId: z.string({ error: REQUEST }).check(z.regex(/^[\w-]{8,64}$/, REQUEST)),
  kind: KindSchema,
  basis: BasisSchema,
  handlingDistrict: DistrictKeySchema,
  person: PersonInputSchema,
  education: EducationInputSchema,
  intention: IntentionInputSchema,
  declarations: z.array(DeclarationSchema, { error: '请把承诺看一遍再交' }).check(z.maxLength(10, TOO_MANY)),
  situation: z.optional(SituationInputSchema),
  sensitive: z.optional(SensitiveInputSchema),
})
export type RegistrationForm = z.infer<typeof RegistrationFormSchema>
export type EducationInput = z.infer<typeof EducationInputSchema>
export type IntentionInput = z.infer<typeof IntentionInputSchema>
export type SituationInput = z.infer<typeof SituationInputSchema>

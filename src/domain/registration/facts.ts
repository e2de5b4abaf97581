import { z } from 'zod/mini'
import { BasisSchema } from '../district'
import { EducationLevelSchema } from '../education'
import { HardshipSchema, IdTypeSchema } from '../person'
import { BeijingDateSchema } from '../time'
import { answers, line, yesOrNo } from './asked'
import { EmploymentSchema } from './kinds'

/**
 * What `registration.check` may be told. Every fact is optional; absent means not known, never no. Nobody is asked for
 * their category: it comes out of the rules.
 */
export const EligibilityFactsSchema = answers({
  bornOn: z.optional(BeijingDateSchema.check(z.describe('出生日期，YYYY-MM-DD'))),
  sex: z.optional(
    z
      .enum(['male', 'female'], { error: '请选一个：男或女' })
      .check(z.describe('证件上的性别，只用来算退休年龄；有身份证号时不用填')),
  ),
  idType: z.optional(IdTypeSchema.check(z.describe('证件类型代码：01 居民身份证，04 港澳台居民居住证……'))),
  idNumber: z.optional(
    line(40, '证件号码太长，请再看一眼证件').check(z.describe('证件号码，和 idType 一起给；只用来读出生日期，不保存')),
  ),
  level: z.optional(
    EducationLevelSchema.check(z.describe('最高学历，GB/T 4658-2006：11 博士 14 硕士 21 本科 31 专科 61 高中……')),
  ),
  graduatedOn: z.optional(
    BeijingDateSchema.check(
      z.describe('毕业证上的日期；没有给 level 时，当作高校毕业证的日期；还没到的日期表示还在校'),
    ),
  ),
  employment: z.optional(
    EmploymentSchema.check(
      z.describe(
        '现在的工作状态：none 没有工作，employed 在单位上班，selfEmployed 自己办企业或个体，flexible 灵活就业，military 现役，pension 领养老金',
      ),
    ),
  ),
  inSchool: z.optional(yesOrNo('是不是还在上学').check(z.describe('现在有没有在校学籍'))),
  wantsWork: z.optional(yesOrNo('现在想不想找工作').check(z.describe('现在想不想找工作'))),
  ableToWork: z.optional(
    yesOrNo('能不能工作').check(z.describe('能不能工作；不填按能工作算，只有完全丧失劳动能力才填 false')),
  ),
  beijingOrigin: z.optional(yesOrNo('上大学前户口在不在北京').check(z.describe('北京生源：上大学前户口在北京'))),
  beijingHukou: z.optional(yesOrNo('现在户口在不在北京').check(z.describe('现在户口在北京'))),
  basis: z.optional(BasisSchema.check(z.describe('在哪里登记：hukou 户籍地，residence 常住地，jobSearch 求职地'))),
  registeredUnemployedSince: z.optional(
    BeijingDateSchema.check(z.describe('现在这次失业登记从哪天起算；登记已经注销的不填')),
  ),
  hardships: z.optional(
    z
      .array(HardshipSchema, { error: '请从列出的情况里选' })
      .check(z.maxLength(10, '选得太多了，请少选几个'), z.describe('困难情况，属于敏感信息，只在单独同意后填')),
  ),
})
export type EligibilityFacts = z.infer<typeof EligibilityFactsSchema>

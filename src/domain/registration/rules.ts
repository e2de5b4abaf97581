import type { Campaign } from '../campaign'
import { addYears, chineseDate, type BeijingDate } from '../time'
import type { RuleResult } from './answer'
import type { DerivedFacts } from './derive'
import type { EligibilityFacts } from './facts'
import type { Kind } from './kinds'
import { not, verdict, type Verdict } from './kleene'

/** What a rule may look at. */
export interface Case {
  facts: EligibilityFacts
  derived: DerivedFacts
  on: BeijingDate
  campaign: Campaign
}

type Rule = (given: Case) => RuleResult

/** 失业登记's conditions: within working age, able to work, looking for work, without work. */
const CONDITIONS = '《就业服务与就业管理规定》第六十三条'

const JOB_SEEKING_INSTEAD = '可以先做求职登记，一样有人给你推岗位'

const oldEnough: Rule = ({ derived, campaign }) => {
  const { value, source } = campaign.ages.floor
  const from = derived.bornOn && addYears(derived.bornOn, value)
  const texts: Record<Verdict, Pick<RuleResult, 'reason' | 'instead'>> = {
    yes: { reason: `你满 ${value} 周岁了` },
    no: {
      reason: `登记要满 ${value} 周岁，你现在还没到`,
      ...(from ? { instead: `${chineseDate(from)}满 ${value} 周岁，那天起就可以来登记` } : {}),
    },
    unknown: { reason: '还不知道你的出生日期，填了就能算' },
  }
  return { id: 'AGE_16', met: derived.oldEnough, article: source, ...texts[derived.oldEnough] }
}

const belowRetirementAge: Rule = ({ derived, campaign }) => {
  const met = not(derived.retired)
  const texts: Record<Verdict, Pick<RuleResult, 'reason' | 'instead'>> = {
    yes: { reason: '你还没到退休年龄' },
    no: {
      reason: '失业登记只到法定退休年龄为止，你已经到了',
      instead: '还想工作可以做求职登记；养老金的事打 12333 问',
    },
    unknown: {
      reason: derived.bornOn ? '退休年龄看性别和岗位，现在还算不准' : '还不知道你的出生日期，填了就能算',
      ...(derived.bornOn ? { instead: '打 12333，问清你的退休年龄再来' } : {}),
    },
  }
  const law = campaign.retirement.find(rule => rule.delay)?.source
  return { id: 'RETIREMENT_AGE', met, article: law ? `${CONDITIONS}；${law}` : CONDITIONS, ...texts[met] }
}

const EMPLOYED_REASONS: Record<NonNullable<EligibilityFacts['employment']>, string> = {
  none: '你现在没有工作',
  employed: '失业登记要没有工作，你填的是在单位上班',
  selfEmployed: '失业登记要没有工作，你填的是自己办企业或做个体',
  flexible: '失业登记要没有工作，你填的是灵活就业',
  military: '失业登记要没有工作，你填的是还在服役',
  pension: '领了养老金就不能再做失业登记',
}

const notEmployed: Rule = ({ facts, derived }) => {
  const met = not(derived.employed)
  const reason = facts.employment
    ? EMPLOYED_REASONS[facts.employment]
    : met === 'yes'
      ? '你的失业登记还有效，按没有工作算'
      : '还不知道你现在有没有工作，说一声就能算'
  const instead =
    facts.employment === 'military' ? '退役以后就可以来登记' : `${JOB_SEEKING_INSTEAD}；以后没了工作再来做失业登记`
  return { id: 'NOT_EMPLOYED', met, article: CONDITIONS, reason, ...(met === 'no' ? { instead } : {}) }
}

const notInSchool: Rule = ({ facts, derived, on }) => {
  const met = not(derived.inSchool)
  const leavesOn = facts.graduatedOn && facts.graduatedOn > on ? facts.graduatedOn : undefined
  const texts: Record<Verdict, Pick<RuleResult, 'reason' | 'instead'>> = {
    yes: { reason: '你已经离校了' },
    no: leavesOn
      ? {
          reason: `毕业证上是${chineseDate(leavesOn)}，到那天以前算在校`,
          instead: `${JOB_SEEKING_INSTEAD}；${chineseDate(leavesOn)}起可以来做失业登记`,
        }
      : {
          reason: '失业登记要已经离校，你填的是还在上学',
          instead: `${JOB_SEEKING_INSTEAD}；毕业离校以后再来做失业登记`,
        },
    unknown: { reason: '还不知道你是不是还在上学，说一声就能算' },
  }
  return { id: 'NOT_IN_SCHOOL', met, article: CONDITIONS, ...texts[met] }
}

const seeksWork: Rule = ({ derived }) => {
  const met = derived.wantsWork
  const texts: Record<Verdict, Pick<RuleResult, 'reason' | 'instead'>> = {
    yes: { reason: '你想找工作' },
    no: {
      reason: '失业登记要想找工作，你填的是现在不找',
      instead: '想找的时候随时可以来登记；现在想问政策、想参加培训，也可以先做求职登记',
    },
    unknown: { reason: '还不知道你现在想不想找工作，说一声就能算' },
  }
  return { id: 'SEEKS_WORK', met, article: CONDITIONS, ...texts[met] }
}

const ableToWork: Rule = ({ facts, derived }) => {
  const met = derived.ableToWork
  const texts: Record<Verdict, Pick<RuleResult, 'reason' | 'instead'>> = {
    yes: { reason: facts.ableToWork ? '你能工作' : '你没说不能工作，按能工作算' },
    no: {
      reason: '失业登记要能工作，你填的是现在不能',
      instead:
        '身体恢复了随时可以来登记；有残疾人证、还能做一些工作的，改填能工作。低保、残疾方面的帮助问街道（乡镇）社会保障事务所',
    },
    unknown: { reason: '还不知道你能不能工作，说一声就能算' },
  }
  return { id: 'ABLE_TO_WORK', met, article: CONDITIONS, ...texts[met] }
}

/** 护照 and 外国人永久居留身份证: an unemployment registration with one of them is a matter for the window (domain facts §6). */
const AT_THE_WINDOW: readonly (string | undefined)[] = ['05', '06']

const document: Rule = ({ facts }) => {
  const met = verdict(!AT_THE_WINDOW.includes(facts.idType))
  const texts =
    met === 'no'
      ? {
          reason: '用护照或永久居留身份证办失业登记，要带证件到窗口',
          instead: '有居民身份证就用身份证填；没有的，先在这里做求职登记，或打 12333 问去哪个窗口',
        }
      : { reason: '用居民身份证、通行证或居住证，在这里就能办' }
  return { id: 'DOCUMENT', met, article: CONDITIONS, ...texts }
}

/** What each kind asks. Job-seeking is a service anyone of working age may ask for, at work or at school too. */
export const RULES: Record<Kind, readonly Rule[]> = {
  jobSeeking: [oldEnough],
  unemployment: [oldEnough, belowRetirementAge, document, notEmployed, notInSchool, seeksWork, ableToWork],
}

import { inWindow, type Campaign } from '../campaign'
import { chineseDate, type BeijingDate } from '../time'
import type { Eligibility, RuleResult, Treatment } from './answer'
import { deriveFacts, type DerivedFacts } from './derive'
import type { EligibilityFacts } from './facts'
import type { Kind } from './kinds'
import { all, verdict, type Verdict } from './kleene'
import { membershipOf, tagsOf } from './membership'
import { RULES } from './rules'

/**
 * Whether someone may file a registration of this kind on a day: facts first, then named rules, three-valued. Campaign and
 * window decide category and treatment; they decide the outcome only where the campaign's file refers such people elsewhere.
 */
export function checkEligibility(given: {
  kind: Kind
  facts: EligibilityFacts
  on: BeijingDate
  campaign: Campaign
}): Eligibility {
  const { kind, facts, on, campaign } = given
  const derived = deriveFacts(facts, on, campaign)
  const { open, membership, standing } = serviceOf(derived, on, campaign)
  const rules = RULES[kind].map(rule => rule({ facts, derived, on, campaign }))
  if (!open && campaign.outsideWindow.treatment === 'refer') rules.push(windowRule(campaign))
  if (open && campaign.outsider.treatment === 'refer') rules.push(memberRule(campaign, membership.member))
  return { outcome: all(...rules.map(rule => rule.met)), ...standing, rules }
}

/** Who somebody is to the campaign: what the rules' answer says besides whether one may file. */
export type Standing = Pick<Eligibility, 'category' | 'branch' | 'tags' | 'treatment' | 'directions'>

/** For lists of hundreds of thousands, of whom nobody asks to file. */
export const standingOf = (facts: EligibilityFacts, on: BeijingDate, campaign: Campaign): Standing =>
  serviceOf(deriveFacts(facts, on, campaign), on, campaign).standing

function serviceOf(derived: DerivedFacts, on: BeijingDate, campaign: Campaign) {
  const open = inWindow(campaign, on)
  const membership = membershipOf(campaign, derived)
  const served = open && membership.category !== undefined
  const { treatment, directions } = served
    ? { treatment: 'campaign' as const, directions: undefined }
    : outside(campaign, open, membership.member)
  const standing: Standing = {
    ...(served ? { category: membership.category } : {}),
    ...(served && membership.branch ? { branch: membership.branch } : {}),
    tags: served ? tagsOf(campaign, derived) : [],
    treatment,
    ...(directions === undefined ? {} : { directions }),
  }
  return { open, membership, standing }
}

function outside(campaign: Campaign, open: boolean, member: Verdict): { treatment: Treatment; directions?: string } {
  if (!open) return campaign.outsideWindow
  return member === 'no' ? campaign.outsider : { treatment: 'ordinaryJobSeeker' }
}

function windowRule(campaign: Campaign): RuleResult {
  const { from, to, article } = campaign.window
  return {
    id: 'CAMPAIGN_WINDOW',
    met: verdict(false),
    article,
    reason: `这里只在${chineseDate(from)}到${chineseDate(to)}收登记`,
    instead: campaign.outsideWindow.directions,
  }
}

function memberRule(campaign: Campaign, member: Verdict): RuleResult {
  const reasons: Record<Verdict, string> = {
    yes: '你在这次服务的人里',
    no: '这里只收这次服务的人：' + campaign.categories.map(category => category.plainName).join('、'),
    unknown: '还不知道你在不在这次服务的人里，毕业时间、年龄和有没有工作填全就能算',
  }
  return {
    id: 'CAMPAIGN_MEMBER',
    met: member,
    article: [...new Set(campaign.categories.map(category => category.article))].join('、'),
    reason: reasons[member],
    ...(member === 'no' ? { instead: campaign.outsider.directions } : {}),
  }
}

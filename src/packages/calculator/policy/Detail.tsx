import { Text, View } from '@tarojs/components'
import { openPage } from '../../../cloud/openPage'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { Header } from '../../../components/Header'
import { KeyValue } from '../../../components/KeyValue'
import { Notice } from '../../../components/Notice'
import { Section } from '../../../components/Section'
import { Tag } from '../../../components/Tag'
import {
  sourcesOn,
  standingOn,
  type Answers,
  type PolicyKind,
  type PolicyResult,
  type PolicyTexts,
  type RuleBook,
} from '../../../domain/policy'
import type { BeijingDate } from '../../../domain/time'
import { filled } from '../filled'
import { payeeTag, standingTag, whenOf } from '../policies/listing'
import { Amount } from './Amount'
import { Conditions } from './Conditions'
import { outline } from './conditions'
import { besides } from './besides'
import { parametersInForce } from './parameters'
import { Sources } from './Sources'
import { standingWords, validityWords } from './standing'
import { Verdict } from './Verdict'
import { Where } from './Where'

const AMOUNT_TITLES: Record<PolicyKind, string> = {
  cash: '能拿多少',
  relief: '能少交多少',
  loan: '能借多少',
  service: '值多少',
}

interface Props {
  rules: RuleBook
  texts: PolicyTexts
  id: string
  day: BeijingDate
  /** 8月20日的规则. */
  rulesOf: string
  /** What comes out for the reader; undefined where they have said nothing yet. */
  result: PolicyResult | undefined
  answers: Answers
  say: (template: string) => string
  /** Address of another policy on the same day. */
  address: (id: string) => string
  onAsk: (fact: string) => void
}

/** One policy: what it is, what it asks, what it brings, where it is done, and what it rests on. */
export function Detail({ rules, texts, id, day, rulesOf, result, answers, say, address, onAsk }: Props) {
  const rule = rules.policies.find(policy => policy.id === id)!
  const text = filled(texts.policies[id]!, say)
  const standing = standingOn(rule, day)
  const notice = standingWords(standing, text)
  const { version } = standing
  const conditions = outline(version?.when, { texts: text.conditions, reasons: result?.reasons ?? [], say })
  const parameters = version ? parametersInForce(rules, texts, version, day) : []
  // what can't be had on the day has no counter to go to, and what was asked then isn't kept here
  const over = ['over', 'unsaid'].includes(whenOf(standing))
  const others = over ? [] : besides(rules, texts, id)
  const into = rule.mergedInto && texts.policies[rule.mergedInto]
  // what is missing is read before what there would be; what is theirs begins with what it brings
  const mine = !result || (result.ifOpened ?? result.verdict) === 'yes'
  const asked = conditions.length > 0 && (
    <Section title="要什么条件">
      <Card>
        <Conditions parts={conditions} />
      </Card>
    </Section>
  )
  return (
    <>
      <Header lines={[text.plain]} sub={[text.summary, `${rulesOf}，以窗口审核为准`]} />
      <View className="qh-row qh-row--wrap qh-gap-2">
        <Tag {...payeeTag(rule)} />
        <Tag {...standingTag(standing, day)} />
      </View>
      <View className="qh-sub qh-mt-3">
        {text.official === text.plain ? '' : '办的时候这么说：'}
        <Text className="qh-c1 qh-strong">{text.official}</Text>
      </View>
      {notice && (
        <View className="qh-mt-3">
          <Notice>{notice}</Notice>
        </View>
      )}
      {into && rule.mergedInto && (
        <View className="qh-mt-3">
          <Card flush>
            <Cell
              title={`看${into.official}`}
              note={into.summary}
              icon="doc"
              onClick={() => openPage(address(rule.mergedInto!))}
            />
          </Card>
        </View>
      )}
      {result && version && <Verdict result={result} texts={texts} answers={answers} on={day} onAsk={onAsk} />}
      {!mine && asked}
      {(parameters.length > 0 || version?.pays) && (
        <Section title={`${rule.payee === 'employer' ? '单位' : ''}${AMOUNT_TITLES[rule.kind]}`}>
          <Amount text={text} version={version} parameters={parameters} result={result} />
        </Section>
      )}
      {mine && asked}
      {text.clauses && version && (
        <Section title="窗口还要看">
          <Card>
            {text.clauses.map(clause => (
              <View key={clause} className="qh-cond__line">
                <View className="qh-cond__mark">
                  <View className="qh-cond__dot" />
                </View>
                <Text className="qh-sub qh-c1 qh-grow">{clause}</Text>
              </View>
            ))}
          </Card>
        </Section>
      )}
      {!over && <Where text={text} texts={texts} rule={rule} />}
      {others.length > 0 && (
        <Section title="和这些不能一起">
          <Card flush>
            {others.map((other, at) => (
              <Cell
                key={other.id}
                title={other.official}
                note={other.text}
                line={at < others.length - 1}
                onClick={() => openPage(address(other.id))}
              />
            ))}
          </Card>
        </Section>
      )}
      <Section title="依据">
        <Sources sources={sourcesOn(text.sources, day)} confidence={version?.confidence} />
      </Section>
      {version && (
        <Section title="管到什么时候">
          <Card>
            {validityWords(rule, day).map(([name, value]) => (
              <KeyValue key={name} name={name} value={value} />
            ))}
          </Card>
        </Section>
      )}
    </>
  )
}

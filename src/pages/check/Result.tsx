import { Text, View } from '@tarojs/components'
import { campaignFor } from '../../cloud/data'
import { toForm } from '../../cloud/form'
import { openPage } from '../../cloud/openPage'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Header } from '../../components/Header'
import { Icon } from '../../components/Icon'
import { KIND_NAMES } from '../../components/kindNames'
import { Notice } from '../../components/Notice'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { checkEligibility, type Kind, type RuleResult } from '../../domain/registration'
import { chineseDate, type BeijingDate } from '../../domain/time'
import { askedBy, factsOf, kindsOf, type CheckAnswers, type QuestionKey } from './questions'
import { resultLines } from './resultLines'

interface Props {
  answers: CheckAnswers
  today: BeijingDate
  onBack: () => void
  onAgain: () => void
  /** Opens one question again, since a rule still waits for its answer. */
  onAnswer: (key: QuestionKey) => void
}

const MARKS = { yes: ['check', 'qh-cs'], no: ['close', 'qh-c2'], unknown: ['info', 'qh-ca'] } as const

/** What decides comes first. */
const ORDER = { no: 0, unknown: 1, yes: 2 } as const

const Rule = ({ rule, onAnswer }: { rule: RuleResult; onAnswer: (() => void) | undefined }) => {
  const [icon, colour] = MARKS[rule.met]
  return (
    <View className="qh-check__rule">
      <View className={`qh-check__mark ${colour}`}>
        <Icon name={icon} size="s" />
      </View>
      <View className="qh-grow qh-col">
        <Text className="qh-sub qh-c1">{rule.reason}</Text>
        <Text className="qh-note">{`依据：${rule.article}`}</Text>
        {rule.instead && <View className="qh-check__instead">{rule.instead}</View>}
        {onAnswer && (
          <View className="qh-row">
            <Button label="现在说" spoken={`现在说：${rule.reason}`} kind="text" small onClick={onAnswer} />
          </View>
        )}
      </View>
    </View>
  )
}

/** Two rules that say the same, since one answer decides both, are told once, on the ground of both. */
function toldOnce(rules: readonly RuleResult[]): RuleResult[] {
  const told = new Map<string, RuleResult>()
  for (const rule of rules) {
    const same = told.get(rule.reason)
    told.set(rule.reason, same ? { ...same, article: `${same.article}；${rule.article}` } : rule)
  }
  return [...told.values()]
}

/** The answer with every rule, its reason and what else one can do. */
export function Result({ answers, today, onBack, onAgain, onAnswer }: Props) {
  const campaign = campaignFor(today)
  const facts = factsOf(answers)
  const judge = (kind: Kind) => checkEligibility({ kind, facts, on: today, campaign })
  const results = kindsOf(answers).map(kind => ({ kind, ...judge(kind) }))
  const possible = results.find(({ outcome }) => outcome !== 'no')?.kind
  // Whoever asked for the one kind and can't have it is told of the other, which anybody of working age may file.
  const other: Kind | undefined =
    !possible && kindsOf(answers).length === 1 && answers.kind === 'unemployment' ? 'jobSeeking' : undefined
  const way = possible ?? (other && judge(other).outcome !== 'no' ? other : undefined)
  // How one would be served; of no use to whom no kind is open.
  const directions = way && judge(way).directions
  return (
    <Page
      onBack={onBack}
      bottom={
        <BottomBar hint={way && `办${KIND_NAMES[way]}，填的时候还能换`}>
          <Button
            label={way ? '上一题' : '从头再看'}
            kind={way ? 'secondary' : 'primary'}
            grow={!way}
            onClick={way ? onBack : onAgain}
          />
          {way && <Button label="去登记" spoken={`去办${KIND_NAMES[way]}`} grow onClick={() => void toForm(way)} />}
        </BottomBar>
      }
    >
      <Header lines={resultLines(results)} sub={[`按${chineseDate(today)}的规则。`, '最后以窗口为准。']} />
      {results.map(({ kind, outcome, rules }) => (
        <Section
          key={kind}
          title={`${KIND_NAMES[kind]}：${{ yes: '可以', no: '现在不行', unknown: '还差几条' }[outcome]}`}
        >
          <Card>
            {toldOnce(rules)
              .sort((a, b) => ORDER[a.met] - ORDER[b.met])
              .map(rule => {
                // where it is no anyway, another answer changes nothing
                const question = outcome === 'no' ? undefined : askedBy(rule, answers)
                return <Rule key={rule.id} rule={rule} onAnswer={question && (() => onAnswer(question))} />
              })}
          </Card>
        </Section>
      ))}
      <View className="qh-row">
        <Button
          label="看看两种的区别"
          kind="text"
          onClick={() => openPage(`/packages/guide/kinds/index${way ? `?kind=${way}` : ''}`)}
        />
      </View>
      {directions && (
        <View className="qh-mt-3">
          <Notice>{directions}。</Notice>
        </View>
      )}
    </Page>
  )
}

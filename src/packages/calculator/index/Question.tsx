import { View } from '@tarojs/components'
import { aria } from '../../../components/aria'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { DateField, Field, TextField } from '../../../components/Field'
import { Heading } from '../../../components/Heading'
import { Tag } from '../../../components/Tag'
import type { FactRule, FactText, Literal } from '../../../domain/policy'
import { addYears, type BeijingDate } from '../../../domain/time'
import { toggledIn, UNIT_NAMES, type Entered } from './entering'

interface Props {
  rule: FactRule
  text: FactText
  entered: Entered
  /** What to do, where one went on without an answer. */
  problem: string | undefined
  /** The answer comes from the registration. */
  known: boolean
  today: BeijingDate
  onEnter: (entered: Entered) => void
}

const DONT_KNOW = { title: '不知道', note: '不会当成没有，结果里会写明还缺这一条' }

/** One question, and the ways to answer it; 不知道 is one of them. */
export function Question({ rule, text, entered, problem, known, today, onEnter }: Props) {
  const dontKnow = (
    <ChoiceCard
      {...DONT_KNOW}
      on={entered.chosen === null}
      many={rule.type === 'set'}
      onClick={() => onEnter({ ...entered, chosen: null })}
    />
  )
  return (
    <>
      <Heading text={text.question} />
      {text.help && <View className="qh-sub qh-mt-2">{text.help}</View>}
      {known && (
        <View className="qh-row qh-row--wrap qh-gap-2 qh-mt-2">
          <Tag label="登记里填的" kind="primary" />
          <View className="qh-note">改了只在这里试算，登记不会变</View>
        </View>
      )}
      <View className="qh-mt-5">
        {rule.type === 'count' || rule.type === 'money' ? (
          <>
            <TextField
              path={rule.id}
              label={text.name}
              value={entered.typed ?? ''}
              unit={rule.type === 'money' ? UNIT_NAMES.fen : rule.unit && UNIT_NAMES[rule.unit]}
              type={rule.type === 'count' ? 'number' : 'digit'}
              max={12}
              error={problem}
              onChange={typed => onEnter({ typed })}
            />
            {dontKnow}
          </>
        ) : rule.type === 'date' ? (
          <>
            <DateField
              path={rule.id}
              label={text.name}
              value={typeof entered.chosen === 'string' ? entered.chosen : undefined}
              from={addYears(today, -80)}
              to={rule.id === 'bornOn' ? today : addYears(today, 8)}
              startAt={rule.id === 'bornOn' ? addYears(today, -22) : today}
              error={problem}
              onChange={chosen => onEnter({ chosen })}
            />
            {dontKnow}
          </>
        ) : (
          <Field path={rule.id} label="" error={problem}>
            <View
              className="qh-col qh-gap-2"
              {...aria({ role: rule.type === 'set' ? 'group' : 'radiogroup', label: text.question })}
            >
              {optionsOf(rule, text).map(({ value, title, note }) => (
                <ChoiceCard
                  key={String(value)}
                  title={title}
                  note={note}
                  many={rule.type === 'set'}
                  on={isOn(entered.chosen, value)}
                  onClick={() =>
                    onEnter({ chosen: rule.type === 'set' ? toggledIn(entered.chosen, String(value)) : value })
                  }
                />
              ))}
              {dontKnow}
            </View>
          </Field>
        )}
      </View>
    </>
  )
}

const isOn = (chosen: Entered['chosen'], value: Literal): boolean =>
  Array.isArray(chosen) ? (chosen as readonly string[]).includes(String(value)) : chosen === value

function optionsOf(
  { type, options = [] }: FactRule,
  text: FactText,
): { value: boolean | string; title: string; note?: string }[] {
  if (type === 'boolean')
    return [
      { value: true, title: '是' },
      { value: false, title: '不是' },
    ]
  return options.map(value => {
    const { label = value, note } = text.options?.[value] ?? {}
    return { value, title: label, ...(note ? { note } : {}) }
  })
}

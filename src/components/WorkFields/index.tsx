import { ScrollView, View } from '@tarojs/components'
import { useState } from 'react'
import type { District, DistrictKey } from '../../domain/district'
import { EMPLOYMENT_NAMES, NOT_NOW_NAMES } from '../../domain/registration'
import { aria } from '../aria'
import { Button } from '../Button'
import { toggled, type Change } from '../change'
import { Chip } from '../Chip'
import { ChoiceCard } from '../ChoiceCard'
import { ChoiceField, Field, TapField, TextAreaField, TextField } from '../Field'
import { Sheet } from '../Sheet'
import { fenFromYuan, type WorkAnswers } from './answers'

type WorkPath = keyof WorkAnswers & `intention.${string}`

interface Props {
  answers: WorkAnswers
  errors: Record<string, string>
  districts: readonly District[]
  /** Whether work is asked about: who files as jobless declares it instead. */
  askEmployment: boolean
  /** Who files as jobless is looking for work and isn't asked whether; saying no stays possible. */
  seeks?: boolean
  /** Where the cursor stands. */
  focus?: string | undefined
  /** Puts the cursor into another field. */
  onEnter?: (path: WorkPath) => void
  onChange: (change: Change<WorkAnswers>) => void
  /** A typed field was left. */
  onLeave: (path: WorkPath) => void
}

const WANTS = [
  { key: 'yes', name: '想找工作' },
  { key: 'no', name: '现在不找' },
] as const

const options = <K extends string>(keys: readonly K[], names: Record<K, string>) =>
  keys.map(key => ({ key, name: names[key] }))

const REASONS = options(['furtherStudy', 'abroad', 'military', 'exams', 'pause', 'health'], NOT_NOW_NAMES)
const EMPLOYMENTS = options(['none', 'employed', 'selfEmployed', 'flexible'], EMPLOYMENT_NAMES)

const yuan = (fen: number | undefined) => (fen === undefined ? '' : String(fen / 100))

/** The work one looks for: the same questions when registering and when correcting. */
export function WorkFields({ askEmployment, seeks = false, ...rest }: Props) {
  const { answers, errors, onChange, onLeave } = rest
  const wants = seeks || answers['intention.wantsWork']
  return (
    <>
      {askEmployment && (
        <ChoiceField
          path="situation.employment"
          label="现在有工作吗"
          help="有工作也能登，可以不选"
          options={EMPLOYMENTS}
          value={EMPLOYMENTS.find(({ key }) => key === answers['situation.employment'])?.key}
          error={errors['situation.employment']}
          onChange={employment => onChange({ 'situation.employment': employment })}
        />
      )}
      {!seeks && (
        <ChoiceField
          path="intention.wantsWork"
          label="现在想找工作吗"
          options={WANTS}
          value={wants === undefined ? undefined : wants ? 'yes' : 'no'}
          error={errors['intention.wantsWork']}
          onChange={key => onChange({ 'intention.wantsWork': key === 'yes' })}
        />
      )}
      {wants === false && (
        <ChoiceField
          path="intention.notNowReason"
          label="方便说说原因吗"
          help="可以不选"
          options={REASONS}
          value={answers['intention.notNowReason']}
          error={errors['intention.notNowReason']}
          onChange={reason => onChange({ 'intention.notNowReason': reason })}
        />
      )}
      {wants && <Wishes {...rest} />}
      <TextAreaField
        path="intention.note"
        label="还想说的话"
        help="可以不填，给你打电话的人会看到"
        value={answers['intention.note']}
        error={errors['intention.note']}
        onChange={note => onChange({ 'intention.note': note })}
        focus={rest.focus === 'intention.note'}
        onLeave={() => onLeave('intention.note')}
      />
      {seeks && (
        <View className="qh-row">
          <Button
            label="其实现在不想找工作"
            kind="text"
            small
            onClick={() => onChange({ 'intention.wantsWork': false })}
          />
        </View>
      )}
    </>
  )
}

function Wishes({ answers, errors, districts, focus, onChange, onLeave, onEnter }: Omit<Props, 'askEmployment'>) {
  const [picking, setPicking] = useState(false)
  const chosen = answers['intention.districts']
  const toggle = (key: DistrictKey) =>
    onChange(latest => ({ 'intention.districts': toggled(latest['intention.districts'], key) }))
  return (
    <>
      <TextField
        path="intention.occupations"
        label="想做什么"
        help="写几个就行，比如：数据、运营。可以不填"
        value={answers['intention.occupations']}
        error={errors['intention.occupations']}
        max={100}
        focus={focus === 'intention.occupations'}
        onChange={occupations => onChange({ 'intention.occupations': occupations })}
        onLeave={() => onLeave('intention.occupations')}
        {...(onEnter ? { onNext: () => onEnter('intention.salaryMinFen') } : {})}
      />
      <View className="qh-row qh-row--top qh-gap-3">
        <View className="qh-grow">
          <TextField
            path="intention.salaryMinFen"
            label="月薪最少（元）"
            type="number"
            max={7}
            value={yuan(answers['intention.salaryMinFen'])}
            error={errors['intention.salaryMinFen']}
            focus={focus === 'intention.salaryMinFen'}
            onChange={typed => onChange({ 'intention.salaryMinFen': fenFromYuan(typed) })}
            onLeave={() => onLeave('intention.salaryMinFen')}
          />
        </View>
        <View className="qh-grow">
          <TextField
            path="intention.salaryMaxFen"
            label="最多（元）"
            type="number"
            max={7}
            value={yuan(answers['intention.salaryMaxFen'])}
            error={errors['intention.salaryMaxFen']}
            focus={focus === 'intention.salaryMaxFen'}
            onChange={typed => onChange({ 'intention.salaryMaxFen': fenFromYuan(typed) })}
            onLeave={() => onLeave('intention.salaryMaxFen')}
          />
        </View>
      </View>
      <TapField
        path="intention.districts"
        label="想在哪些区工作"
        help="可以选几个，不选就是都行"
        shown={districts
          .filter(({ key }) => chosen.includes(key))
          .map(({ name }) => name)
          .join('、')}
        error={errors['intention.districts']}
        onClick={() => setPicking(true)}
      />
      {picking && (
        <Sheet title="想在哪些区工作" onClose={() => setPicking(false)}>
          <ScrollView className="qh-sheet__list" scrollY>
            {districts.map(({ key, name }) => (
              <ChoiceCard key={key} title={name} on={chosen.includes(key)} many bare onClick={() => toggle(key)} />
            ))}
          </ScrollView>
          <View className="qh-sheet__done">
            <Button
              label={chosen.length > 0 ? `选好 ${chosen.length} 个区` : '哪个区都行'}
              grow
              onClick={() => setPicking(false)}
            />
          </View>
        </Sheet>
      )}
      <Field path="intention.training" label="这些也想要吗">
        <View className="qh-chips qh-field__chips" {...aria({ role: 'group', label: '这些也想要吗' })}>
          <Chip
            label="技能培训"
            on={!!answers['intention.training']}
            onClick={() => onChange({ 'intention.training': !answers['intention.training'] })}
          />
          <Chip
            label="就业见习"
            on={!!answers['intention.traineeship']}
            onClick={() => onChange({ 'intention.traineeship': !answers['intention.traineeship'] })}
          />
        </View>
      </Field>
    </>
  )
}

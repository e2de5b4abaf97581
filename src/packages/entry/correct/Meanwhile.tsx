import { View } from '@tarojs/components'
import { aria } from '../../../components/aria'
import { Card } from '../../../components/Card'
import { Chip } from '../../../components/Chip'
import { Field } from '../../../components/Field'
import { Header } from '../../../components/Header'
import { KeyValue } from '../../../components/KeyValue'
import type { Choices, Choice, Difference } from '../differences'

interface Props {
  differences: Difference[]
  /** What was typed is from another day. */
  earlier?: true
  choices: Choices
  errors: Record<string, string>
  onChoose: (path: string, choice: Choice) => void
}

const NOTHING = '没填'

/** What somebody else changed while one was typing, answer by answer; one says which is kept. */
export function Meanwhile({ differences, earlier, choices, errors, onChoose }: Props) {
  return (
    <>
      <Header
        lines={earlier ? ['上次改的还没存，', '后来有人改过'] : ['刚才还有人改过']}
        sub="可能是你在别的手机上改的，也可能是工作人员帮你改的。你填的都在，一条一条看，留哪个你定。"
      />
      {differences.map(({ path, name, then, now, typed, asks }) => (
        <View key={path} className="qh-mt-3">
          <Card>
            <Field path={path} label={name} error={errors[path]}>
              <View className="qh-mt-1">
                <KeyValue name="打开时" value={then || NOTHING} />
                <KeyValue name="现在是" value={now || NOTHING} />
                {asks && <KeyValue name="你填的" value={typed || NOTHING} />}
              </View>
              {asks ? (
                <View className="qh-chips qh-field__chips" {...aria({ role: 'radiogroup', label: `${name}，留哪个` })}>
                  <Chip
                    label="用我填的"
                    on={choices[path] === 'typed'}
                    single
                    onClick={() => onChoose(path, 'typed')}
                  />
                  <Chip label="用现在的" on={choices[path] === 'now'} single onClick={() => onChoose(path, 'now')} />
                </View>
              ) : (
                <View className="qh-note qh-mt-1">你没动这一条，就按现在的留着。</View>
              )}
            </Field>
          </Card>
        </View>
      ))}
    </>
  )
}

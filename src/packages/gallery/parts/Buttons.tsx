import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Icon, ICONS } from '../../../components/Icon'
import { Section } from '../../../components/Section'
import { Pressed } from './Pressed'

const nothing = () => undefined

export const Buttons = () => (
  <>
    <Section title="平常">
      <View className="qh-shown">
        <Button label="主要，一页一个" onClick={nothing} />
        <View className="qh-shown__row">
          <Button label="次要" kind="secondary" onClick={nothing} />
          <Button label="线框" kind="outline" onClick={nothing} />
          <Button label="约定" kind="accent" onClick={nothing} />
          <Button label="小号" kind="secondary" small onClick={nothing} />
          <Button label="文字" kind="text" onClick={nothing} />
          <Button label="带图标" kind="text" icon="phone" onClick={nothing} />
        </View>
      </View>
    </Section>
    <Section title="按着">
      <View className="qh-shown">
        <Pressed as="qh-hover--primary">
          <Button label="主要" onClick={nothing} />
        </Pressed>
        <View className="qh-shown__row">
          <Pressed as="qh-hover">
            <Button label="次要" kind="secondary" onClick={nothing} />
          </Pressed>
          <Pressed as="qh-hover">
            <Button label="线框" kind="outline" onClick={nothing} />
          </Pressed>
          <Pressed as="qh-hover--accent">
            <Button label="约定" kind="accent" onClick={nothing} />
          </Pressed>
          <Pressed as="qh-hover--dim">
            <Button label="文字" kind="text" onClick={nothing} />
          </Pressed>
        </View>
      </View>
    </Section>
    <Section title="正在做">
      <View className="qh-shown">
        <Button label="正在交" busy />
        <View className="qh-shown__row">
          <Button label="正在删" kind="secondary" busy />
          <Button label="正在记" kind="accent" busy />
        </View>
      </View>
    </Section>
    <Section title="深色和浅色的底上">
      <View className="qh-shown">
        <Card kind="deep">
          <Button label="开始登记" kind="ondeep" onClick={nothing} />
        </Card>
        <Card kind="due">
          <View className="qh-shown__row">
            <Button label="我会去" kind="accent" onClick={nothing} />
            <Button label="换个时间" kind="onsoft" onClick={nothing} />
          </View>
        </Card>
      </View>
    </Section>
    <Section title="图标">
      <View className="qh-shown__row">
        {ICONS.map(name => (
          <View key={name} className="qh-shown__icon qh-note">
            <Icon name={name} />
            {name}
          </View>
        ))}
      </View>
    </Section>
  </>
)

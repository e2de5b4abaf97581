import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Heading } from '../../../components/Heading'
import { Notice } from '../../../components/Notice'
import { Section } from '../../../components/Section'
import { Tag } from '../../../components/Tag'

export const Told = () => (
  <>
    <Section title="字">
      <Card>
        <View className="qh-col qh-gap-1">
          <Heading text="小一号的标题" small />
          <Text className="qh-body">正文，17 号字，一行不超过 22 个字。</Text>
          <Text className="qh-sub">次一级，说明和理由用它。</Text>
          <Text className="qh-note">最小的，时间和单位用它。</Text>
        </View>
      </Card>
    </Section>
    <Section title="标签">
      <View className="qh-shown__row">
        <Tag label="普通" />
        <Tag label="主色" kind="primary" />
        <Tag label="下一步" kind="due" />
        <Tag label="有效" kind="success" icon="check" />
        <Tag label="快到期" kind="warning" icon="clock" />
        <Tag label="没通过" kind="danger" icon="close" />
        <Tag label="说明" kind="info" />
      </View>
    </Section>
    <Section title="提示">
      <View className="qh-shown">
        <Notice>说明：平常的话</Notice>
        <Notice kind="success">做成了，今天生效</Notice>
        <Notice kind="warning">要当心：有人收费就打 12333</Notice>
        <Notice kind="danger">没交上去，请再交一次</Notice>
        <Notice kind="plain">没有网，填的都存着</Notice>
        <Notice icon="clock">话很长的一条：9月2日前会有人打电话给你，是社区的工作人员，不收钱，也不要验证码。</Notice>
      </View>
    </Section>
    <Section title="卡片">
      <View className="qh-shown">
        <Card>
          <Text className="qh-body">平常的卡片</Text>
        </Card>
        <Card kind="due">
          <Text className="qh-sub qh-ca qh-strong">下一步</Text>
          <Text className="qh-body">9月2日前，有人给你打电话</Text>
        </Card>
        <Card kind="deep">
          <Text className="qh-head">先登记一下</Text>
          <Text className="qh-sub qh-ondeep">承诺只出现一次</Text>
        </Card>
      </View>
    </Section>
  </>
)

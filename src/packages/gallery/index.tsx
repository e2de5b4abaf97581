import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useContext, useState } from 'react'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Header } from '../../components/Header'
import { Page, ShellContext } from '../../components/Page'
import { Bar } from './parts/Bar'
import { Buttons } from './parts/Buttons'
import { Choices } from './parts/Choices'
import { Fields } from './parts/Fields'
import { Lists } from './parts/Lists'
import { Told } from './parts/Told'
import { Broken, Waits } from './parts/Waits'
import './index.scss'

const PARTS = {
  buttons: { name: '按钮', shown: Buttons },
  choices: { name: '选择', shown: Choices },
  fields: { name: '填写', shown: Fields },
  lists: { name: '列表', shown: Lists },
  told: { name: '告知', shown: Told },
  waits: { name: '等待', shown: Waits },
  broken: { name: '出错', shown: Broken },
} as const
type Part = keyof typeof PARTS
const isPart = (key: string | undefined): key is Part => key !== undefined && key in PARTS

/** Every component in every state, for whoever works on them; it is in the browser's build alone. */
export default function Gallery() {
  const asked = useRouter().params.part
  const [part, setPart] = useState<Part>(isPart(asked) ? asked : 'buttons')
  const shell = useContext(ShellContext)
  const [large, setLarge] = useState(shell.className !== '')
  const Shown = PARTS[part].shown
  return (
    <ShellContext.Provider value={{ ...shell, className: large ? 'qh--large' : '' }}>
      <Page bottom={<Bar />}>
        {part !== 'broken' && <Header lines={['每个部件的', '每种样子']} sub="只在电脑上看得到，深色跟着浏览器走。" />}
        <View className="qh-chips" {...aria({ role: 'radiogroup', label: '看哪些' })}>
          {(Object.keys(PARTS) as Part[]).map(key => (
            <Chip key={key} label={PARTS[key].name} on={key === part} single onClick={() => setPart(key)} />
          ))}
        </View>
        <View className="qh-chips qh-mt-2">
          <Chip label="大字" on={large} onClick={() => setLarge(!large)} />
          <Button label="回首页" kind="text" small onClick={() => void Taro.switchTab({ url: '/pages/home/index' })} />
        </View>
        <Shown key={part} />
      </Page>
    </ShellContext.Provider>
  )
}

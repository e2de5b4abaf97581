import { useRouter } from '@tarojs/taro'
import { useMemo } from 'react'
import { useShare } from '../../../cloud/host/share'
import { Page } from '../../../components/Page'
import { sayText } from '../../../domain/policy'
import { filled } from '../filled'
import { addressOf, lookOf } from '../link'
import { OtherDay } from '../OtherDay'
import { rulesOf } from '../rulesOf'
import { useLook, type Looking } from '../useLook'
import { List } from './List'
import { listPolicies } from './listing'
import './index.scss'

/** 政策清单: every policy that the calculator knows, on one day. */
export default function Policies() {
  const looking = useLook()
  useShare('毕业生能用上的政策', addressOf('policies', lookOf(useRouter().params)))
  return looking ? <Listed looking={looking} /> : <Page />
}

function Listed({ looking: { book, on, today, look, setOn } }: { looking: Looking }) {
  const list = useMemo(() => {
    const rules = book.calculator.on(on)
    const policies = filled(book.texts.policies, template => sayText(template, {}, book.texts, rules))
    return listPolicies(book.rules, { policies, materials: book.texts.materials }, on)
  }, [book, on])
  return (
    <Page>
      <OtherDay on={on} today={today} onToday={() => setOn(today)} />
      <List
        list={list}
        rulesOf={rulesOf(on, today)}
        calculator={addressOf('index', look)}
        policy={id => addressOf('policy', look, { id })}
      />
    </Page>
  )
}

import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { beijingDate, chineseDate } from '../../domain/time'
import { now } from './clock.h5'
import { becomePerson, currentPerson, newPerson } from './person.h5'
import './browser.scss'
import './keyboard.h5'

interface DemoPerson {
  openid: string
  label: string
  note?: string
}

const NEW = 'new'

let people: Promise<DemoPerson[]> | undefined
/** The made-up people that were seeded; asked once for all pages. */
const demoPeople = () =>
  (people ??= fetch('/demo/people')
    .then(response => response.json() as Promise<DemoPerson[]>)
    .catch(() => []))

function choose(openid: string) {
  becomePerson(openid === NEW ? newPerson() : openid)
  // Everything on the pages belonged to the one before.
  location.hash = '#/pages/home/index'
  location.reload()
}

/** The browser's bar: the way back that WeChat draws itself, who one plays, and which day it is there. */
export function DevBar() {
  const [known, setKnown] = useState<DemoPerson[]>([])
  const [day, setDay] = useState('')
  const [bar, setBar] = useState({ title: '', back: false })
  useDidShow(() => {
    setBar({ title: document.title, back: Taro.getCurrentPages().length > 1 })
    void demoPeople().then(setKnown)
    void now().then(instant => setDay(chineseDate(beijingDate(instant))))
  })
  const self = currentPerson()
  const seeded = known.some(({ openid }) => openid === self)
  return (
    <div className="qh-host" role="banner">
      <div className="qh-host__nav">
        {bar.back && (
          <button className="qh-host__back" type="button" aria-label="返回" onClick={() => void Taro.navigateBack()}>
            ‹
          </button>
        )}
        <span className="qh-host__title">{bar.title}</span>
      </div>
      <div className="qh-host__demo">
        <span>{day ? `演示 ${day}` : '演示'}</span>
        <select
          className="qh-host__who"
          aria-label="演示：换一个人"
          value={self}
          onChange={event => choose(event.target.value)}
        >
          {!seeded && <option value={self}>新来的人</option>}
          {known.map(({ openid, label, note }) => (
            <option key={openid} value={openid}>
              {note ? `${label}（${note}）` : label}
            </option>
          ))}
          <option value={NEW}>{seeded ? '新来的人' : '再换一个新来的人'}</option>
        </select>
      </div>
    </div>
  )
}

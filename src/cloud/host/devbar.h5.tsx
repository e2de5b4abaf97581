import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { beijingDate, chineseDate } from '../../domain/time'
import { leave } from '../leave'
import { backIsHeld } from './back.h5'
import { now } from './clock.h5'
import { becomePerson, currentPerson, newPerson } from './person.h5'
import './browser.scss'
import './print.scss'
import './keyboard.h5'
import './missingPage.h5'

interface DemoPerson {
  openid: string
  label: string
  note?: string
}

const NEW = 'new'
const GALLERY = 'gallery'
const TABS = /^#\/(pages\/(home|me)\/index)?(\?|$)/

let people: Promise<DemoPerson[]> | undefined
/** The made-up people that were seeded; asked once for all pages. */
const demoPeople = () =>
  (people ??= fetch('/demo/people')
    .then(response => response.json() as Promise<DemoPerson[]>)
    .catch(() => []))

function choose(openid: string) {
  if (openid === GALLERY) return void Taro.navigateTo({ url: '/packages/gallery/index' })
  becomePerson(openid === NEW ? newPerson() : openid)
  // Everything on the pages belonged to the one before.
  location.hash = '#/pages/home/index'
  location.reload()
}

/** As the phone's own arrow does: what lies over the page goes before the page. */
const goBack = () => (backIsHeld() ? history.back() : leave())

const barOf = () => ({ title: document.title, back: !TABS.test(location.hash) })

/** The browser's bar: the way back that WeChat draws itself, who one plays, and which day it is there. */
export function DevBar() {
  const [known, setKnown] = useState<DemoPerson[]>([])
  const [day, setDay] = useState('')
  const [bar, setBar] = useState(barOf)
  // A page that draws its frame anew isn't shown anew: what comes later is asked for here.
  useEffect(() => {
    void demoPeople().then(setKnown)
    // Taro's tab bar doesn't say what it is.
    document.querySelector('taro-tabbar')?.setAttribute('role', 'navigation')
    void now().then(instant => setDay(chineseDate(beijingDate(instant)).slice('2024年'.length)))
  }, [])
  useDidShow(() => setBar(barOf()))
  const self = currentPerson()
  const seeded = known.some(({ openid }) => openid === self)
  const who = known.find(({ openid }) => openid === self)?.label ?? '新来的人'
  return (
    <div className="qh-host" role="banner">
      {bar.back ? (
        <button className="qh-host__back" type="button" aria-label="返回" onClick={goBack}>
          ‹
        </button>
      ) : (
        <span className="qh-host__back" />
      )}
      <span className="qh-host__title">{bar.title}</span>
      <div className="qh-host__demo">
        <span className="qh-host__line">{day ? `演示 ${day}` : '演示'}</span>
        <span className="qh-host__line qh-host__line--who" aria-hidden="true">
          {who}
        </span>
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
          <option value={GALLERY}>不换人，看看每个部件</option>
        </select>
      </div>
    </div>
  )
}

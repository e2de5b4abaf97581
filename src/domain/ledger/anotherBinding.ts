import { refused } from './decision'

/** Whoever looked at an entry meant the WeChat account that held it then; another holds it by now. */
export const anotherBinding = () =>
  refused('VERSION_CONFLICT', '这份登记现在绑的不是那个微信了，没有动它。再用 ledger.open 看一眼，对上了再发一次', {
    boundSince: '和现在的绑定对不上',
  })

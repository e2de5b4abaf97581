import type { Detector } from './detector'

export const sameText: Detector = {
  rule: 'A6',
  name: '好几条服务记录写得一模一样',
  missing: () => '服务记录只有种类和时间，没有文字可以比',
}

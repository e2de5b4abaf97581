import type { Detector } from './detector'

export const noCallRecord: Detector = {
  rule: 'A8',
  name: '记了已联系，却没有通话记录',
  missing: () => '没有接入通话记录',
}

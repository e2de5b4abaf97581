import type { Detector } from './detector'

export const notEnrolled: Detector = {
  rule: 'A15',
  name: '记了升学，下学期没有学籍',
  missing: () => '没有学籍名单',
}

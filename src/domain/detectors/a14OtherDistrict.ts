import type { Detector } from './detector'

export const otherDistrict: Detector = {
  rule: 'A14',
  name: '别的区的人改了登记',
  missing: () => '区级工作人员还没有账号，经过里没有办理人所在的区',
}

import { KIND_NAMES } from '../../../components/kindNames'
import type { Kind } from '../../../domain/registration'

const ENDS: Record<Kind, string> = {
  jobSeeking: '按求职登记给你推岗位',
  unemployment: '登记的时间就停在今天，要靠登记才有的待遇跟着停',
}

const AGAIN: Record<Kind, string> = {
  jobSeeking: '想再找工作，随时能再登',
  unemployment: '以后再登，从那次受理起重新算',
}

/** What ends with a registration, what stays, and how to come back. `other` is the kind that goes on. */
export const consequences = (kind: Kind, other: Kind | undefined): [name: string, value: string][] => [
  ['会结束', other ? ENDS[kind] : `${ENDS[kind]}；区里也不再打电话找你`],
  ['会留着', other ? `${KIND_NAMES[other]}还在，不受影响；编号和办理经过也在` : '登记编号和办理经过'],
  ['再登', AGAIN[kind]],
]

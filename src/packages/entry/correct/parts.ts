import { z } from 'zod/mini'
import { districts } from '../../../cloud/data'
import { storedText } from '../../../components/stored'
import { STUDY_SAID } from '../../../components/StudyFields/said'
import {
  emptyStudy,
  fromEducation,
  STORED_STUDY,
  studyProblems,
  toEducation,
  type StudyAnswers,
} from '../../../components/StudyFields/answers'
import {
  emptyWork,
  fromIntention,
  STORED_WORK,
  toIntention,
  workProblems,
  type WorkAnswers,
} from '../../../components/WorkFields/answers'
import { workSaid } from '../../../components/WorkFields/said'
import type { graduateContract, OwnEntry } from '../../../contract/graduate'
import type { InputOf } from '../../../contract/procedure'
import { maskPhone, normalisePhone } from '../../../domain/person'
import type { BeijingDate } from '../../../domain/time'
import type { Compared } from '../differences'

export type Changes = InputOf<(typeof graduateContract)['registration.correct']>['changes']

export type PartName = 'study' | 'work' | 'phone' | 'hardship'

/** One part of the entry that a person corrects: how it is read, checked, sent, and compared with somebody else's change. */
export interface Part<A> {
  name: PartName
  read: (entry: OwnEntry, today: BeijingDate) => A
  /** By path: what to do. */
  problems: (answers: A, today: BeijingDate) => Record<string, string>
  /** Undefined where nothing is left to be changed. */
  changes: (answers: A, entry: OwnEntry) => Changes | undefined
  compared: readonly Compared<A>[]
  /** The answers as a phone keeps them and has kept them, however old or damaged. */
  kept: (stored: unknown) => A
}

const reading =
  <A>(schema: z.ZodMiniType, empty: A) =>
  (stored: unknown): A => {
    const { data } = schema.safeParse(stored)
    return { ...empty, ...(data as Partial<A> | undefined) }
  }

export const STUDY: Part<StudyAnswers> = {
  name: 'study',
  read: (entry, today) => fromEducation(entry.education, entry.situation?.inSchool, today),
  problems: studyProblems,
  changes: (answers, { situation }) => {
    const education = toEducation(answers)
    return education && { education, situation: { ...situation, inSchool: answers.graduation === 'studying' } }
  },
  compared: STUDY_SAID,
  kept: reading(z.object(STORED_STUDY), emptyStudy),
}

export const WORK: Part<WorkAnswers> = {
  name: 'work',
  read: entry => fromIntention(entry.intention, entry.situation),
  problems: workProblems,
  changes: answers => {
    const intention = toIntention(answers)
    return intention && { intention }
  },
  compared: workSaid(districts),
  kept: reading(z.object(STORED_WORK), emptyWork),
}

export interface PhoneAnswers {
  /** The number that stands there, masked. */
  shown: string
  'person.phone': string
  /** WeChat's code in place of a number. */
  code?: string | undefined
}

const newPhone = ({ shown, code, ...answers }: PhoneAnswers): string => {
  if (code) return '微信绑定的号码'
  const read = normalisePhone(answers['person.phone'])
  return read.ok ? maskPhone(read.value) : shown
}

export const PHONE: Part<PhoneAnswers> = {
  name: 'phone',
  read: ({ person }) => ({ shown: person.phone, 'person.phone': '' }),
  problems: ({ code, ...answers }): Record<string, string> => {
    const read = normalisePhone(answers['person.phone'])
    return code || read.ok ? {} : { 'person.phone': read.message }
  },
  changes: ({ code, ...answers }) => {
    if (code) return { phoneCode: code }
    return answers['person.phone'] ? { phone: answers['person.phone'] } : undefined
  },
  compared: [
    {
      path: 'person.phone',
      name: '手机号',
      keys: ['person.phone', 'code'],
      say: newPhone,
      same: (one, other) => newPhone(one) === newPhone(other),
    },
  ],
  // WeChat's code holds for five minutes: it isn't kept
  kept: reading(z.object({ shown: storedText, 'person.phone': storedText }), { shown: '', 'person.phone': '' }),
}

/** Takes the sensitive facts back: there is nothing to compare, only to be gone. */
export const HARDSHIP: Part<object> = {
  name: 'hardship',
  read: () => ({}),
  problems: () => ({}),
  changes: (_answers, entry) => (entry.sensitiveStored ? { sensitive: null } : undefined),
  compared: [],
  kept: () => ({}),
}

import { EDUCATION_LEVEL_NAMES } from '../../domain/education'
import { chineseDate } from '../../domain/time'
import type { Said } from '../said'
import type { StudyAnswers } from './answers'

function graduation({ graduation: state, 'education.graduatedOn': on }: StudyAnswers): string {
  switch (state) {
    case undefined:
      return ''
    case 'left':
      return on ? chineseDate(on) : ''
    case 'studying':
      return on ? `还在上学，${chineseDate(on)}毕业` : '还在上学'
    case 'none':
      return '没拿毕业证'
  }
}

/** Schooling as one reads it back. */
export const STUDY_SAID: readonly Said<StudyAnswers>[] = [
  {
    path: 'education.level',
    name: '学历',
    keys: ['education.level'],
    say: answers => (answers['education.level'] ? EDUCATION_LEVEL_NAMES[answers['education.level']] : ''),
  },
  {
    path: 'education.school',
    name: '学校',
    keys: ['education.school', 'education.schoolCode'],
    say: answers => answers['education.school'].trim(),
  },
  {
    path: 'education.major',
    name: '专业',
    keys: ['education.major', 'education.majorCode'],
    say: answers => answers['education.major'].trim(),
  },
  { path: 'graduation', name: '毕业', keys: ['graduation', 'education.graduatedOn'], say: graduation },
]

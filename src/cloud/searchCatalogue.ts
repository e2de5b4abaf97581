import { cloud } from '.'

export interface FoundEntry {
  name: string
  code?: string
  note?: string
}

const SCHOOL_LEVEL = { bachelor: '本科', college: '专科' } as const
const MAJOR_LEVEL = { bachelor: '本科', college: '专科', postgraduate: '研究生' } as const

/** Schools or majors by what was typed; undefined where it can't be looked up now. */
export async function searchCatalogue(what: 'school' | 'major', query: string): Promise<FoundEntry[] | undefined> {
  if (what === 'school') {
    const answer = await cloud.catalogue.schools.search({ q: query })
    if (!answer.ok) return undefined
    return answer.data.schools.map(({ name, code, city, level }) => ({
      name,
      ...(code ? { code } : {}),
      note: `${city}，${SCHOOL_LEVEL[level]}`,
    }))
  }
  const answer = await cloud.catalogue.majors.search({ q: query })
  if (!answer.ok) return undefined
  return answer.data.majors.map(({ name, code, class: group, level }) => ({
    name,
    code,
    note: `${group}，${MAJOR_LEVEL[level]}`,
  }))
}

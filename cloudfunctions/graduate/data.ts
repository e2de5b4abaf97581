import majorsJson from '../../dist/data/majors.json'
import schoolsJson from '../../dist/data/schools.json'
import type { Major, School } from '../../src/domain/catalogue'
import { campaigns } from '../kernel/governing'

export { districtName, governing } from '../kernel/governing'

// each file was checked against its schema when it was built
const schools = new Set((schoolsJson as unknown as School[]).map(({ name }) => name))
const majors = new Set((majorsJson as unknown as Major[]).map(({ name }) => name))

const categories = new Map(campaigns.flatMap(campaign => campaign.categories.map(({ id, name }) => [id, name])))

/** The official name of a category of any campaign; undefined for somebody outside them. */
export const categoryName = (id: string): string | undefined => categories.get(id)

/** Names that stand in the catalogue need no content check; a code beside a typed name proves nothing. */
export const isListedSchool = (name: string): boolean => schools.has(name)
export const isListedMajor = (name: string): boolean => majors.has(name)

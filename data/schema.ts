import { z } from 'zod/mini'
import { CampaignSchema } from '../src/domain/campaign'
import { MajorSchema, SchoolSchema } from '../src/domain/catalogue'
import { DISTRICT_KEYS, DistrictSchema } from '../src/domain/district'

const distinct = <T>(rows: readonly T[], key: (row: T) => string | undefined): boolean => {
  const keys = rows.map(key).filter(value => value !== undefined)
  return new Set(keys).size === keys.length
}

const DistrictsSchema = z.array(DistrictSchema).check(
  z.refine(
    rows => rows.map(row => row.key).join() === DISTRICT_KEYS.join(),
    'the 17 districts in their official order',
  ),
  z.refine(
    rows =>
      distinct(
        rows.flatMap(row => [row.gbCode ?? undefined, ...row.aliasCodes]),
        code => code,
      ),
    'a code stands for one district',
  ),
)

const CampaignsSchema = z.array(CampaignSchema).check(
  z.minLength(1),
  z.refine(rows => distinct(rows, row => row.id), 'two campaigns of one id'),
  z.refine(rows => rows.every(row => distinct(row.categories, category => category.id)), 'a category occurs twice'),
)

const SchoolsSchema = z.array(SchoolSchema).check(
  z.refine(rows => distinct(rows, row => row.name), 'two schools of one name'),
  z.refine(rows => distinct(rows, row => row.code), 'two schools of one code'),
)

const MajorsSchema = z.array(MajorSchema).check(
  z.refine(rows => distinct(rows, row => row.code), 'two majors of one code'),
  z.refine(rows => distinct(rows, row => `${row.level} ${row.class} ${row.name}`), 'a major occurs twice in its class'),
  z.refine(
    rows => rows.every(row => (row.level === 'postgraduate') === /^\d{4}$/.test(row.code)),
    'four digits are a postgraduate code, six are not',
  ),
)

/**
 * What the build makes of `data/`: a file there becomes one list, a folder the list of its files. Each is checked by its
 * schema and written to `dist/data/<name>.json`.
 */
export const DATA: Record<string, { from: string; schema: z.core.$ZodType }> = {
  districts: { from: 'districts.yaml', schema: DistrictsSchema },
  campaigns: { from: 'campaigns', schema: CampaignsSchema },
  schools: { from: 'schools.yaml', schema: SchoolsSchema },
  majors: { from: 'majors.yaml', schema: MajorsSchema },
}

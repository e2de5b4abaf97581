import { z } from 'zod/mini'
import { CampaignSchema } from '../src/domain/campaign'
import { MajorSchema, SchoolSchema } from '../src/domain/catalogue'
import { DISTRICT_KEYS, DistrictSchema } from '../src/domain/district'
import { MESSAGE_FACTS, MESSAGE_KEYS } from '../src/domain/messages'

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

const sameSet = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join() === [...others].sort().join()

/**
 * The templates of one-time messages, as `cloudfunctions/cloud.yaml` or a deployment names them: one for each key, a field
 * for each of its meanings. A title stands in WeChat's dialog and in the notification, so it never says what kind of registration.
 */
export const MessageTemplatesSchema = z
  .array(
    z
      .strictObject({
        key: z.enum(MESSAGE_KEYS),
        id: z.string().check(z.regex(/^[\w-]{5,64}$/)),
        title: z.string().check(
          z.minLength(1),
          z.maxLength(20),
          z.refine(title => !title.includes('失业'), 'a notification does not say 失业'),
        ),
        fields: z.record(z.string(), z.string().check(z.regex(/^(thing|time|date)\d{1,2}$/))),
      })
      .check(
        z.refine(({ key, fields }) => sameSet(Object.keys(fields), MESSAGE_FACTS[key]), 'a field for each meaning'),
        z.refine(({ fields }) => distinct(Object.values(fields), field => field), 'a field carries one meaning'),
      ),
  )
  .check(
    z.refine(
      rows =>
        sameSet(
          rows.map(row => row.key),
          MESSAGE_KEYS,
        ),
      'one template for each key',
    ),
    z.refine(rows => distinct(rows, row => row.id), 'two templates of one id'),
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

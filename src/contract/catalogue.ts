import { z } from 'zod/mini'
import { DistrictSchema } from '../domain/district'
import { MajorSchema, SchoolSchema } from '../domain/catalogue'
import { procedure } from './procedure'

const Query = z.strictObject({
  q: z.string().check(z.maxLength(60, '请写在 60 个字以内')),
  limit: z._default(z.int().check(z.gte(1), z.lte(50)), 20),
})

/** Open to anyone, read-only. */
export const catalogueContract = {
  'districts.list': procedure(
    'The 17 units in official order',
    z.strictObject({}),
    z.object({ districts: z.array(DistrictSchema) }),
  ),
  'schools.search': procedure(
    'Schools by name, part of a name or a usual short name',
    Query,
    z.object({ schools: z.array(SchoolSchema) }),
  ),
  'majors.search': procedure('Majors by name or part of a name', Query, z.object({ majors: z.array(MajorSchema) })),
} as const

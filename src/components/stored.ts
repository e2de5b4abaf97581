import { z } from 'zod/mini'

/** An answer out of a phone's storage, however old or damaged: what doesn't read is empty, or not there. */
export const storedText = z.catch(z.string(), '')
export const stored = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined)

import { z } from 'zod/mini'
import { keptUntil, type Draft } from '../../cloud/drafts'
import type { DraftSaid } from './says'

const ProgressSchema = z.object({ progress: z.object({ on: z.string(), at: z.int(), of: z.int() }) })

/** What the first page tells of a stored form: how far it has got and how long it is kept, nothing of what was typed. */
export function draftSaid(draft: Draft | undefined): DraftSaid | undefined {
  if (!draft) return undefined
  const { data } = ProgressSchema.safeParse(draft.value)
  return { keptUntil: keptUntil(draft), ...(data ? { progress: data.progress } : {}) }
}

import { dropDraft, keepDraft, readDraft } from '../../../cloud/drafts'
import type { PartName } from './parts'

/** What was typed and not stored, and over which answers; as the phone kept it. */
export interface Unsent {
  then: unknown
  typed: unknown
}

const nameOf = (part: PartName): string => `correct-${part}`

export async function readUnsent(part: PartName): Promise<Unsent | undefined> {
  const { value } = (await readDraft(nameOf(part))) ?? {}
  return value && typeof value === 'object' && 'then' in value && 'typed' in value ? (value as Unsent) : undefined
}

/** False where the phone has no room. */
export const keepUnsent = async (part: PartName, unsent: Unsent): Promise<boolean> =>
  (await keepDraft(nameOf(part), unsent)) !== undefined

export const dropUnsent = (part: PartName): Promise<void> => dropDraft(nameOf(part))

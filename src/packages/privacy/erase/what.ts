import type { graduateContract, OwnEntry } from '../../../contract/graduate'
import type { OutputOf } from '../../../contract/procedure'

export type Erased = OutputOf<(typeof graduateContract)['privacy.erase']>

export const isOpen = ({ status }: OwnEntry['registrations'][number]): boolean => status !== 'ended'

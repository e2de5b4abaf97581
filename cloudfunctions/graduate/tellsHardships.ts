import type { RegistrationForm } from '../../src/domain/registration'

/** Categories that would be stored need the consent of their own; none, or taking them back, needs nothing. */
export const tellsHardships = (sensitive: RegistrationForm['sensitive'] | null): 'sensitive' | undefined =>
  sensitive && sensitive.hardships.length > 0 ? 'sensitive' : undefined

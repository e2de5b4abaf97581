import type { BeijingDate } from '../time'
import type { PolicySource, PolicyTexts } from './texts'

/** The documents that were there on a day: one that came later explains nothing of it. */
export const sourcesOn = (sources: readonly PolicySource[], day: BeijingDate): readonly PolicySource[] =>
  sources.filter(({ from }) => from === undefined || from <= day)

/** Where a constant's version is from, by the day it begins: its own document, or else that of the constant. */
export const sourceOfVersion = (
  { source, sourceFrom }: PolicyTexts['parameters'][string],
  from: BeijingDate,
): PolicySource => sourceFrom?.[from] ?? source

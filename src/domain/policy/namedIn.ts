/** Facts and parameters by the names a rule calls them, derived facts by their own. */
export interface Named {
  facts: Set<string>
  parameters: Set<string>
}

export function namedIn(rule: unknown, into: Named = { facts: new Set(), parameters: new Set() }): Named {
  if (typeof rule !== 'object' || rule === null) return into
  for (const [key, value] of Object.entries(rule)) {
    if (typeof value === 'object') namedIn(value, into)
    else if (key === 'fact') into.facts.add(value as string)
    else if (key === 'parameter') into.parameters.add(value as string)
  }
  return into
}

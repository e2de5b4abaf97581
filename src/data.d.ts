// The data files are checked against their schemas when they are built; until then they need not be there for the types.
declare module '*/dist/data/districts.json' {
  const districts: unknown
  export default districts
}
declare module '*/dist/data/campaigns.json' {
  const campaigns: unknown
  export default campaigns
}
declare module '*/dist/data/policyRules.json' {
  const rules: unknown
  export default rules
}
declare module '*/dist/data/policyTexts.json' {
  const texts: unknown
  export default texts
}
declare module '*/dist/data/messages.json' {
  const messages: unknown
  export default messages
}
declare module '*/dist/data/policyRules.json' {
  const rules: unknown
  export default rules
}
declare module '*/dist/data/policyTexts.json' {
  const texts: unknown
  export default texts
}

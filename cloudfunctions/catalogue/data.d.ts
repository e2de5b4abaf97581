// The data files are checked against their schemas when they are built; until then they need not be there for the types.
declare module '*/dist/data/schools.json' {
  const schools: unknown
  export default schools
}
declare module '*/dist/data/majors.json' {
  const majors: unknown
  export default majors
}
declare module '*/dist/data/policyRules.json' {
  const rules: unknown
  export default rules
}
declare module '*/dist/data/policyTexts.json' {
  const texts: unknown
  export default texts
}

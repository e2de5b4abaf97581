// Checked against its schema when it is built; until then it need not be there for the types.
declare module '*/dist/data/messageTemplates.json' {
  const templates: unknown
  export default templates
}
